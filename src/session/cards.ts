import type { BankEntry, Orders } from '../question/types.ts';
import type { Course, Sweep } from '../schedule/course.ts';
import type { Grade } from '../schedule/memory.ts';
import type { CardRecord } from '../schedule/record.ts';

/** One card of a session, with the order in which its options are shown. */
export interface CardSeat {
  readonly entry: BankEntry;
  readonly orders: Orders;
  /** What history says of it; undefined for a new one. */
  readonly record: CardRecord | undefined;
}

/** A card that waits for its turn. */
export interface Waiting {
  readonly seat: number;
  /** Not before this moment, in milliseconds since 1970; 0 is at once. */
  readonly from: number;
}

/** What undoing goes back to. */
export interface Table {
  /** The card on screen, by seat; undefined when all are done. */
  readonly current: number | undefined;
  readonly queue: readonly Waiting[];
  /** What each card has come to by now. */
  readonly records: ReadonlyMap<number, CardRecord>;
}

/** Something done to a card that can be taken back. */
export interface CardStep {
  readonly what: 'graded' | 'buried' | 'suspended';
  /** The id of its event. */
  readonly event: string;
  readonly seat: number;
  readonly grade: Grade | undefined;
  readonly ms: number;
  readonly before: Table;
}

/** What a session of cards keeps beyond other sessions. Seats are counted from 0. */
export interface CardsState extends Table {
  readonly seats: readonly CardSeat[];
  readonly isOptionsShown: boolean;
  readonly isBackShown: boolean;
  /** In order; what was taken back is gone. */
  readonly steps: readonly CardStep[];
  readonly plan: CardsPlan;
}

/** What decides when cards come back. */
export interface CardsPlan {
  readonly course: Course;
  readonly sweep: Sweep | undefined;
  readonly rolloverHour: number;
  /** Minutes that local time was ahead of UTC when the cards were drawn. */
  readonly offset: number;
}

/** What a session of cards begins with. */
export interface CardsOpening {
  readonly seats: readonly CardSeat[];
  readonly plan: CardsPlan;
  /** When the first card is shown, in milliseconds since 1970. */
  readonly begun: number;
}

export function openCards({ seats, plan }: CardsOpening): CardsState {
  const records = new Map(seats.flatMap(({ record }, seat) => (record ? [[seat, record] as const] : [])));
  const queue = seats.map((_, seat) => ({ seat, from: 0 }));
  return {
    seats,
    plan,
    ...nextCard({ current: undefined, queue, records }, 0),
    isOptionsShown: false,
    isBackShown: false,
    steps: [],
  };
}

/** The table with the next card on it: one whose wait is over, then the first in line, then the one that waits least. */
export function nextCard({ queue, records }: Table, now: number): Table {
  const [first] = [
    queue.find(({ from }) => from > 0 && from <= now),
    queue.find(({ from }) => from === 0),
    queue.toSorted((a, b) => a.from - b.from)[0],
  ].filter(waiting => waiting !== undefined);
  return { current: first?.seat, queue: queue.filter(waiting => waiting !== first), records };
}

/** The last grade of each seat that has one. */
export const lastGrades = ({ steps }: CardsState): Map<number, Grade> =>
  new Map(steps.flatMap(({ seat, grade }) => (grade ? [[seat, grade] as const] : [])));
