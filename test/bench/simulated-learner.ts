import type { Row } from '../../src/bank/bank.ts';
import type { Blueprint } from '../../src/bank/blueprint.ts';
import { stream, type Stream } from '../../src/rng.ts';

/*
 * Learners made up for the bench, with assumptions of their own: nothing here is imported by the program, and nothing of
 * the program's model is imported here.
 */

/**
 * What the simulated population is like, in logits unless said otherwise; not to be touched to make the estimator look
 * better. `memory` is such that a published observation comes out: who has 62% on unseen questions shows 80% in all answers
 * after twenty sessions of 20 from 150 questions (the bench prints what it is here). That says nothing of `growth`: with
 * 0.05 a first session leaves 0.04 on average, the twentieth 0.005, which is the order of what is published for sitting a
 * test again (0.029); the mean learner goes from 67% to 71% on unseen questions in 400 answers of world C. It was 0.12 before
 * the first estimator was tuned, and bounds do not hold for learners who grow that fast: `--growth 0.12` shows it.
 */
export const population = {
  ability: { mean: 0.3, deviation: 1 },
  domain: 0.5,
  labels: { easy: -0.9, medium: 0, hard: 0.75 },
  labelDeviation: 0.2,
  itemDeviation: 0.8,
  otherKinds: { mean: 0.3, deviation: 0.5 },
  /** Scale of the half-normal growth of ability in a first session; each later one gives nine tenths of the one before. */
  growth: 0.05,
  growthKept: 0.9,
  /** The chance that a key read once is known the next day, and days over which a memory of one exposure fades. */
  memory: 0.77,
  memoryDays: 30,
  /** Who knows marks a guess this often; who does not, at a rate of their own, evenly spread from 0 to `marking`. */
  markedThoughKnown: 0.02,
  marking: 0.8,
} as const;

export interface Item {
  readonly row: Row;
  readonly floor: number;
  /** How much ability it takes, in logits, for this learner to know it. */
  readonly threshold: number;
}

/** Somebody who answers questions, and whose true chances are known. */
export interface SimulatedLearner {
  readonly items: readonly Item[];
  /** Answers a question now: right or wrong, and whether it was marked as a guess. Having seen the key is remembered. */
  answer(item: Item, day: number): { correct: boolean; guess: boolean };
  /** Looks at a question's card. */
  review(item: Item, day: number): void;
  /** What a session leaves behind, where ability grows at all. */
  grow(): void;
  /** The true chance of `needed` right on a fresh form, and the true mean score. */
  truth(): number;
  /** The true share of right answers on new questions of the bank, with the abilities of now. */
  unseen(): number;
  readonly chance: Stream;
}

export interface SimulatedBank {
  readonly blueprint: Blueprint;
  readonly rows: readonly Row[];
  /** By question id: the parts shown and a whole answer of ids. */
  readonly shapes: ReadonlyMap<
    string,
    { readonly shown: readonly string[]; readonly wanted: readonly string[] }
  >;
  /** By question id: the chance of being right without knowing. */
  readonly floors: ReadonlyMap<string, number>;
  readonly seats: ReadonlyMap<string, number>;
  readonly needed: number;
}

export const normalFrom = (chance: Stream): number =>
  Math.sqrt(-2 * Math.log(1 - chance.next())) * Math.cos(2 * Math.PI * chance.next());

const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));

