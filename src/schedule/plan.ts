import type { GuideItem } from '../bank/guide.ts';
import type { Day } from '../clock.ts';
import { keyed } from '../rng.ts';
import { safe, sweepOf, type Course } from './course.ts';
import { isKnown, type DeckCard } from './deck.ts';
import { recallOn, reviewed, type CardRecord } from './record.ts';
import { minutesFor, partOf, type DayPart, type Limits, type Weights } from './today.ts';

/** Something to read before an objective's first questions; a quarter of an hour where nobody said how long it takes. */
export type ReadingItem = Pick<GuideItem, 'id' | 'title' | 'minutes'> & { readonly done: boolean };

/** The reading of one objective, in order. */
export interface ObjectiveReading {
  readonly objective: string;
  readonly items: readonly ReadingItem[];
}

export interface PlanRequest {
  readonly deck: readonly DeckCard[];
  readonly course: Course;
  readonly today: Day;
  /** In the order of the blueprint. */
  readonly domains: readonly { readonly slug: string; readonly title: string; readonly weight: number }[];
  readonly limits: Limits;
  readonly reading: readonly ObjectiveReading[];
  readonly exams: {
    /** Full exams that can be drawn from questions never seen. */
    readonly fresh: number;
    /** The days on which exams were handed in. */
    readonly taken: readonly Day[];
    readonly minutes: number;
  };
  /** How many days to look ahead without an exam. */
  readonly horizon: number;
}

export interface PlanDay {
  readonly day: Day;
  /** Cards due; on later days as expected. */
  readonly due: number;
  readonly fresh: number;
  readonly reading: readonly ReadingItem[];
  /** The number of the mock exam that stands on this day, from 1. */
  readonly exam: number | undefined;
  readonly isSweep: boolean;
  /** All of it, the exam included. */
  readonly minutes: number;
}

export interface DomainOutlook {
  readonly slug: string;
  readonly title: string;
  readonly weight: number;
  readonly cards: number;
  /** Mean chance of recall on the exam's day, from 0 to 1, were nothing more studied; a card never met counts as unknown. */
  readonly now: number;
  /** The same with the plan kept. */
  readonly kept: number;
  /** Cards the plan has no room to introduce, and known ones that the sweep does not reach and that are not safe without. */
  readonly leftOut: number;
}

export interface Plan {
  readonly days: readonly PlanDay[];
  /** With cards only, in the order of the blueprint. */
  readonly domains: readonly DomainOutlook[];
  readonly now: number;
  readonly kept: number;
  readonly sweepFrom: Day | undefined;
  /** Mock exams that there is a day for. */
  readonly exams: number;
  /** Full exams that could be drawn from questions never seen. */
  readonly freshExams: number;
}

const usualReading = 15;

/**
 * What to do each day until the exam: the shipped schedule run forward, with recall as the memory model expects it. One
 * and the same plan for one and the same history: chance is a hash of card and day.
 */
export function planFor(request: PlanRequest): Plan {
  const days: PlanDay[] = [];
  let sweepFrom: Day | undefined;
  let after = request.deck;
  for (const step of daysOf(request)) {
    days.push(step.planned);
    sweepFrom = step.sweepFrom ?? sweepFrom;
    after = step.after();
  }
  const domains = outlooks(request, after, endOf(request), sweepFrom);
  const cards = sum(domains.map(domain => domain.cards));
  const mean = (of: 'now' | 'kept') =>
    sum(domains.map(domain => domain[of] * domain.cards)) / Math.max(1, cards);
  const exams = days.filter(({ exam }) => exam !== undefined).length;
  return {
    days,
    domains,
    now: mean('now'),
    kept: mean('kept'),
    sweepFrom,
    exams,
    freshExams: request.exams.fresh,
  };
}

/** Today's part of the plan, without working out the days behind it; undefined on the day of the exam. */
export const firstDay = (request: PlanRequest): PlanDay | undefined => daysOf(request).next().value?.planned;

const endOf = ({ course, today, horizon }: PlanRequest): Day =>
  course.exam !== undefined && course.exam >= today ? course.exam : today + horizon;

interface PlannedDay {
  readonly planned: PlanDay;
  readonly sweepFrom: Day | undefined;
  /** The deck as it is expected to be when the day is done. */
  after(): readonly DeckCard[];
}

