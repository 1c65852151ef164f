import { createPrompt, useEffect, useKeypress, useRef, useState } from '@inquirer/core';
import { mapTexts } from '../../printable.ts';
import type { ReviewFilter } from '../../session/review.ts';
import type { ReviewedExam } from '../front-end.ts';
import { toAscii } from '../render/ascii.ts';
import type { Theme } from '../theme.ts';
import type { Layout, Size } from './frame.ts';
import { openReview, pressReview, type ReviewState } from './press-review.ts';
import { pressesOf } from './presses.ts';
import { drawReview } from './review-screen.ts';

export interface ReviewConfig {
  readonly exam: ReviewedExam;
  readonly filter: ReviewFilter;
  readonly theme: Theme;
  size(): Size;
  /** Hands over a function that draws again. */
  onRedraw(redraw: () => void): void;
  /** Ctrl-Z. */
  suspend(): void;
}

/** The whole review as one Inquirer prompt, as a session is. It ends when the learner leaves. */
export const reviewPrompt = createPrompt<'left', ReviewConfig>((config, done) => {
  const { theme } = config;
  // Twins are longer than their signs: lines are laid out with them.
  const exam = useRef(theme.unicode ? config.exam : mapTexts(config.exam, toAscii)).current;
  const live = useRef<ReviewState | undefined>(openReview(exam.views, config.filter));
  const layout = useRef<Layout>({ scroll: 0, height: 1, total: 1, isFolded: false });
  const draws = useRef(0);
  const [, redraw] = useState(0);
  const drawAgain = () => redraw(++draws.current);

  useKeypress((event, line) => {
    line.clearLine(0);
    for (const key of pressesOf(event))
      live.current &&= pressReview(live.current, key, exam.views, layout.current);
    if (live.current) drawAgain();
    else done('left');
  });
  useEffect(line => {
    config.onRedraw(drawAgain);
    const left = () => done('left');
    line.on('close', left);
    line.on('error', left);
    line.on('SIGTSTP', config.suspend);
    return () => {
      line.removeListener('close', left);
      line.removeListener('error', left);
      line.removeListener('SIGTSTP', config.suspend);
    };
  }, []);

  if (!live.current) return ' ';
  const frame = drawReview(exam, live.current, config.size(), theme);
  layout.current = frame.layout;
  const text = [...frame.lines, ...frame.footer].join('\n');
  return theme.unicode ? text : toAscii(text);
});
