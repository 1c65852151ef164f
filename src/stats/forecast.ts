import { cellsOf } from './cells.ts';
import type { Evidence } from './evidence.ts';
import type { FormPart } from './exam-form.ts';
import { chanceOfAtLeast, scoreChances } from './pass-chance.ts';
import { posterior, type Particle } from './posterior.ts';
import { chanceAt, layoutOf, sumOf, termsOf, type Layout, type Term } from './response-model.ts';

/** A figure and the bounds between which it lies with a chance of 90%. */
export interface Estimate {
  readonly mean: number;
  /** 5th percentile. */
  readonly low: number;
  /** 95th percentile. */
  readonly high: number;
}

/** What the answers say of the real exam, had it to be sat now. */
export interface Forecast {
  /** The chance of passing; the bounds are over what is not known about the learner. */
  readonly chance: Estimate;
  /** Right answers; the bounds also hold the luck of the day. */
  readonly score: Estimate;
  /** The chance that a new question of a domain is answered right, by slug. */
  readonly domains: Readonly<Record<string, Estimate>>;
}

/** The exam that is forecast. */
export interface Exam {
  readonly parts: readonly FormPart[];
  readonly kinds: readonly string[];
  /** Right answers that a pass needs. */
  readonly needed: number;
}

/**
 * The forecast from first tries, however few: whether there are enough to show it is for others to say. The form's
 * questions are taken to come from a pool much larger than the form, so that each seat is right on its own once the
 * learner's abilities are given. `now` is in milliseconds since 1970. Deterministic.
 */
export function forecast(evidence: Evidence, exam: Exam, now: number): Forecast {
  const domains = exam.parts.map(part => part.domain);
  const layout = layoutOf(domains.length);
  const particles = posterior(cellsOf(evidence, domains, exam.kinds, layout, now), layout);
  const parts = exam.parts.map((part, index) => ({ seats: part.seats, sorts: sortsIn(part, index, layout) }));
  const seated = particles.map(particle => sit(particle, parts, exam.needed));
  const weights = particles.map(({ weight }) => weight);
  return {
    chance: estimateOf(
      seated.map(({ chance }) => chance),
      weights,
    ),
    score: scoreEstimate(
      seated.map(({ scores }) => scores),
      weights,
    ),
    domains: Object.fromEntries(
      domains.map((domain, index) => [
        domain,
        estimateOf(
          seated.map(({ right }) => right[index] as number),
          weights,
        ),
      ]),
    ),
  };
}

interface Seated {
  readonly seats: number;
  readonly sorts: readonly {
    readonly terms: readonly Term[];
    readonly floor: number;
    readonly share: number;
  }[];
}

const sortsIn = ({ sorts }: FormPart, domain: number, layout: Layout): Seated['sorts'] =>
  sorts.map(({ difficulty, floor, share }) => ({
    terms: termsOf({ domain, difficulty, floor, isOther: false, toCome: 0 }, layout),
    floor,
    share,
  }));

/** What would come of the exam if the learner were as the particle has it. */
function sit({ unknowns }: Particle, parts: readonly Seated[], needed: number) {
  const right = parts.map(({ sorts }) =>
    sorts.reduce((sum, { terms, floor, share }) => sum + share * chanceAt(sumOf(terms, unknowns), floor), 0),
  );
  const scores = scoreChances(parts.flatMap(({ seats }, i) => Array<number>(seats).fill(right[i] as number)));
  return { right, scores, chance: chanceOfAtLeast(needed, scores) };
}

/** Weighted mean and percentiles. */
function estimateOf(values: readonly number[], weights: readonly number[]): Estimate {
  const sorted = values.map((value, i) => ({ value, weight: weights[i] as number }));
  sorted.sort((a, b) => a.value - b.value);
  const at = (share: number) => {
    let passed = 0;
    for (const { value, weight } of sorted) if ((passed += weight) >= share) return value;
    return sorted.at(-1)?.value ?? 0;
  };
  const mean = sorted.reduce((sum, { value, weight }) => sum + value * weight, 0);
  return { mean, low: at(0.05), high: at(0.95) };
}

/** The number of right answers with the mixture of all particles' scores. */
function scoreEstimate(scores: readonly Float64Array[], weights: readonly number[]): Estimate {
  const mixed = new Float64Array(scores[0]?.length ?? 1);
  scores.forEach((chances, i) =>
    chances.forEach(
      (chance, right) => (mixed[right] = (mixed[right] as number) + chance * (weights[i] as number)),
    ),
  );
  return estimateOf([...mixed.keys()], [...mixed]);
}
