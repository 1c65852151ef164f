import { clockTime } from '../../report/duration.ts';
import { reportDetails, reportFacts } from '../../report/exam.ts';
import type { ExamReport } from '../../session/exam-report.ts';
import type { PartScore } from '../../session/score.ts';
import { cardsScoreLines } from './cards.ts';
import type { LastWords } from '../front-end.ts';
import type { Theme } from '../theme.ts';
import { apart, bar, widthOf, wrap, wrapIndented } from './text.ts';
import { shortUrl } from './parts.ts';

/** The end of a session: score, parts weakest first, what to read, and what to type next. */
export function summaryLines(words: LastWords, width: number, theme: Theme): string[] {
  return wholeLines(words, width, theme).flatMap(line => wrapIndented(line, width));
}

/** The report of an exam that was handed in before, and what to type next. */
export function examSummary(
  exam: ExamReport,
  next: LastWords['next'],
  width: number,
  theme: Theme,
): string[] {
  return [...examLines(exam, width, theme), ...commandLines(next, width, theme)].flatMap(line =>
    wrapIndented(line, width),
  );
}

function wholeLines(words: LastWords, width: number, theme: Theme): string[] {
  const { exam } = words.summary;
  if (exam) return [...examLines(exam, width, theme), ...closing(words, width, theme)];
  const { score, seed, open, cards } = words.summary;
  if (cards)
    return [
      '',
      ...cardsScoreLines(cards).flatMap(line => wrap(line, width)),
      ...closing(words, width, theme),
    ];
  const pace =
    score.answered > 0
      ? `${clockTime(score.ms)} ${theme.glyph.dot} ${Math.round(score.ms / score.answered / 1000)} s a question`
      : '';
  const left = open > 0 && words.ending === 'over' ? `, ${open} skipped` : '';
  const headline =
    words.ending === 'over'
      ? `${score.right} of ${score.answered} right${left}`
      : words.marked !== undefined
        ? `${words.marked} of ${score.of} answered so far`
        : `${score.answered} of ${score.of} answered, ${score.right} right so far`;
  return [
    '',
    ...apart(
      theme.strong(headline),
      [`seed ${seed}`, pace].filter(Boolean).join(` ${theme.glyph.dot} `),
      width,
    ),
    ...(score.answered > 0 ? ['', ...partLines(score.objectives, width, theme)] : []),
    ...(score.domains.length > 1 ? ['', ...partLines(score.domains, width, theme)] : []),
    ...(score.answered > 0 ? ['', sureLine(words, theme)] : []),
    ...closing(words, width, theme),
  ];
}

function partLines(parts: readonly PartScore[], width: number, theme: Theme): string[] {
  const count = (part: PartScore) => `${part.right} of ${part.answered}`;
  const titles = Math.min(Math.max(...parts.map(part => widthOf(part.title))), Math.max(20, width - 44));
  const counts = Math.max(...parts.map(part => count(part).length));
  const bars = width >= 72 ? 20 : 10;
  return parts.flatMap(part => {
    const read = part.read.map(source => source.url);
    const title = widthOf(part.title) > titles ? [part.title] : [];
    const label = title.length > 0 ? '' : part.title;
    const line = `${label.padEnd(titles)}  ${bar(part.right, part.answered, bars, theme)}  ${count(part).padEnd(counts)}`;
    const first = read[0];
    const beside = first !== undefined && widthOf(line) + widthOf(shortUrl(first)) + 7 <= width;
    const show = (url: string) => `read ${theme.link(theme.dim(shortUrl(url)), url)}`;
    return [
      ...title,
      beside ? `${line}  ${show(first)}` : line,
      ...(beside ? read.slice(1) : read).map(url => `    ${show(url)}`),
    ];
  });
}

function sureLine({ summary: { score } }: LastWords, theme: Theme): string {
  const { guessed, sure } = score;
  const missed = sure.answered - sure.right;
  const surely = missed > 0 ? ` (sure and wrong on ${missed})` : '';
  return `Guessed ${guessed.answered}, right ${guessed.right} ${theme.glyph.dot} sure ${sure.answered}, right ${sure.right}${surely}`;
}

/** One page to begin with: sixty questions would fill the screen with addresses. */
const firstPage = (part: PartScore): PartScore => ({ ...part, read: part.read.slice(0, 1) });

/** An exam's report: the verdict, what it is worth, and the parts weakest first. */
function examLines(exam: ExamReport, width: number, theme: Theme): string[] {
  const { right, wrong } = theme.glyph;
  const verdict = exam.passed ? theme.good(`${right} PASSED`) : theme.bad(`${wrong} NOT PASSED`);
  const [headline = '', ...facts] = reportFacts(exam);
  return [
    '',
    ...apart(theme.strong(headline), verdict, width),
    ...facts.flatMap(fact => wrap(fact, width)),
    '',
    ...partLines(exam.domains.map(firstPage), width, theme),
    '',
    ...partLines(
      exam.objectives.map(part => ({ ...part, read: [] })),
      width,
      theme,
    ),
    '',
    ...reportDetails(exam).flatMap(line => wrap(line, width)),
  ];
}

function closing(words: LastWords, width: number, theme: Theme): string[] {
  return [
    ...(words.dry ? ['', 'Dry run: nothing was saved.'] : []),
    ...(words.unsaved === undefined ? [] : ['', words.unsaved]),
    ...(words.timeUp ? ['', 'The time was up: the exam was handed in as it stood.'] : []),
    ...(words.clockRunsOn ? ['', 'The clock of this exam runs on.'] : []),
    ...(words.resume === undefined
      ? []
      : ['', `${words.unsaved === undefined ? 'Saved. ' : ''}Go on with:  ${theme.accent(words.resume)}`]),
    ...commandLines(words.next, width, theme),
  ];
}

/** What to type next, one below the other. */
function commandLines(next: LastWords['next'], width: number, theme: Theme): string[] {
  const longest = Math.max(0, ...next.map(({ command }) => command.length));
  const column = Math.min(longest, Math.max(20, width - 30));
  const lines = next.map(({ command, what }) => `${theme.accent(command.padEnd(column))}   ${what}`);
  return lines.length > 0 ? ['', ...lines] : [];
}
