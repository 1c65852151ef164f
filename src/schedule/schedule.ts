import { dayNamed, dayOf, type Day } from '../clock.ts';
import type { CardSuspended, Event } from '../events/events.ts';
import { own, type Fold } from '../events/fold.ts';
import { grades, type Grade } from './memory.ts';
import { reviewed, type CardRecord, type Review } from './record.ts';
import { noRests, practise, settle, type Rests } from './rests.ts';

/** What history says of one card. */
export interface Scheduled {
  record?: CardRecord;
  /** The first day on which a buried card is asked again. */
  buried?: Day;
  suspended?: boolean;
  /** The day on which it was no longer suspended. */
  restored?: Day;
  /** Reviews that may still be taken back, and what there was before them. */
  recent?: { readonly base: CardRecord | undefined; readonly reviews: Recent[] } | undefined;
}

interface Recent extends Review {
  readonly id: string;
  readonly session: string;
}

/** The schedule of every card, by bank, then by card. Plain JSON. */
export interface ScheduleState {
  readonly banks: Record<string, Record<string, Scheduled>>;
  /** The days between days of practice, by bank. */
  readonly rests: Record<string, Rests>;
  /** Sessions whose grades may still be taken back: the day they began, and the cards they graded. */
  readonly open: Record<string, { readonly day: Day; readonly cards: [bank: string, card: string][] }>;
  /** What the learner's own grades took so far. */
  readonly pace: { cards: number; ms: number };
}

/** A card is a bank's id and a revision: a raised revision begins anew, another wording does not. */
export const cardKey = ({ id, revision }: { readonly id: string; readonly revision: number }): string =>
  `${id}@${revision}`;

/** The mode whose grades are habits and no reviews. */
export const crammed = 'cram';

/** So long, in days, grades of a session that never ended can be taken back. */
const openDays = 7;

/**
 * Folds the journal into the schedule of every card. The rollover hour decides which day a moment belongs to, so each has
 * a fold, and a checkpoint, of its own. Every answer is one review, and every grade that is not crammed or taken back.
 */
export const scheduleFold = (rolloverHour: number): Fold<ScheduleState> => ({
  name: `schedule-${rolloverHour}`,
  version: 3,
  start: () => ({ banks: {}, rests: {}, open: {}, pace: { cards: 0, ms: 0 } }),
  step(state, event) {
    switch (event.type) {
      case 'question-answered':
        return review(state, event, gradeOf(event), rolloverHour);
      case 'card-graded':
        if (event.mode === crammed) return crammedOn(state, event, rolloverHour);
        if (event.ms > 0) {
          state.pace.cards++;
          state.pace.ms += event.ms;
        }
        return review(state, event, event.grade, rolloverHour);
      case 'grade-undone':
        return takeBack(cardOf(state, event), event.event);
      case 'card-buried':
        return bury(cardOf(state, event), event.until === null ? undefined : dayNamed(event.until));
      case 'card-suspended':
        return suspend(state, event, rolloverHour);
      case 'session-started':
        return closeOld(state, dayIn(Date.parse(event.time), event, rolloverHour));
      case 'session-finished':
        return close(state, event.session);
      default:
        return;
    }
  },
});

/** The one rule for answers: wrong is again, right by a guess is hard, right and sure is good; never easy. */
export const gradeOf = ({ correct, guess }: { correct: boolean; guess: boolean }): Grade =>
  correct ? (guess ? 'hard' : 'good') : 'again';

const dayIn = (at: number, { offset }: Event, rolloverHour: number): Day =>
  dayOf(at, Number.isFinite(offset) ? offset : 0, rolloverHour);

interface OfCard {
  readonly bank: string;
  readonly question: string;
  readonly revision: number;
}

const keyOf = ({ question, revision }: OfCard): string => cardKey({ id: question, revision: revision ?? 1 });

function cardOf(state: ScheduleState, of: OfCard, key = keyOf(of)): Scheduled {
  const cards = own(state.banks, of.bank, () => ({}));
  return own<Scheduled>(cards, key, () => ({}));
}

function review(
  state: ScheduleState,
  event: Event & OfCard & { readonly session: string },
  grade: Grade,
  rolloverHour: number,
): void {
  const { id, session } = event;
  const at = Date.parse(event.time);
  const day = dayIn(at, event, rolloverHour);
  // Another program's line may hold anything: what is no review leaves the card as it was.
  if (Number.isNaN(day) || !grades.includes(grade)) return;
  const key = keyOf(event);
  const card = cardOf(state, event, key);
  const rests = own(state.rests, event.bank, noRests);
  practise(rests, day);
  if (!card.suspended) settle(rests, card.record, card.restored);
  const made: Recent = { id, session, day, at, grade };
  if (card.recent) card.recent.reviews.push(made);
  else if (event.type === 'card-graded') card.recent = { base: card.record, reviews: [made] };
  if (event.type === 'card-graded')
    own(state.open, session, () => ({ day, cards: [] })).cards.push([event.bank, key]);
  card.record = reviewed(card.record, made);
}

/** Counts a card's reviews anew without one of them. One that is settled, or not there, changes nothing. */
function takeBack(card: Scheduled, id: string): void {
  const { recent } = card;
  if (!recent?.reviews.some(made => made.id === id)) return;
  const reviews = recent.reviews.filter(made => made.id !== id);
  const record = reviews.reduce<CardRecord | undefined>(reviewed, recent.base);
  card.recent = { ...recent, reviews };
  if (record) card.record = record;
  else delete card.record;
}

/** Cramming is practice, and no review. */
function crammedOn(state: ScheduleState, event: Event & OfCard, rolloverHour: number): void {
  const day = dayIn(Date.parse(event.time), event, rolloverHour);
  if (!Number.isNaN(day)) practise(own(state.rests, event.bank, noRests), day);
}

function suspend(state: ScheduleState, event: Event & CardSuspended, rolloverHour: number): void {
  const card = cardOf(state, event);
  if (event.suspended && !card.suspended)
    settle(own(state.rests, event.bank, noRests), card.record, card.restored);
  if (!event.suspended && card.suspended) card.restored = dayIn(Date.parse(event.time), event, rolloverHour);
  card.suspended = event.suspended;
}

function bury(card: Scheduled, until: Day | undefined): void {
  if (until === undefined) delete card.buried;
  else card.buried = until;
}

/** Settles the grades of a session, but where another open one has graded the same card. */
function close(state: ScheduleState, session: string): void {
  const ended = Object.hasOwn(state.open, session) ? state.open[session] : undefined;
  if (!ended) return;
  delete state.open[session];
  for (const [bank, key] of ended.cards) {
    const card = state.banks[bank]?.[key];
    if (card?.recent && !card.recent.reviews.some(made => Object.hasOwn(state.open, made.session)))
      // Not deleted: an object that lost a field is slow from then on.
      card.recent = undefined;
  }
}

function closeOld(state: ScheduleState, today: Day): void {
  for (const [session, { day }] of Object.entries(state.open))
    if (today - day > openDays) close(state, session);
}
