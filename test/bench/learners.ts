import { default_w, FSRSAlgorithm } from 'ts-fsrs';
import { stream, type Stream } from '../../src/rng.ts';
import { dueOn, newOn, sweepOf } from '../../src/schedule/course.ts';
import { intervalFor, type Grade } from '../../src/schedule/memory.ts';
import { reviewed, type CardRecord } from '../../src/schedule/record.ts';

/*
 * Simulated learners. Their memory follows FSRS with weights of their own, which the schedule does not know: it runs as
 * shipped, on the default weights, and sees nothing but their grades.
 */

/** A card as its learner remembers it, and as the schedule believes. */
export interface StudiedCard {
  record: CardRecord;
  truth: { stability: number; difficulty: number; day: number };
  /** What SM-2 keeps instead. */
  sm2: { repetitions: number; easiness: number; due: number };
}

/** What one arm asks on a day; `retention` is what it aims at, where it aims at any. */
export type Arm = (
  cards: readonly StudiedCard[],
  today: number,
  exam: number,
  retention: number,
) => readonly StudiedCard[];

const due = (card: StudiedCard, retention: number) => card.record.day + intervalFor(card.record, retention);

export const arms = {
  'this plan': (cards, today, exam, retention) => {
    const course = { retention, exam };
    const sweep = sweepOf(
      cards.map(({ record }) => record),
      course,
      today,
    );
    return dueOn(cards, course, sweep, today);
  },
  'plain FSRS': (cards, today, _exam, retention) => cards.filter(card => due(card, retention) <= today),
  'capped at the exam': (cards, today, exam, retention) =>
    cards.filter(card => Math.min(due(card, retention), exam - 1) <= today && card.record.day < today),
  'SM-2': (cards, today) => cards.filter(({ sm2 }) => sm2.due <= today),
  'massed, last 3 days': () => [],
} satisfies Record<string, Arm>;

export type ArmName = keyof typeof arms;

export interface Studied {
  /** Mean chance of recall on the exam's day, from 0 to 1. */
  readonly recall: number;
  readonly reviews: number;
  /** The fullest day against the average day. */
  readonly worst: number;
}

/** A learner's own weights: each default weight times lognormal(0, 0.2). */
function ownMemory(seed: string): FSRSAlgorithm {
  const chance = stream(seed, 'weights');
  return new FSRSAlgorithm({
    enable_fuzz: false,
    w: default_w.map(weight => weight * Math.exp(0.2 * normal(chance))),
  });
}

/** A standard normal number (Box and Muller 1958). */
const normal = (chance: Stream) =>
  Math.sqrt(-2 * Math.log(1 - chance.next())) * Math.cos(2 * Math.PI * chance.next());

/** One learner, `count` cards, `days` until the exam. */
export function study(seed: string, arm: ArmName, { count, days, retention }: Cell): Studied {
  const memory = ownMemory(seed);
  const chance = stream(seed, 'answers');
  const cards: StudiedCard[] = [];
  const load: number[] = [];

  const remembered = (card: StudiedCard | undefined, day: number) =>
    chance.next() < (card ? memory.forgetting_curve(day - card.truth.day, card.truth.stability) : 0.6);

  const show = (card: StudiedCard | undefined, day: number): { card: StudiedCard; good: boolean } => {
    const good = remembered(card, day);
    const grade: Grade = good ? 'good' : 'again';
    const truth = memory.next_state(card?.truth ?? null, card ? day - card.truth.day : 0, good ? 3 : 1);
    const after: StudiedCard = {
      record: reviewed(card?.record, { day, at: 0, grade }),
      truth: { ...truth, day },
      sm2: sm2After(card?.sm2, good, day),
    };
    return { card: card ? Object.assign(card, after) : after, good };
  };

  /** Asks until it is known, as a session does; every showing counts. */
  const ask = (known: StudiedCard | undefined, day: number): number => {
    let showings = 1;
    let { card, good } = show(known, day);
    if (!known) cards.push(card);
    for (; !good; showings++) ({ card, good } = show(card, day));
    return showings;
  };

  for (let day = 0; day < days; day++) {
    const asked = arms[arm](cards, day, days, retention);
    let showings = 0;
    for (const card of asked) showings += ask(card, day);
    for (let fresh = newIn(arm, count, cards.length, day, days); fresh > 0; fresh--)
      showings += ask(undefined, day);
    load.push(showings);
  }
  const reviews = load.reduce((sum, showings) => sum + showings, 0);
  const chances = cards.map(({ truth }) => memory.forgetting_curve(days - truth.day, truth.stability));
  return {
    recall: chances.reduce((sum, recall) => sum + recall, 0) / count,
    reviews,
    worst: Math.max(...load) / (reviews / days),
  };
}

export interface Cell {
  readonly count: number;
  readonly days: number;
  readonly retention: number;
}

/** Every arm but the massed one meets its cards at the plan's pace. */
function newIn(arm: ArmName, count: number, met: number, day: number, days: number): number {
  if (arm !== 'massed, last 3 days') return newOn(count - met, Infinity, { retention: 0.9, exam: days }, day);
  return day < days - 3 ? 0 : Math.ceil((count - met) / (days - day));
}

/** SM-2 (Wozniak 1990) with quality 4 for what was known and 1 for what was not. */
function sm2After(before: StudiedCard['sm2'] | undefined, good: boolean, day: number): StudiedCard['sm2'] {
  const { repetitions, easiness, due: last } = before ?? { repetitions: 0, easiness: 2.5, due: day };
  const quality = good ? 4 : 1;
  const next = Math.max(1.3, easiness + 0.1 - (5 - quality) * (0.08 + (5 - quality) * 0.02));
  if (!good) return { repetitions: 0, easiness: next, due: day + 1 };
  const interval =
    repetitions === 0 ? 1 : repetitions === 1 ? 6 : Math.round(6 * easiness ** (repetitions - 1));
  return { repetitions: repetitions + 1, easiness: next, due: Math.max(day, last) + interval };
}
