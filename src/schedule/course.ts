import type { Day } from '../clock.ts';
import { intervalFor } from './memory.ts';
import { recallOn, type CardRecord } from './record.ts';

/** What decides when cards come back: settings, and the exam if there is one to come. */
export interface Course {
  /** The chance of recall at which a card is asked again, from 0 to 1. */
  readonly retention: number;
  /** The exam's day; undefined without one. */
  readonly exam: Day | undefined;
}

/** The last days before the exam, in which every card is asked once. */
export interface Sweep {
  readonly from: Day;
  /** The first day after it: the exam's. */
  readonly to: Day;
  /** Cards asked again on one of its days, at most, those it asks for the first time included. */
  readonly most: number;
}

/** No day asks more than so many times what an average day does. */
const worstDay = 3;
const shortest = 3;
const longest = 7;
/** Reviews of a card before the sweep, where history cannot tell yet. */
const usualReviews = 3.5;
/** Showings of a card on a day of the sweep: those it finds forgotten are asked more than once. */
const sweepShowings = 2;
/** Asked cards for a showing: one in seven is shown twice. */
const cardsAShowing = 0.85;
/** A card that the sweep has asked is asked once more while its chance on the exam's day is below this. */
export const safe = 0.9;

/**
 * The final sweep, no shorter than three days and no longer than seven: as short as it can be without a day above three
 * times the average of all days since the first card. Undefined without an exam, and once its day has come.
 */
export function sweepOf(records: readonly CardRecord[], { exam }: Course, today: Day): Sweep | undefined {
  if (exam === undefined || exam <= today) return undefined;
  const began = records.reduce((first, { since }) => Math.min(first, since), today);
  const days = Math.max(1, exam - began);
  // What the sweep itself has asked by now must not shorten it.
  const asked = records.reduce((sum, { reviews, day }) => sum + reviews - (day >= exam - longest ? 1 : 0), 0);
  const before = Math.max(asked, usualReviews * records.length);
  const inSweep = sweepShowings * records.length;
  const needed = Math.ceil((inSweep * days) / Math.max(1, worstDay * (before + inSweep)));
  const average = (before + records.length) / days;
  return {
    from: exam - Math.min(longest, Math.max(shortest, needed)),
    to: exam,
    most: Math.floor(worstDay * average * cardsAShowing),
  };
}

/**
 * The day on which a card comes back: when the chance of recall has fallen to the retention asked for, but no later than the
 * sweep begins. What the sweep has asked comes back the next day if it would not be safe on the exam's day, else after it.
 */
export function comesBack(record: CardRecord, { retention }: Course, sweep: Sweep | undefined): Day {
  if (record.grade === 'again') return record.day;
  const due = record.day + intervalFor(record, retention);
  if (!sweep || record.day >= sweep.to) return due;
  if (record.day < sweep.from) return Math.min(due, sweep.from);
  const isSafe = recallOn(record, sweep.to) >= safe || record.day + 1 >= sweep.to;
  return isSafe ? Math.max(due, sweep.to) : record.day + 1;
}

/** Whether a card is to be asked on a day. A card whose last review is dated after it is asked: one of the dates is wrong. */
const isDue = (record: CardRecord, course: Course, sweep: Sweep | undefined, today: Day): boolean =>
  record.day > today ? record.dated !== today : comesBack(record, course, sweep) <= today;

/**
 * The cards to ask on a day, the most forgotten first. In the sweep those not asked in it yet are spread over the days
 * that are left of it.
 */
export function dueOn<Card extends { readonly record: CardRecord }>(
  cards: readonly Card[],
  course: Course,
  sweep: Sweep | undefined,
  today: Day,
): Card[] {
  const due = byRecall(
    cards.filter(({ record }) => isDue(record, course, sweep, today)),
    today,
  );
  if (!sweep || today < sweep.from) return due;
  const waiting = due.filter(({ record }) => record.day < sweep.from);
  const share = waiting.slice(0, Math.ceil(waiting.length / (sweep.to - today)));
  const again = due.filter(({ record }) => record.day >= sweep.from);
  return byRecall([...share, ...again.slice(0, Math.max(0, sweep.most - share.length))], today);
}

/** The most forgotten first. */
export const byRecall = <Card extends { readonly record: CardRecord }>(
  cards: readonly Card[],
  today: Day,
): Card[] =>
  cards
    .map(card => ({ card, recall: recallOn(card.record, today) }))
    .sort((a, b) => a.recall - b.recall)
    .map(({ card }) => card);

/**
 * How many new cards a day takes, so that all of them are met a week before the exam, or three days before one that is less
 * than two weeks away: the later ones would hardly be repeated. `waiting` are the cards never met; without an exam, and
 * never more than, `most`.
 */
export function newOn(waiting: number, most: number, { exam }: Course, today: Day): number {
  if (exam === undefined || exam <= today) return Math.min(waiting, most);
  const left = exam - today;
  const days = left - (left > 14 ? 7 : 3);
  return Math.min(waiting, most, Math.ceil(waiting / Math.max(1, days)));
}
