import { counted } from '../../counted.ts';
import type { Exhibit } from '../../question/types.ts';
import type { ExamView } from '../../session/exam-view.ts';
import type { QuestionView, VerdictView } from '../../session/view.ts';
import type { LastWords } from '../front-end.ts';
import { bindingsIn, type Command } from '../keys.ts';
import { printable } from '../../printable.ts';
import { cardsScoreLines } from '../render/cards.ts';
import { diffText, nearMiss } from '../render/diff.ts';
import { instruction, standing } from '../render/parts.ts';
import { clockTime } from '../../report/duration.ts';
import { reportLines } from '../../report/exam.ts';
import { letterAt } from '../../report/letter.ts';
import { verdictWords } from '../render/verdict.ts';

/** How choices are named in plain mode: by letters, but the left side of a matching question by digits. */
const nameIn = (view: Pick<QuestionView, 'response'>) => (index: number) =>
  view.response.shape === 'pairs' ? String(index + 1) : letterAt(index);

/** A question as lines to be read from top to bottom, for a pipe or a screen reader. */
export function questionLines(view: QuestionView): string[] {
  const name = nameIn(view);
  const flagged = view.isFlagged ? ', flagged' : '';
  return [
    `Question ${view.number} of ${view.of}. ${view.domain}, ${view.objective}, ${standing(view).join(', ')}${flagged}.`,
    view.stem,
    ...view.exhibits.flatMap(exhibitLines),
    ...view.response.items.map((item, index) => `  ${name(index)}) ${item.text}`),
    ...(view.response.against.length > 0 ? ['With:'] : []),
    ...view.response.against.map((item, index) => `  ${letterAt(index)}) ${item.text}`),
    instruction(view.response),
  ];
}

/** An exhibit, indented, with what it is and how long. */
export function exhibitLines({ language, title, text }: Exhibit): string[] {
  const lines = text.replace(/\n$/, '').split('\n');
  const named = title === undefined ? '' : ` ${title},`;
  return [
    `Exhibit,${named} ${language}, ${counted(lines.length, 'line')}:`,
    ...lines.map(line => `    ${line}`),
  ];
}

/** What to type, with an example for the shape. */
export function promptLine({ response }: QuestionView): string {
  const examples = {
    one: 'Answer with a letter',
    several: `Answer with ${response.wanted} letters, such as a c`,
    text: 'Type the answer',
    order: 'Answer with all letters in order, such as c a b',
    pairs: 'Answer with pairs, such as 1c 2a 3b',
  };
  return `${examples[response.shape]}, or type help: `;
}

export function verdictLines(view: VerdictView): string[] {
  const words = verdictWords(view, nameIn(view));
  const guess = view.guess ? ' You marked it as a guess.' : '';
  const typed =
    view.compared && !view.correct ? nearMiss(printable(view.compared.typed), view.compared.key) : undefined;
  return [
    view.correct ? `Right. ${flat(words.given)}.${guess}` : `Wrong. You chose ${flat(words.given)}.${guess}`,
    ...(words.key === undefined ? [] : [`The answer is ${flat(words.key)}.`]),
    ...(!view.correct && typed ? [`The difference: ${diffText(typed)}`] : []),
    `Why: ${view.rationale}`,
    ...words.reasons.map(({ label, text }) => `${label}: ${text}`),
    ...view.sources.map(({ url, section }) => `Read: ${url} (${section})`),
  ];
}

const flat = (text: string) => text.replaceAll('  ', ', ').replace(/[.]$/, '');

/** The words of the key table that hold now. */
export const helpLines = (view: QuestionView | VerdictView | ExamView): string[] => [
  ...(view.screen === 'question' ? [instruction(view.response)] : []),
  ...(view.screen === 'exam'
    ? ['Type a letter to mark an answer; it can be changed until you hand in.']
    : []),
  ...bindingsIn(view.screen, view.response.shape).flatMap(({ word, help, plain }) =>
    word === undefined ? [] : [`  ${usage[word] ?? word}: ${plain ?? help.replace(/^\S+( or Space)? /, '')}`],
  ),
];

const usage: Readonly<Record<string, string>> = {
  guess: 'guess b',
  go: 'go 17',
  report: 'report what is wrong',
};

/** The command that a typed line begins with, and what stands behind it; undefined when it is an answer. */
export function wordOf(
  line: string,
  view: QuestionView | VerdictView | ExamView,
): { readonly command: Command; readonly argument: string } | undefined {
  const [word = '', ...rest] = line.trim().split(/\s+/);
  const command = bindingsIn(view.screen, view.response.shape).find(
    binding => binding.word === word.toLowerCase(),
  )?.command;
  return command && { command, argument: rest.join(' ') };
}

export function endLines(words: LastWords): string[] {
  const { exam, cards } = words.summary;
  return [
    ...(words.timeUp ? ['The time was up: the exam was handed in as it stood.'] : []),
    ...(exam ? reportLines(exam) : cards ? cardsScoreLines(cards) : scoreLines(words)),
    ...(words.clockRunsOn ? ['The clock of this exam runs on.'] : []),
    ...(words.dry ? ['Dry run: nothing was saved.'] : []),
    ...(words.unsaved === undefined ? [] : [words.unsaved]),
    ...(words.resume === undefined
      ? []
      : [`${words.unsaved === undefined ? 'Saved. ' : ''}Go on with: ${words.resume}`]),
    ...words.next.map(({ command, what }) => `${command}  (${what})`),
  ];
}

function scoreLines({ summary: { score, seed, open }, ending, marked }: LastWords): string[] {
  if (marked !== undefined) return [`${marked} of ${score.of} answered so far. Seed ${seed}.`];
  if (ending !== 'over')
    return [`${score.answered} of ${score.of} answered, ${score.right} right so far. Seed ${seed}.`];
  const skipped = open > 0 ? `, ${open} skipped` : '';
  const pace =
    score.answered > 0
      ? ` ${clockTime(score.ms)}, ${Math.round(score.ms / score.answered / 1000)} s a question.`
      : '';
  return [
    `${score.right} of ${score.answered} right${skipped}. Seed ${seed}.${pace}`,
    ...score.objectives.flatMap(part => [
      `  ${part.title}: ${part.right} of ${part.answered}`,
      ...part.read.map(source => `    read ${source.url}`),
    ]),
    ...(score.domains.length > 1
      ? score.domains.map(part => `  ${part.title}: ${part.right} of ${part.answered}`)
      : []),
    `Guessed ${score.guessed.answered}, right ${score.guessed.right}. Sure ${score.sure.answered}, right ${score.sure.right}.`,
  ];
}
