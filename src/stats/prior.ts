/*
 * What the forecast takes for likely before it has seen an answer. Logits: at 0 a learner knows half of the medium
 * questions. All are wide on purpose: thirty answers should outweigh them. The simulation that checks the forecast has
 * assumptions of its own, in a file of its own.
 */

interface Normal {
  readonly mean: number;
  readonly deviation: number;
}

export const prior = {
  /** Ability over the whole exam. */
  ability: { mean: 0.4, deviation: 1 },
  /** How far one domain stands from it. */
  domain: { mean: 0, deviation: 0.5 },
  /** How much harder than a medium question an easy and a hard one are, by what their author says of them. */
  easy: { mean: -0.8, deviation: 0.2 },
  hard: { mean: 0.8, deviation: 0.2 },
  /** How much harder the kinds are that the exam does not have. */
  otherKinds: { mean: 0.2, deviation: 0.7 },
  /** What ability gained from the first answer to now, were there much practice between. */
  gain: { mean: 0.13, deviation: 0.18 },
} as const satisfies Record<string, Normal>;

/** How much questions of one label differ in difficulty, in logits. */
export const itemDeviation = 0.7;

/** After so many answers and cards, two thirds of the gain is there. */
export const gainScale = 150;

/** A first try of so many days ago counts half: people forget, and a product changes. */
export const halfLifeDays = 180;

/** Guesses that every learner is taken to have made before the first: as many right as the options let expect. */
export const priorGuesses = 8;
