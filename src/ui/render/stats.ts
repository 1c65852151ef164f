import { counted } from '../../counted.ts';
import type { Overview } from '../../stats/overview.ts';
import type { Theme } from '../theme.ts';
import { printable } from '../../printable.ts';
import { domainTable, interval } from './stats-domains.ts';
import { habitLines } from './stats-habits.ts';
import { standingLines } from './stats-readiness.ts';
import { hang, prose } from './text.ts';

/** Everything `cca stats` shows, at most `width` columns wide where words allow it. `streak` says whether streaks are shown. */
export function statsLines(
  seen: Overview,
  width: number,
  theme: Theme,
  { streak, detailed }: { streak: boolean; detailed: boolean },
): string[] {
  const { heading, domains, foot } = domainTable(seen, width, theme, detailed);
  return [
    ...standingLines(seen, width, theme),
    '',
    heading,
    ...domains.flat(),
    ...foot,
    '',
    ...habitLines(seen.habits, width, theme, streak),
    ...mistakeLines(seen, width, theme),
    '',
    ...nextLines(seen, width, theme),
  ];
}

/**
 * What decides whether to book the exam, in at most `rows` lines where they hold a domain: the forecast, the weakest
 * domains, what to do next, and how to see the rest.
 */
export function decidingLines(seen: Overview, width: number, theme: Theme, rows: number): string[] {
  const { heading, domains } = domainTable(seen, width, theme, false);
  const withDomains = (shown: number): string[] => [
    ...standingLines(seen, width, theme, { isBrief: true }),
    '',
    heading,
    ...domains.slice(0, shown).flat(),
    '',
    ...nextLines(seen, width, theme),
    ...hang(
      theme.strong('More  '),
      `${moreWords(domains.length - shown)}: ${theme.accent('cca stats --all')}`,
      width,
    ),
  ];
  let shown = domains.length;
  while (shown > 1 && withDomains(shown).length > rows) shown--;
  return withDomains(shown);
}

const moreWords = (hidden: number): string =>
  `${hidden > 0 ? `${counted(hidden, 'domain')}, ` : ''}habits and mistakes`;

const nextLines = ({ next }: Overview, width: number, theme: Theme): string[] =>
  hang(`${theme.strong('Next')}  `, `${next.why} ${theme.accent(next.command)}`, width);

function mistakeLines({ mistakes, calibration }: Overview, width: number, theme: Theme): string[] {
  const { mostMissed, mixUps, flagged, flaggedCards, guessedRight } = mistakes;
  const flaggedQuestions = flagged.length - flaggedCards.length;
  const row = (label: string, text: string) =>
    hang(`${theme.strong(label.padEnd(11))} `, prose(printable(text), theme), width);
  const lines = [
    ...mixUps
      .slice(0, 3)
      .flatMap(({ text, why, times, question }) =>
        row('You mix up', `"${text}" (chosen ${times} times in ${question}): ${why}`),
      ),
    ...mostMissed
      .slice(0, 3)
      .flatMap(({ question, missed, answered, latest }) =>
        row(
          'Missed',
          `${question}, ${missed} of ${counted(answered, 'time')}${latest === 'right' ? ', right the last time' : ''}`,
        ),
      ),
    ...(flaggedQuestions > 0
      ? row('Flagged', `${counted(flaggedQuestions, 'question')}: cca quiz --flagged`)
      : []),
    ...(flaggedCards.length > 0
      ? row('Flagged', `${counted(flaggedCards.length, 'card')}: cca flashcards --flagged --cram`)
      : []),
    ...(guessedRight.length > 0
      ? row('Lucky', `${counted(guessedRight.length, 'question')} guessed and right: worth another look.`)
      : []),
    ...(calibration
      ? row(
          'Sure',
          `${calibration.sure.right} of ${calibration.sure.of} right when not marked as a guess (${interval(calibration.sure)}), ${calibration.guessed.right} of ${calibration.guessed.of} when marked; sure and wrong ${counted(mistakes.sureWrong, 'time')}.`,
        )
      : []),
  ];
  return lines.length > 0 ? ['', ...lines] : [];
}
