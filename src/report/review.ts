import { reviewFilters, type ReviewedSeat, type ReviewFilter } from '../session/review.ts';
import type { ReviewView } from '../session/review-view.ts';
import { clockTime } from './duration.ts';
import { counted } from '../counted.ts';
import { letterAt } from './letter.ts';

/** What became of a question, in words: `wrong, flagged, changed`. */
export const markWords = ({ isRight, isAnswered, isFlagged, isGuess, isChanged }: ReviewedSeat): string =>
  [
    isRight ? 'right' : isAnswered ? 'wrong' : 'unanswered',
    isFlagged && 'flagged',
    isGuess && 'guessed',
    isChanged && 'changed',
  ]
    .filter(Boolean)
    .join(', ');

/** What there is to say where a filter lets nothing through. */
export const nothingLeft: Readonly<Record<ReviewFilter, string>> = {
  all: 'No question was answered.',
  wrong: 'Nothing was wrong.',
  unanswered: 'Every question was answered.',
  flagged: 'No question was flagged.',
  guessed: 'No answer was marked as a guess.',
  changed: 'No answer was changed.',
};

/** The questions of an exam that fit, each with the learner's choice, the key, why, and sources, as plain lines. */
export function reviewLines(views: readonly ReviewView[], filter: ReviewFilter): string[] {
  const fitting = views.filter(({ marks }) => reviewFilters[filter](marks));
  if (fitting.length === 0) return [nothingLeft[filter]];
  return [
    `${counted(fitting.length, 'question')} of ${views.length}${filter === 'all' ? '' : `: ${filter}`}`,
    '',
    ...fitting.flatMap(view => [...seatLines(view), '']),
  ];
}

function seatLines(view: ReviewView): string[] {
  const { number, of, marks, domain, objective, stem, exhibits, rationale, sources } = view;
  return [
    `Question ${number} of ${of}: ${markWords(marks)}. ${domain}, ${objective}. ${clockTime(marks.ms)}`,
    stem,
    ...exhibits.flatMap(({ title, language, text }) => [
      `${title ?? language}:`,
      ...text
        .trimEnd()
        .split('\n')
        .map(line => `    ${line}`),
    ]),
    ...view.reasons.flatMap((reason, index) => [
      `  ${letterAt(index)}) ${reason.text}${choiceMark(reason)}`,
      ...(reason.why === undefined ? [] : [`      ${reason.why}`]),
    ]),
    ...(view.answer === undefined ? ['You chose nothing.'] : []),
    ...firstLine(view),
    `Why: ${rationale}`,
    ...sources.map(({ url, section }) => `Read: ${url} (${section})`),
  ];
}

/** Whether a choice is the key and whether it was taken, in brackets; nothing where neither is so. */
export function choiceMark({ isKey, chosen }: ReviewView['reasons'][number]): string {
  const words = [isKey && 'key', chosen && 'your choice'].filter(Boolean);
  return words.length === 0 ? '' : `  [${words.join(', ')}]`;
}

/** The choice that was given up, by its text. */
export function firstLine({ firstAnswer, response }: ReviewView): string[] {
  if (firstAnswer === undefined || !('ids' in firstAnswer)) return [];
  const texts = firstAnswer.ids.map(id => response.items.find(item => item.id === id)?.text ?? id);
  return [`You chose first: ${texts.join('; ')}`];
}
