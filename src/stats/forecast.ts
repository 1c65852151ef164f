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
  const weights = particles.map(({ weight }) => weight);
  const { chances, rights, mixed } = sitAll(particles, parts, exam.needed);
  return {
    chance: estimateOf(chances, weights),
    score: estimateOf([...mixed.keys()], [...mixed]),
    domains: Object.fromEntries(
      domains.map((domain, part) => [domain, estimateOf(rights[part] as number[], weights)]),
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

/**
 * What would come of the exam if the learner were as each particle has it: the chance of passing, each part's chance of a
 * right answer, and the chances of all scores mixed. The arrays in the loop are used again: making them anew for each
 * particle costs more than filling them.
 */
function sitAll(particles: readonly Particle[], parts: readonly Seated[], needed: number) {
  const seats = parts.flatMap((part, index) => Array<number>(part.seats).fill(index));
  const rights = parts.map((): number[] => []);
  const chances: number[] = [];
  const seated = new Float64Array(seats.length);
  const scores = new Float64Array(seats.length + 1);
  const mixed = new Float64Array(seats.length + 1);
  for (const { unknowns, weight } of particles) {
    parts.forEach(({ sorts }, part) => rights[part]?.push(rightIn(sorts, unknowns)));
    seats.forEach((part, seat) => (seated[seat] = rights[part]?.at(-1) ?? 0));
    scoreChances(seated, scores);
    chances.push(chanceOfAtLeast(needed, scores));
    for (let right = 0; right < mixed.length; right++)
      mixed[right] = (mixed[right] as number) + (scores[right] as number) * weight;
  }
  return { chances, rights, mixed };
}

function rightIn(sorts: Seated['sorts'], unknowns: Float64Array): number {
  let right = 0;
  for (const { terms, floor, share } of sorts) right += share * chanceAt(sumOf(terms, unknowns), floor);
  return right;
}

/** Weighted mean and percentiles. */
function estimateOf(values: ArrayLike<number>, weights: readonly number[]): Estimate {
  const order = Uint16Array.from(values, (_, i) => i).sort(
    (a, b) => (values[a] as number) - (values[b] as number),
  );
  let mean = 0;
  let passed = 0;
  let low: number | undefined;
  let high: number | undefined;
  for (const i of order) {
    const value = values[i] as number;
    mean += value * (weights[i] as number);
    passed += weights[i] as number;
    if (passed >= 0.05) low ??= value;
    if (passed >= 0.95) high ??= value;
  }
  return { mean, low: low ?? mean, high: high ?? mean };
}
