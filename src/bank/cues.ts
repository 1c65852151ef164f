import type { Option, Question } from '../question/types.ts';
import { asShown, withoutCode } from './prose.ts';
import { wordsOf } from './resemblance.ts';

/*
 * What gives keys away without knowing: each cue is a way to choose, and its yield is how often that choice is the key,
 * against chance. Over single-answer questions only, since they have one key to be given away.
 */

/** A cue over a whole bank. */
export interface Cue {
  readonly name: string;
  /** Questions, or options where those are what is counted, that the value rests on. */
  readonly of: number;
  /** How often it hits, a share from 0 to 1; for a ratio of lengths, the ratio. Absent when there is nothing to count. */
  readonly value?: number | undefined;
  /** What choosing blindly would give; absent for a ratio. */
  readonly chance?: number | undefined;
  readonly least?: number | undefined;
  readonly most: number;
  readonly fits: boolean;
  /** `question/option` of what was counted, keys marked with `*`, where that is what an author has to look at. */
  readonly where?: readonly string[] | undefined;
}

/** A single-answer question as a cue sees it: its stem and its options, one of them the key, in written order. */
export interface Guessable {
  readonly id: string;
  readonly stem: string;
  readonly options: readonly Option[];
}

/** The questions that have options, one of them the key. */
export const guessables = (questions: readonly Question[]): Guessable[] =>
  questions.flatMap(({ id, stem, response }) =>
    response.shape === 'one' ? [{ id, stem, options: response.options }] : [],
  );

/** Too few questions with so many options to say that a position is favoured. */
const fewestForPositions = 50;

/** Every cue, held against its bounds. The bounds are points of a share above or below chance. */
export function cuesOf(questions: readonly Guessable[]): Cue[] {
  const chance = mean(questions.map(({ options }) => 1 / options.length));
  const lengthOf = ({ text }: Option) => asShown(text).length;
  const picking = (name: string, rate: (option: Option, question: Guessable) => number, bounds: Bounds) =>
    cue(name, questions.length, mean(questions.map(question => hit(question, rate))), chance, bounds);
  return [
    picking('longest option', lengthOf, { above: 0.05 }),
    picking('shortest option', option => -lengthOf(option), { above: 0.1, below: 0.1 }),
    picking('most words of the stem', wordsShared, { above: 0.1 }),
    ...positionCues(questions),
    lengthRatio(questions, lengthOf),
    absoluteWords(questions, chance),
  ];
}

interface Bounds {
  readonly above: number;
  readonly below?: number;
}

function cue(
  name: string,
  of: number,
  value: number | undefined,
  chance: number | undefined,
  { above, below }: Bounds,
): Cue {
  const most = (chance ?? 0) + above;
  const least = below === undefined ? undefined : (chance ?? 0) - below;
  const fits = value === undefined || (value <= most && value >= (least ?? 0));
  return { name, of, value, chance, least, most, fits };
}

/** The chance that choosing the highest rate hits the key; among equals one is chosen blindly. */
function hit(question: Guessable, rate: (option: Option, question: Guessable) => number): number {
  const rates = question.options.map(option => rate(option, question));
  const best = Math.max(...rates);
  const chosen = question.options.filter((_, index) => rates[index] === best);
  return chosen.filter(({ key }) => key).length / chosen.length;
}

/** How many different words of an option stand in its question's stem too. */
function wordsShared({ text }: Option, { stem }: Guessable): number {
  const asked = new Set(wordsOf(asShown(stem)));
  return [...new Set(wordsOf(asShown(text)))].filter(word => asked.has(word)).length;
}

/** Where keys stand as written, for each number of options apart: a fourth place is none in a question of three. */
function positionCues(questions: readonly Guessable[]): Cue[] {
  const counts = [...new Set(questions.map(({ options }) => options.length))].sort();
  return counts.flatMap(count => {
    const own = questions.filter(({ options }) => options.length === count);
    if (own.length < fewestForPositions) return [];
    return Array.from({ length: count }, (_, place) =>
      cue(
        `option ${place + 1} of ${count}`,
        own.length,
        mean(own.map(({ options }) => Number(options[place]?.key))),
        1 / count,
        { above: 0.06 },
      ),
    );
  });
}

/** The median over questions of the key's length against the mean of its distractors'. */
function lengthRatio(questions: readonly Guessable[], lengthOf: (option: Option) => number): Cue {
  const ratios = questions.map(({ options }) => {
    const lengths = (isKey: boolean) => options.filter(({ key }) => key === isKey).map(lengthOf);
    return (mean(lengths(true)) ?? Number.NaN) / (mean(lengths(false)) ?? Number.NaN);
  });
  const value = median(ratios);
  const [least, most] = [0.9, 1.1];
  const fits = value === undefined || (value >= least && value <= most);
  return { name: 'key/distractor length', of: questions.length, value, least, most, fits };
}

const absolute = /\b(?:always|never|only|all)\b/i;

function absoluteWords(questions: readonly Guessable[], chance: number | undefined): Cue {
  const found = questions.flatMap(({ id, options }) =>
    options
      .filter(({ text }) => absolute.test(withoutCode(text)))
      .map(option => ({ place: `${id}/${option.id}`, key: option.key })),
  );
  const value = mean(found.map(({ key }) => Number(key)));
  return {
    ...cue('always, never, only, all', found.length, value, chance, { above: 0.1, below: 0.1 }),
    where: found.map(({ place, key }) => (key ? `${place}*` : place)),
  };
}

const mean = (values: readonly number[]): number | undefined =>
  values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length;

function median(values: readonly number[]): number | undefined {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return low === undefined || high === undefined ? undefined : (low + high) / 2;
}
