import { FSRSAlgorithm, Rating, type Grade as Rated } from 'ts-fsrs';

/*
 * The memory model: FSRS-6 with its default weights and no fuzz, as ts-fsrs has it. Its formulas stand in
 * https://github.com/open-spaced-repetition/awesome-fsrs/wiki/The-Algorithm. Nothing else imports the package, and of the
 * package only the cheap state functions are used: its scheduler counts UTC days and throws when a review is dated back.
 */

/** How well a card was remembered. */
export type Grade = 'again' | 'hard' | 'good' | 'easy';

/** The four grades as the keys 1 to 4 give them. */
export const grades: readonly Grade[] = ['again', 'hard', 'good', 'easy'];

/** What FSRS knows of one card. */
export interface Memory {
  /** Days until recall falls to 90%. */
  readonly stability: number;
  /** From 1 to 10. */
  readonly difficulty: number;
}

const ratings: Readonly<Record<Grade, Rated>> = {
  again: Rating.Again,
  hard: Rating.Hard,
  good: Rating.Good,
  easy: Rating.Easy,
};

const model = new FSRSAlgorithm({ enable_fuzz: false });
const modifiers = new Map<number, number>();

/** Memory after a review, `days` (whole, from 0) after the one before; undefined memory is a card never reviewed. */
export const afterReview = (memory: Memory | undefined, days: number, grade: Grade): Memory =>
  model.next_state(memory ?? null, days, ratings[grade]);

/** The chance of recalling a card `days` after its last review, from 0 to 1. */
export const retrievability = ({ stability }: Memory, days: number): number =>
  model.forgetting_curve(Math.max(0, days), stability);

/** Whole days, at least one, until the chance of recall falls to `retention` (between 0 and 1). */
export const intervalFor = ({ stability }: Memory, retention: number): number =>
  Math.max(1, Math.round(stability * intervalModifier(retention)));

/** Days for each day of stability until the chance of recall falls to `retention` (between 0 and 1). */
export function intervalModifier(retention: number): number {
  let modifier = modifiers.get(retention);
  if (modifier === undefined)
    modifiers.set(retention, (modifier = model.calculate_interval_modifier(retention)));
  return modifier;
}
