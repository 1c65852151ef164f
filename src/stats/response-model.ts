import { itemDeviation, prior } from './prior.ts';

/*
 * How a learner's answers come about, as far as the forecast believes: the three-parameter logistic model (Birnbaum 1968,
 * in Lord and Novick, Statistical Theories of Mental Test Scores) with all slopes equal, a floor for guessing, abilities
 * by domain around a shared one, and difficulty known only by its label.
 */

/** Where each unknown stands in a vector of them: the shared ability, one deviation for each domain, then these. */
export interface Layout {
  readonly domains: number;
  readonly size: number;
  readonly easy: number;
  readonly hard: number;
  readonly otherKinds: number;
  readonly gain: number;
}

export const layoutOf = (domains: number): Layout => ({
  domains,
  size: domains + 5,
  easy: domains + 1,
  hard: domains + 2,
  otherKinds: domains + 3,
  gain: domains + 4,
});

/** Means and standard deviations of the unknowns before any answer, in the order of the layout. */
export function priorOf(layout: Layout): { mean: Float64Array; deviation: Float64Array } {
  const mean = new Float64Array(layout.size);
  const deviation = new Float64Array(layout.size).fill(prior.domain.deviation);
  const rows = [
    [0, prior.ability],
    [layout.easy, prior.easy],
    [layout.hard, prior.hard],
    [layout.otherKinds, prior.otherKinds],
    [layout.gain, prior.gain],
  ] as const;
  for (const [at, normal] of rows) {
    mean[at] = normal.mean;
    deviation[at] = normal.deviation;
  }
  return { mean, deviation };
}

/** What is known of a question before it is answered. */
export interface Asked {
  /** Which domain, counted from 0. */
  readonly domain: number;
  readonly difficulty: string;
  /** The chance of being right without knowing. */
  readonly floor: number;
  /** Not one of the kinds that the exam asks. */
  readonly isOther: boolean;
  /** What part of the gain from practice was still to come: 0 now, near 1 long ago. */
  readonly toCome: number;
}

/** An unknown and how much it counts. */
export type Term = readonly [at: number, factor: number];

/** The unknowns that a question turns on: their weighted sum is ability less difficulty, in logits. */
export function termsOf(asked: Asked, layout: Layout): Term[] {
  const terms: Term[] = [
    [0, slope],
    [1 + asked.domain, slope],
  ];
  if (asked.difficulty === 'easy') terms.push([layout.easy, -slope]);
  if (asked.difficulty === 'hard') terms.push([layout.hard, -slope]);
  if (asked.isOther) terms.push([layout.otherKinds, -slope]);
  if (asked.toCome > 0) terms.push([layout.gain, -slope * asked.toCome]);
  return terms;
}

/**
 * Questions of one label are not equally hard. Averaged over their spread, the logistic curve is close to a flatter one
 * (MacKay 1992, Neural Computation 4: 720-736, equation 10).
 */
const slope = 1 / Math.sqrt(1 + (Math.PI * itemDeviation ** 2) / 8);

export const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

/** The chance of a right answer at a weighted sum, with a floor for guessing. */
export const chanceAt = (sum: number, floor: number): number => floor + (1 - floor) * logistic(sum);

export function sumOf(terms: readonly Term[], unknowns: Float64Array): number {
  let sum = 0;
  for (const term of terms) sum += term[1] * (unknowns[term[0]] as number);
  return sum;
}

/**
 * The chances of a right answer of learners side by side, written into `chances`: unknown `i` of learner `p` stands at
 * `i * chances.length + p`.
 */
export function chancesAt(
  terms: readonly Term[],
  floor: number,
  unknowns: Float64Array,
  chances: Float64Array,
): void {
  const count = chances.length;
  chances.fill(0);
  for (const [at, factor] of terms)
    for (let p = 0; p < count; p++)
      chances[p] = (chances[p] as number) + factor * (unknowns[at * count + p] as number);
  for (let p = 0; p < count; p++) chances[p] = chanceAt(chances[p] as number, floor);
}
