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
  /** What ability gained from the first answer to now, were there many repeats between. */
  gain: { mean: 0.25, deviation: 0.25 },
} as const satisfies Record<string, Normal>;

/** How much questions of one label differ in difficulty, in logits. */
export const itemDeviation = 0.7;

/** After so many answers to questions met before, two thirds of the gain is there. */
export const gainScale = 150;

/** A first try of so many days ago counts half: people forget, and a product changes. */
export const halfLifeDays = 180;

/** So many guesses that came out right as often as the options let expect, every learner is taken to have made before. */
export const priorGuesses = 6;

/** So many questions not known, some of them marked as guesses, every learner is taken to have answered before. */
export const priorMarking = { marked: 0.5, unmarked: 1.5 };

/**
 * What an answer counts of one that were just as the model has it. Some of what it takes for known is an estimate (how
 * guesses are marked, how questions differ), and taken at its word it is a little too sure: bounds of 90% would hold the
 * truth in 83 to 88% of cases.
 */
export const trust = 0.9;
