import { cellsOf, type Cell } from './cells.ts';
import type { Evidence } from './evidence.ts';
import type { FormPart } from './exam-form.ts';
import { chanceOfAtLeast, scoreChances } from './pass-chance.ts';
import { posterior, type Particles } from './posterior.ts';
import { chancesAt, layoutOf, termsOf, type Layout, type Term } from './response-model.ts';

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

/** Gives what was worked out before for the same key, or else what `make` gives. */
export type Recall = (key: string, make: () => Forecast) => Forecast;

/** Raised with any change to what comes of the same cells: forecasts worked out before are recalled by it. */
const version = 2;
/** Answers grow old by the hour, so that a forecast holds for a while. */
const hourMs = 3_600_000;

/**
 * The forecast from first tries, however few: whether there are enough to show it is for others to say. The form's
 * questions are taken to come from a pool much larger than the form, so that each seat is right on its own once the
 * learner's abilities are given. `now` is in milliseconds since 1970. Deterministic.
 */
export function forecast(
  evidence: Evidence,
  exam: Exam,
  now: number,
  recall: Recall = (_, make) => make(),
): Forecast {
  const domains = exam.parts.map(part => part.domain);
  const layout = layoutOf(domains.length);
  const cells = cellsOf(evidence, domains, exam.kinds, layout, now - (now % hourMs));
  return recall(JSON.stringify([version, exam, cells]), () => forecastFrom(cells, exam, layout));
}

function forecastFrom(cells: readonly Cell[], exam: Exam, layout: Layout): Forecast {
  const domains = exam.parts.map(part => part.domain);
  const particles = posterior(cells, layout);
  const parts = exam.parts.map((part, index) => ({ seats: part.seats, sorts: sortsIn(part, index, layout) }));
  const { weights } = particles;
  const { chances, rights, mixed } = sitAll(particles, parts, exam.needed);
  return {
    chance: estimateOf(chances, weights),
    score: estimateOf(Float64Array.from(mixed.keys()), mixed),
    domains: Object.fromEntries(
      domains.map((domain, part) => [domain, estimateOf(rights[part] as Float64Array, weights)]),
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
function sitAll({ unknowns, weights }: Particles, parts: readonly Seated[], needed: number) {
  const rights = parts.map(({ sorts }) => rightsIn(sorts, unknowns, weights.length));
  const seats = parts.flatMap((part, index) => Array<number>(part.seats).fill(index));
  const chances = new Float64Array(weights.length);
  const seated = new Float64Array(seats.length);
  const scores = new Float64Array(seats.length + 1);
  const mixed = new Float64Array(seats.length + 1);
  for (let p = 0; p < weights.length; p++) {
    for (let seat = 0; seat < seats.length; seat++)
      seated[seat] = (rights[seats[seat] as number] as Float64Array)[p] as number;
    scoreChances(seated, scores);
    chances[p] = chanceOfAtLeast(needed, scores);
    for (let right = 0; right < mixed.length; right++)
      mixed[right] = (mixed[right] as number) + (scores[right] as number) * (weights[p] as number);
  }
  return { chances, rights, mixed };
}

/** The chance of a right answer to a question of a part, for each of `count` learners. */
function rightsIn(sorts: Seated['sorts'], unknowns: Float64Array, count: number): Float64Array {
  const rights = new Float64Array(count);
  const chances = new Float64Array(count);
  for (const { terms, floor, share } of sorts) {
    chancesAt(terms, floor, unknowns, chances);
    for (let p = 0; p < count; p++) rights[p] = (rights[p] as number) + share * (chances[p] as number);
  }
  return rights;
}

/** Weighted mean and percentiles. Equal values count as one: numbers alone are sorted much faster than pairs. */
function estimateOf(values: Float64Array, weights: Float64Array): Estimate {
  const weightOf = new Map<number, number>();
  values.forEach((value, i) => weightOf.set(value, (weightOf.get(value) ?? 0) + (weights[i] as number)));
  let mean = 0;
  let passed = 0;
  let low: number | undefined;
  let high: number | undefined;
  for (const value of Float64Array.from(weightOf.keys()).sort()) {
    const weight = weightOf.get(value) as number;
    mean += value * weight;
    passed += weight;
    if (passed >= 0.05) low ??= value;
    if (passed >= 0.95) high ??= value;
  }
  return { mean, low: low ?? mean, high: high ?? mean };
}