function* daysOf(request: PlanRequest): Generator<PlannedDay, undefined> {
  const { course, today, limits } = request;
  const end = endOf(request);
  const weights: Weights = new Map(request.domains.map(({ slug, weight }) => [slug, weight]));
  const exams = course.exam === undefined || course.exam < today ? [] : examDays(request, end);
  const read = readingList(request.reading, request.deck);
  let deck = request.deck;
  for (let day = today; day < end; day++) {
    const sweep = sweepOf(recordsOf(deck), course, day);
    const examAt = exams.indexOf(day);
    // A mock exam is work enough: that day meets nothing new.
    const ofDay = {
      ...limits,
      metToday: day === today ? limits.metToday : 0,
      newPerDay: examAt < 0 ? limits.newPerDay : 0,
    };
    const part = partOf(deck, course, sweep, day, weights, ofDay);
    const cardMinutes = minutesFor(part.due.length, part.fresh.length, limits);
    const reading = examAt < 0 ? read(part.fresh, limits.minutes - cardMinutes) : [];
    const planned = {
      day,
      due: part.due.length,
      fresh: part.fresh.length,
      reading,
      exam: examAt < 0 ? undefined : request.exams.taken.length + examAt + 1,
      isSweep: sweep !== undefined && day >= sweep.from,
      minutes: cardMinutes + sum(reading.map(minutesOf)) + (examAt < 0 ? 0 : request.exams.minutes),
    };
    yield { planned, sweepFrom: sweep?.from, after: () => (deck = studied(deck, part, day)) };
  }
  return undefined;
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const minutesOf = ({ minutes }: ReadingItem) => minutes ?? usualReading;
const recordsOf = (deck: readonly DeckCard[]) => deck.filter(isKnown).map(({ record }) => record);

/** The deck after a day on which every card was recalled as often as the model expects. */
function studied(deck: readonly DeckCard[], { due, fresh }: DayPart, day: Day): DeckCard[] {
  const asked = new Set<string>([...due, ...fresh].map(({ key }) => key));
  return deck.map(card => {
    if (!asked.has(card.key)) return card;
    const expected = card.record ? recallOn(card.record, day) : firstSight;
    const isKnownNow = keyed(`plan\n${card.key}\n${day}`) < expected;
    const once = reviewed(card.record, { day, at: 0, grade: isKnownNow ? 'good' : 'again' });
    return { ...card, record: isKnownNow ? once : reviewed(once, { day, at: 0, grade: 'good' }) };
  });
}

/** How often a card is known when it is met. */
const firstSight = 0.6;

/**
 * Days for fresh mock exams: the first two days after the first cards, the last three days before the exam (two when it is
 * close), the others evenly between; about one in ten days, and no more than the bank still has.
 */
function examDays({ deck, today, exams }: PlanRequest, exam: Day): Day[] {
  const began = recordsOf(deck).reduce((first, { since }) => Math.min(first, since), today);
  const wanted = Math.max(1, Math.min(5, 1 + Math.floor((exam - began) / 10))) - exams.taken.length;
  const before = exams.taken.length > 0 ? Math.max(...exams.taken) + 3 : began + 2;
  const last = exam - today >= 10 ? exam - 3 : exam - 2;
  const first = Math.min(Math.max(today, before), Math.max(today, last));
  const count = Math.min(wanted, exams.fresh, last - first + 1);
  if (count <= 0) return [];
  if (count === 1) return [exams.taken.length > 0 ? last : first];
  return Array.from({ length: count }, (_, i) => Math.round(first + (i * (last - first)) / (count - 1)));
}

function outlooks(
  request: PlanRequest,
  after: readonly DeckCard[],
  exam: Day,
  sweepFrom: Day | undefined,
): DomainOutlook[] {
  return request.domains
    .map(({ slug, title, weight }) => {
      const now = request.deck.filter(({ row }) => row.domain === slug);
      const kept = after.filter(({ row }) => row.domain === slug);
      const isLeftOut = ({ record }: DeckCard) =>
        !record || (sweepFrom !== undefined && record.day < sweepFrom && recallOn(record, exam) < safe);
      return {
        slug,
        title,
        weight,
        cards: now.length,
        now: meanRecall(now, exam),
        kept: meanRecall(kept, exam),
        leftOut: request.course.exam === undefined ? 0 : kept.filter(isLeftOut).length,
      };
    })
    .filter(({ cards }) => cards > 0);
}

const chanceOn = (record: CardRecord | undefined, day: Day) => (record ? recallOn(record, day) : 0);
const meanRecall = (cards: readonly DeckCard[], day: Day) =>
  sum(cards.map(({ record }) => chanceOn(record, day))) / Math.max(1, cards.length);

/**
 * What is still to be read before objectives are begun. Gives a function that takes what fits into some minutes, of the
 * objectives that these cards begin first.
 */
function readingList(reading: readonly ObjectiveReading[], deck: readonly DeckCard[]) {
  const begun = new Set(deck.filter(isKnown).map(({ row }) => row.objective));
  const left = new Map(
    reading
      .filter(({ objective }) => !begun.has(objective))
      .map(({ objective, items }) => [objective, items.filter(({ done }) => !done)]),
  );
  return (fresh: readonly DeckCard[], minutes: number): ReadingItem[] => {
    const taken: ReadingItem[] = [];
    let room = minutes;
    for (const objective of new Set([...fresh.map(({ row }) => row.objective), ...left.keys()])) {
      const items = left.get(objective) ?? [];
      while (items[0] && minutesOf(items[0]) <= room) {
        room -= minutesOf(items[0]);
        taken.push(items.shift() as ReadingItem);
      }
      if (items.length > 0) break;
      left.delete(objective);
    }
    return taken;
  };
}
