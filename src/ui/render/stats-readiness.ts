import { counted } from '../../counted.ts';
import { dayAndMonth, dayWord } from '../../clock.ts';
import type { Estimate } from '../../stats/forecast.ts';
import type { Overview } from '../../stats/overview.ts';
import type { Theme } from '../theme.ts';
import { printable } from '../../printable.ts';
import { chanceWords } from '../../report/chance.ts';
import { apart, hang, wrap } from './text.ts';

const assumptions =
  'Of 100 learners with your first tries, about 90 have a chance inside these bounds. It rests on first tries only, since being right again may be memory of the question, and assumes that the exam is as hard as this bank.';

const assumptionsInBrief = 'From first tries only; assumes that the exam is as hard as this bank.';

/** Whether the exam would be passed: two figures with their bounds, or what is missing before there can be any. */
export function standingLines(
  seen: Overview,
  width: number,
  theme: Theme,
  { isBrief = false } = {},
): string[] {
  const { totals, habits } = seen;
  const counts = [
    `${counted(totals.answered, 'answer')}, ${totals.right} right`,
    counted(totals.firstTries, 'first try', 'first tries'),
    counted(habits.active, 'day'),
    sinceWords(seen),
  ].filter(words => words !== '');
  return [
    ...apart(theme.strong(printable(seen.title)), counts.join(` ${theme.glyph.dot} `), width),
    '',
    ...readinessLines(seen, width, theme, isBrief ? assumptionsInBrief : assumptions),
  ];
}

function readinessLines({ readiness }: Overview, width: number, theme: Theme, basis: string): string[] {
  if (readiness.state === 'too-few') {
    const { domain, missing, firstTries } = readiness;
    const why = domain
      ? `${printable(domain.title)} has ${counted(domain.tries, 'first try', 'first tries')}; a figure for the whole exam takes ${missing} more there.`
      : `${counted(firstTries, 'first try', 'first tries')} so far; a figure takes ${missing} more, and three in each domain of a tenth of the exam.`;
    return hang(
      `${theme.strong('Chance of passing')}  `,
      `Too little to say. ${why} ${theme.accent(readiness.command)}`,
      width,
    );
  }
  const { chance, score, needed, of } = readiness;
  const scoreWords = `${Math.round(score.mean)} of ${of} (${Math.round(score.low)} to ${Math.round(score.high)}), a pass takes ${needed}`;
  const barWidth = Math.max(10, Math.min(40, width - 48));
  return [
    ...hang(
      `${theme.strong('Chance of passing')}  `,
      `${band(chance, barWidth, theme)}  ${chanceWords(chance)}`,
      width,
    ),
    ...hang(`${theme.strong('Expected score   ')}  `, scoreWords, width),
    ...wrap(theme.dim(basis), width),
  ];
}

/** An interval on a scale from 0 to 1, its mean marked. */
function band({ mean, low, high }: Estimate, width: number, theme: Theme): string {
  const at = (share: number) => Math.min(width - 1, Math.floor(share * width));
  const [from, middle, to] = [at(low), at(mean), at(high)];
  const half = theme.unicode ? '▒' : '=';
  return Array.from({ length: width }, (_, i) =>
    i === middle ? theme.glyph.full : i >= from && i <= to ? half : theme.glyph.empty,
  ).join('');
}

/** `since 3 Nov`, for what leaves older days out. */
const sinceWords = (seen: Overview): string =>
  seen.since === undefined ? '' : `since ${dayAndMonth(seen.since)} ${dayWord(seen.since).slice(0, 4)}`;