/** `shift` moves the mean ability of the population, in logits; `speed` is the scale of its growth. */
export function makeLearner(
  bank: SimulatedBank,
  name: string,
  shift: number,
  speed: number = population.growth,
): SimulatedLearner {
  const chance = stream(name, 'learner');
  const normal = () => normalFrom(chance);
  const ability = population.ability.mean + shift + population.ability.deviation * normal();
  const domains = new Map(
    bank.blueprint.domains.map(({ slug }) => [slug, ability + population.domain * normal()]),
  );
  const labels = Object.fromEntries(
    Object.entries(population.labels).map(([label, mean]) => [
      label,
      mean + (label === 'medium' ? 0 : population.labelDeviation * normal()),
    ]),
  );
  const other = population.otherKinds.mean + population.otherKinds.deviation * normal();
  const logisticNoise = () => {
    const u = Math.min(Math.max(chance.next(), 1e-9), 1 - 1e-9);
    return Math.log(u / (1 - u));
  };
  const items = bank.rows.map(row => ({
    row,
    floor: bank.floors.get(row.id) ?? 0.25,
    threshold:
      (labels[row.difficulty ?? 'medium'] as number) +
      population.itemDeviation * normal() +
      (bank.blueprint.examKinds.includes(row.kind) ? 0 : other) +
      logisticNoise(),
  }));
  const rightOn = (row: Row, able: number): number => {
    const floor = bank.floors.get(row.id) ?? 0.25;
    const harder = bank.blueprint.examKinds.includes(row.kind) ? 0 : other;
    return floor + (1 - floor) * knownAt(able - (labels[row.difficulty ?? 'medium'] as number) - harder);
  };
  let growth = speed * Math.abs(normal());
  let grown = 0;
  const marking = population.marking * chance.next();
  const memory = new Map<string, { exposures: number; day: number }>();
  const remembers = ({ row }: Item, day: number) => {
    const kept = memory.get(row.id);
    if (!kept) return false;
    const strength = 1 - (1 - population.memory) ** kept.exposures;
    return chance.next() < strength * Math.exp((kept.day - day) / (population.memoryDays * kept.exposures));
  };
  const expose = ({ row }: Item, day: number) =>
    memory.set(row.id, { exposures: (memory.get(row.id)?.exposures ?? 0) + 1, day });
  return {
    items,
    chance,
    answer(item, day) {
      const knows = (domains.get(item.row.domain) as number) + grown > item.threshold || remembers(item, day);
      expose(item, day);
      return {
        correct: knows || chance.next() < item.floor,
        guess: chance.next() < (knows ? population.markedThoughKnown : marking),
      };
    },
    review: expose,
    grow() {
      grown += growth;
      growth *= population.growthKept;
    },
    truth: () => trueChance(bank, labels, slug => (domains.get(slug) as number) + grown),
    unseen: () =>
      bank.rows.reduce((sum, row) => sum + rightOn(row, (domains.get(row.domain) as number) + grown), 0) /
      bank.rows.length,
  };
}

/** The chance of passing a form drawn from a pool without end that is like the bank's questions of the exam's kinds. */
function trueChance(
  { blueprint, rows, floors, seats, needed }: SimulatedBank,
  labels: Readonly<Record<string, number>>,
  abilityIn: (slug: string) => number,
): number {
  let scores = [1];
  for (const { slug } of blueprint.domains) {
    const own = rows.filter(row => row.domain === slug && blueprint.examKinds.includes(row.kind));
    const right =
      own.reduce((sum, row) => {
        const floor = floors.get(row.id) ?? 0.25;
        const known = knownAt(abilityIn(slug) - (labels[row.difficulty ?? 'medium'] as number));
        return sum + floor + (1 - floor) * known;
      }, 0) / own.length;
    for (let seat = 0; seat < (seats.get(slug) ?? 0); seat++) scores = oneMore(scores, right);
  }
  return scores.slice(needed).reduce((sum, score) => sum + score, 0);
}

const oneMore = (scores: readonly number[], right: number): number[] =>
  Array.from(
    { length: scores.length + 1 },
    (_, k) => (scores[k] ?? 0) * (1 - right) + (scores[k - 1] ?? 0) * right,
  );

/** The logistic curve averaged over the spread of items, by the midpoints of 41 strips. */
function meanKnown(ability: number): number {
  let sum = 0;
  let total = 0;
  for (let z = -4; z <= 4; z += 0.2) {
    const density = Math.exp((-z * z) / 2);
    sum += density * sigmoid(ability - population.itemDeviation * z);
    total += density;
  }
  return sum / total;
}

const finest = 50;
const widest = 12;
const knownTable = Float64Array.from({ length: 2 * widest * finest + 2 }, (_, i) =>
  meanKnown(i / finest - widest),
);

/** `meanKnown`, read off a table between whose rows it is a straight line. */
export function knownAt(able: number): number {
  const at = Math.min(Math.max((able + widest) * finest, 0), 2 * widest * finest);
  const row = Math.floor(at);
  const low = knownTable[row] as number;
  return low + (at - row) * ((knownTable[row + 1] as number) - low);
}
