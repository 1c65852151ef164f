import type { Day } from '../clock.ts';
import { intervalModifier } from './memory.ts';
import { recordOn, type CardRecord } from './record.ts';

/*
 * On which past days nothing was due. A card's due day hangs on a setting, but only through one factor of its stability:
 * a gap between two days of practice therefore keeps the least factor with which no card would have come back in it, and
 * any retention is answered from that. Cards bring in what they need when they are reviewed next, so nothing looks at all
 * of them; what was never reviewed since is looked at when it is asked, in the bank as it is, or a question taken out of
 * the bank would be due for ever. An exam's final sweep is left out: when an earlier exam was is not known.
 */

/** Days without practice: those between `from` and `to`. JSON. */
export type Gap = [from: Day, to: Day, need: number];

/** A bank's gaps, oldest first, and the last day of practice, once there is one. JSON. */
export interface Rests {
  last?: Day;
  readonly gaps: Gap[];
}

export const noRests = (): Rests => ({ gaps: [] });

/** What a card just forgotten needs: it comes back at once, whatever the factor. JSON knows no infinity. */
const always = 1e9;

/** Notes a day of practice, and with it the gap that it ends. */
export function practise(rests: Rests, day: Day): void {
  if (rests.last !== undefined && day > rests.last + 1) rests.gaps.push([rests.last, day, 0]);
  rests.last = day;
}

/** Brings in what a card needs, as it stood in the gaps since its last review, and since `restored` if it was set aside. */
export function settle({ gaps }: Rests, record: CardRecord | undefined, restored = -Infinity): void {
  if (!record) return;
  const since = Math.max(record.day, restored);
  for (let i = gaps.length - 1; i >= 0; i--) {
    const gap = gaps[i] as Gap;
    if (gap[1] <= since) return;
    if (gap[0] >= since) gap[2] = Math.max(gap[2], needOf(record, gap[1]));
  }
}

/** The least factor with which a card does not come back before a day: its interval is stability times factor, rounded. */
const needOf = ({ grade, day, stability }: CardRecord, to: Day): number =>
  grade === 'again' ? always : (to - day - 0.5) / stability;

/** What is known of a card; the schedule's own. */
interface Known {
  readonly record?: CardRecord;
  readonly suspended?: boolean;
  readonly restored?: Day;
}

interface Asked {
  readonly rests: Rests;
  /** Every card that can be reviewed still. */
  readonly cards: readonly Known[];
  readonly retention: number;
  readonly today: Day;
}

/**
 * Answers, of two days of practice or of one and today, whether nothing was due on any day between. By the retention as
 * it is set now, from 0 to 1.
 */
export function nothingDue({ rests, cards, retention, today }: Asked): (from: Day, to: Day) => boolean {
  const factor = intervalModifier(retention);
  const open = cards.flatMap(({ record, suspended, restored = -Infinity }) => {
    if (!record || suspended) return [];
    const believed = recordOn(record, today);
    return [{ record: believed, since: Math.max(believed.day, restored) }];
  });
  const wasSettled = (from: Day, to: Day) =>
    from === rests.last || rests.gaps.some(gap => gap[0] <= from && gap[1] >= to && gap[2] <= factor);
  return (from, to) =>
    wasSettled(from, to) && !open.some(({ record, since }) => since <= from && needOf(record, to) > factor);
}
