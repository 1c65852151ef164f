import { createPrompt, useEffect, useKeypress } from '@inquirer/core';
import { reviewFilters, type ReviewFilter } from '../../session/review.ts';
import type { Offered, ReviewedExam } from '../front-end.ts';
import { bindingsIn, commandOf } from '../keys.ts';
import { toAscii } from '../render/ascii.ts';
import { flow, screenWidth } from '../render/text.ts';
import type { Theme } from '../theme.ts';
import { pressesOf } from './presses.ts';

export interface OfferConfig {
  readonly exam: ReviewedExam;
  /** The file that a page would be written to. */
  readonly page: string;
  readonly theme: Theme;
  columns(): number;
}

const isFilter = (command: string): command is ReviewFilter => Object.hasOwn(reviewFilters, command);

/** One line below a report: what can be looked at now, with counts. Ends with the first key that means something. */
export const offerPrompt = createPrompt<Exclude<Offered, 'interrupted'>, OfferConfig>((config, done) => {
  useKeypress((event, line) => {
    line.clearLine(0);
    for (const key of pressesOf(event)) {
      const command = key.ctrl ? undefined : commandOf(key.name, 'report', 'one');
      if (command !== undefined && (isFilter(command) || command === 'write' || command === 'leave'))
        return done(command);
    }
  });
  useEffect(line => {
    const left = () => done('leave');
    line.on('close', left);
    line.on('error', left);
    return () => {
      line.removeListener('close', left);
      line.removeListener('error', left);
    };
  }, []);
  const text = offerLines(config).join('\n');
  return config.theme.unicode ? text : toAscii(text);
});

/** The verdict again, which a long report has moved out of sight, and the keys that hold below it, each filter with how many questions it would show. */
export function offerLines({ exam, page, theme, columns }: OfferConfig): string[] {
  const words = bindingsIn('report', 'one').map(({ command, short = '' }) => {
    if (command === 'write') return `${short} ${page}`;
    if (!isFilter(command)) return short;
    return `${short} (${exam.views.filter(({ marks }) => reviewFilters[command](marks)).length})`;
  });
  const result = `${exam.right} of ${exam.views.length}, ${exam.passed ? 'passed' : 'not passed'}`;
  return [
    '',
    theme.strong(`${exam.name}: ${result}.`),
    ...flow(words, screenWidth(columns())).map(theme.dim),
  ];
}
