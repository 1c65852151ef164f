import type { Day } from '../clock.ts';
import { dueOn, newOn, type Course, type Sweep } from './course.ts';
import { isKnown, type DeckCard, type KnownCard } from './deck.ts';
import { recallOn } from './record.ts';

/** What decides how much a day holds. */
export interface Limits {
  /** New cards a day, at most. */
  readonly newPerDay: number;
  /** Cards already met today, in whatever mode: they count against the new ones. */
  readonly metToday: number;
  /** So many new cards and no other number, whatever the pace. */
  readonly fresh?: number | undefined;
  /** Minutes a day; Infinity without a bound. */
  readonly minutes: number;
  /** Seconds that a card takes. */
  readonly seconds: number;
}

/** A day's cards. */
export interface DayPart {
  /** The most forgotten first. */
  readonly due: readonly KnownCard[];
  readonly fresh: readonly DeckCard[];
  /** Due, but more than the minutes hold: of the domains with the least weight first. */
  readonly putOff: readonly KnownCard[];
}

/** By domain, its share of the exam in percent. */
export type Weights = ReadonlyMap<string, number>;

/** A card never met takes longer: it is read, not recalled. */
const newTakes = 2;

/**
 * What a day asks of a deck: what is due, and new cards as the course paces them. Cards that give each other away do not
 * meet on one day; those asked today already count. What the day's minutes do not hold is put off, new cards first, then
 * the best remembered of the domains with the least weight.
 */
export function partOf(
  deck: readonly DeckCard[],
  course: Course,
  sweep: Sweep | undefined,
  today: Day,
  weights: Weights,
  limits: Limits,
): DayPart {
  const known = deck.filter(isKnown);
  const waiting = objectivesInTurn(deck);
  const barred = new Set(
    known.filter(({ record }) => record.dated === today).flatMap(({ row }) => row.enemies),
  );
  const due = apart(dueOn(known, course, sweep, today), barred);
  const paced = newOn(waiting.length + limits.metToday, limits.newPerDay, course, today);
  const room = limits.fresh ?? Math.max(0, paced - limits.metToday);
  const fresh = apart(mixed(waiting, weights), barred).slice(0, room);
  return fitted(due, fresh, weights, limits, today);
}

/** Cards never met, those of the objectives with the fewest known first: each is begun before any is gone into. */
function objectivesInTurn(deck: readonly DeckCard[]): DeckCard[] {
  const waiting = deck.filter(card => !isKnown(card));
  // A plan for years asks this of every day, and on most of them all cards have been met.
  if (waiting.length === 0) return [];
  const known = new Map<string, number>();
  const count = ({ row: { domain, objective } }: DeckCard) => {
    const of = `${domain}/${objective}`;
    const before = known.get(of) ?? 0;
    known.set(of, before + 1);
    return before;
  };
  deck.filter(isKnown).forEach(count);
  return waiting
    .map(card => ({ card, place: count(card) }))
    .sort((a, b) => a.place - b.place)
    .map(({ card }) => card);
}

function fitted(
  due: readonly KnownCard[],
  fresh: readonly DeckCard[],
  weights: Weights,
  limits: Limits,
  today: Day,
): DayPart {
  const room = Math.floor((limits.minutes * 60) / limits.seconds);
  const kept = new Set(
    due
      .map(card => ({ card, weight: weightOf(card, weights), recall: recallOn(card.record, today) }))
      .sort((a, b) => b.weight - a.weight || a.recall - b.recall)
      .slice(0, room)
      .map(({ card }) => card),
  );
  return {
    due: due.filter(card => kept.has(card)),
    fresh: fresh.slice(0, Math.max(0, Math.floor((room - kept.size) / newTakes))),
    putOff: due.filter(card => !kept.has(card)),
  };
}

/** Minutes that cards take, rounded up; 0 for none. */
export const minutesFor = (due: number, fresh: number, { seconds }: Pick<Limits, 'seconds'>): number =>
  Math.ceil(((due + newTakes * fresh) * seconds) / 60);

/** Drops every card that an earlier one, or one asked already, is an enemy of. */
function apart<Card extends DeckCard>(cards: readonly Card[], barred: Set<string>): Card[] {
  return cards.filter(({ row }) => {
    if (barred.has(row.id)) return false;
    for (const enemy of row.enemies) barred.add(enemy);
    return true;
  });
}

const weightOf = ({ row }: DeckCard, weights: Weights) => weights.get(row.domain) ?? 1;

/** Cards with the domains mixed by weight, each domain's own in the order given: any beginning has fair shares. */
export function mixed<Card extends DeckCard>(cards: readonly Card[], weights: Weights): Card[] {
  const taken = new Map<string, number>();
  return cards
    .map(card => {
      const place = taken.get(card.row.domain) ?? 0;
      taken.set(card.row.domain, place + 1);
      return { card, turn: (place + 0.5) / weightOf(card, weights) };
    })
    .sort((a, b) => a.turn - b.turn)
    .map(({ card }) => card);
}

/** The order of a session: due and new, each mixed by weight, the new spread among the due; at most `most`. */
export function queueOf({ due, fresh }: DayPart, weights: Weights, most: number): DeckCard[] {
  const turns = (cards: readonly DeckCard[], lag: number) =>
    mixed(cards, weights).map((card, place) => ({ card, turn: (place + lag) / cards.length }));
  return [...turns(due, 0.4), ...turns(fresh, 0.5)]
    .sort((a, b) => a.turn - b.turn)
    .slice(0, most)
    .map(({ card }) => card);
}
