import { counted } from '../../counted.ts';
import type { DomainLine, Line } from '../../stats/domains.ts';
import type { Overview } from '../../stats/overview.ts';
import type { Share } from '../../stats/share.ts';
import type { Theme } from '../theme.ts';
import { printable } from '../../printable.ts';
import { habitLines } from './stats-habits.ts';
import { standingLines } from './stats-readiness.ts';
import { bar, flow, hang, prose, widthOf, wrap } from './text.ts';

/** Columns that domains take side by side; below, each takes lines of its own. */
const tableWidth = 78;
/** Shares of fewer tries than this are counts and nothing more. */
const tellingTries = 5;

/** Everything `cca stats` shows, at most `width` columns wide where words allow it. `streak` says whether streaks are shown. */
export function statsLines(
  seen: Overview,
  width: number,
  theme: Theme,
  { streak, detailed }: { streak: boolean; detailed: boolean },
): string[] {
  return [
    ...standingLines(seen, width, theme),
    '',
    ...domainTable(seen, width, theme, detailed),
    '',
    ...habitLines(seen.habits, width, theme, streak),
    ...mistakeLines(seen, width, theme),
    '',
    ...hang(`${theme.strong('Next')}  `, `${seen.next.why} ${theme.accent(seen.next.command)}`, width),
  ];
}

function domainTable(seen: Overview, width: number, theme: Theme, detailed: boolean): string[] {
  const title = Math.min(25, Math.max(6, ...seen.domains.map(domain => widthOf(domain.title))));
  const isTable = width >= tableWidth;
  const rows = seen.domains.flatMap(domain => [
    ...(isTable ? tableRow(domain, title, seen, theme) : stackedRow(domain, seen, theme, width)),
    ...(detailed ? domain.objectives.flatMap(line => objectiveRow(line, seen, theme, width)) : []),
  ]);
  const heading = isTable
    ? `${'Domain'.padEnd(title)} weight  first tries right         90% memory  last`
    : 'Domains, first tries right, 90% interval';
  return [
    theme.strong(heading),
    ...rows,
    ...(seen.elsewhere > 0
      ? wrap(
          `${counted(seen.elsewhere, 'answer')} to domains that this exam no longer has ${seen.elsewhere === 1 ? 'is' : 'are'} left out.`,
          width,
        )
      : []),
  ];
}

function tableRow(domain: DomainLine, column: number, seen: Overview, theme: Theme): string[] {
  const { first } = domain;
  const tries = first.of === 0 ? '-' : `${first.right} of ${first.of}`;
  const cells = [
    short(printable(domain.title), column, theme).padEnd(column),
    `${domain.weight}%`.padStart(6),
    tries.padStart(10),
    (first.of >= tellingTries ? bar(first.right, first.of, 8, theme) : '').padEnd(8),
    (first.of >= tellingTries ? interval(first) : 'too few').padStart(10),
    memoryWord(domain.memory).padStart(6),
    lastWord(domain, seen).padStart(5),
  ];
  return [`${cells.join(' ')}${trendWord(domain)}`.trimEnd()];
}

const short = (title: string, width: number, theme: Theme) =>
  widthOf(title) <= width ? title : title.slice(0, width - theme.glyph.more.length) + theme.glyph.more;

function stackedRow(domain: DomainLine, seen: Overview, theme: Theme, width: number): string[] {
  const { first, weight, memory } = domain;
  const isTelling = first.of >= tellingTries;
  const pieces = [
    isTelling ? bar(first.right, first.of, 8, theme) : '',
    first.of === 0 ? 'no first tries' : `${first.right} of ${first.of}`,
    first.of > 0 ? (isTelling ? interval(first) : 'too few to say') : '',
    memory === undefined ? '' : `memory ${memoryWord(memory)}`,
    domain.last === undefined ? '' : `last ${lastWord(domain, seen)}`,
    trendWord(domain).trim(),
  ];
  return [
    ...wrap(`${printable(domain.title)} (${weight}%)`, width),
    ...flow(
      pieces.filter(piece => piece !== ''),
      width - 2,
    ).map(line => `  ${line}`),
  ];
}

function objectiveRow(line: Line, seen: Overview, theme: Theme, width: number): string[] {
  const { first } = line;
  const tries = first.of === 0 ? 'no first tries' : `${first.right} of ${first.of}`;
  const range = first.of >= tellingTries ? `, ${interval(first)}` : '';
  const last = line.last === undefined ? '' : `, last ${lastWord(line, seen)}`;
  return hang(
    '    ',
    `${printable(line.title)} ${theme.dim(`${theme.glyph.dot} ${tries}${range}${last}`)}`,
    width,
  );
}

const percent = (share: number) => Math.round(share * 100);
const interval = ({ low, high }: Share) => `${percent(low)} to ${percent(high)}%`;
const memoryWord = (memory: number | undefined) => (memory === undefined ? '-' : `${percent(memory)}%`);
const trendWord = ({ trend }: DomainLine) => (trend === 'up' || trend === 'down' ? ` ${trend}` : '');

/** How long ago, in days. */
function lastWord({ last }: Line, { today }: Overview): string {
  if (last === undefined) return '-';
  return last >= today ? 'today' : `${today - last} d`;
}

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
