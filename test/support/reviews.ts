import type { Draft, Event } from '../../src/events/events.ts';
import { nextId } from '../../src/events/ids.ts';
import { reviewed, type CardRecord } from '../../src/schedule/record.ts';
import type { Grade } from '../../src/schedule/memory.ts';
import { beginning, stamped } from './events.ts';

export const dayMs = 86_400_000;

/** The learner's day of `beginning`, with the rollover at midnight or at 4. */
export const firstDay = Math.floor(beginning / dayMs);

/** A review, by days after `firstDay`. */
export type Made = readonly [day: number, grade: Grade];

/** What happened, by days (fractions count) after `beginning`. */
export type Happened = readonly [day: number, draft: Draft];

/** Events of one device, dated so. Ids are in this order. */
export function journalOf(...events: readonly Happened[]): Event[] {
  let last = '';
  return events.map(([day, draft], i) => {
    const at = beginning + Math.round(day * dayMs);
    last = nextId(at, last, String(i % 10).repeat(12));
    return stamped(draft, at, last);
  });
}

/** The record of a card after these reviews, days counted from `firstDay`. */
export function recordAfter(...reviews: readonly Made[]): CardRecord {
  const record = reviews.reduce<CardRecord | undefined>(
    (before, [day, grade]) => reviewed(before, { day: firstDay + day, at: 0, grade }),
    undefined,
  );
  if (!record) throw new Error('no review was given');
  return record;
}
