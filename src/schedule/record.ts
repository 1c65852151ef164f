import type { Day } from '../clock.ts';
import { afterReview, retrievability, type Grade, type Memory } from './memory.ts';

/** What the reviews of one card have come to. Plain JSON: a fold's state holds it. */
export interface CardRecord extends Memory {
  /** The day of the last review, as far as dates can be believed. */
  readonly day: Day;
  /** The day that the last review itself says it was. */
  readonly dated: Day;
  /** The moment of the last review, in milliseconds since 1970. */
  readonly at: number;
  readonly grade: Grade;
  readonly reviews: number;
  /** How often it was forgotten after it had been known. */
  readonly lapses: number;
  /** The day it was first met. */
  readonly since: Day;
  /** Where the first review was dated after the second, which of the two is wrong is open: the later of their days. */
  readonly ahead?: Day;
  /** The memory before the last review, with the day and grade of the one that led to it; absent after the first. */
  readonly before?: Memory & { readonly day: Day; readonly grade: Grade };
}

/** One review, as its event tells it. */
export interface Review {
  readonly day: Day;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly grade: Grade;
}

/**
 * The record after one more review. Reviews come in the order of their events, which two devices' clocks, or one clock
 * set back, may contradict: no time passes between a review and an earlier one dated after it. Where the review before
 * that one is not dated later, the last was dated ahead, and is counted anew as of this day; otherwise it is this review
 * that is dated back, and the card's day stays.
 */
export function reviewed(record: CardRecord | undefined, review: Review): CardRecord {
  const { day, at, grade } = review;
  if (!record) {
    const { stability, difficulty } = afterReview(undefined, 0, grade);
    return { stability, difficulty, day, dated: day, at, grade, reviews: 1, lapses: 0, since: day };
  }
  const last = day < record.day ? mended(record, day) : record;
  const isPast = last.ahead !== undefined && last.ahead <= day;
  const lastDay = isPast ? (last.ahead as Day) : last.day;
  const { stability, difficulty } = afterReview(last, Math.max(0, day - lastDay), grade);
  const next = {
    stability,
    difficulty,
    day: Math.max(day, lastDay),
    dated: day,
    at,
    grade,
    reviews: record.reviews + 1,
    lapses: record.lapses + (grade === 'again' && record.grade !== 'again' ? 1 : 0),
    since: Math.min(record.since, day),
    before: { stability: last.stability, difficulty: last.difficulty, day: lastDay, grade: record.grade },
  };
  // Not spread into it: almost no record has it, and every review comes by here.
  return last.ahead === undefined || isPast ? next : { ...next, ahead: last.ahead };
}

/** The record as if its last review had been on `day`, where it is that one which is dated wrong, or may be. */
function mended(record: CardRecord, day: Day): CardRecord {
  const { before } = record;
  if (!before) return { ...record, day, ahead: record.day };
  if (before.day > day) return record;
  return { ...record, ...afterReview(before, day - before.day, record.grade), day };
}

/**
 * The record as of a day: a last review dated after it, as another device with a wrong clock makes one, is left out where
 * the one before is not.
 */
export function recordOn(record: CardRecord, today: Day): CardRecord {
  const { before } = record;
  return record.day > today && before && before.day <= today
    ? { ...record, ...before, dated: before.day }
    : record;
}

/** The chance of recalling a card on a day, from 0 to 1. */
export const recallOn = (record: CardRecord, day: Day): number => retrievability(record, day - record.day);
