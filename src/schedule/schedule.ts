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
  recent?: { readonly base?: CardRecord; readonly reviews: Recent[] };
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
  version: 2,
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

function cardOf(state: ScheduleState, { bank, question, revision }: OfCard): Scheduled {
  const cards = own(state.banks, bank, () => ({}));
  return own<Scheduled>(cards, cardKey({ id: question, revision: revision ?? 1 }), () => ({}));
}

function review(
  state: ScheduleState,
  event: Event & OfCard & { readonly session: string },
  grade: Grade,
  rolloverHour: number,
): void {
  const at = Date.parse(event.time);
  const day = dayIn(at, event, rolloverHour);
  // Another program's line may hold anything: what is no review leaves the card as it was.
  if (Number.isNaN(day) || !grades.includes(grade)) return;
  const card = cardOf(state, event);
  const rests = own(state.rests, event.bank, noRests);
  practise(rests, day);
  if (!card.suspended) settle(rests, card.record, card.restored);
  if (event.type === 'card-graded') keepOpen(state, event, day, card);
  card.recent?.reviews.push({ id: event.id, session: event.session, day, at, grade });
  card.record = reviewed(card.record, { day, at, grade });
}

function keepOpen(
  state: ScheduleState,
  { session, bank, ...of }: Event & OfCard & { session: string },
  day: Day,
  card: Scheduled,
): void {
  const open = own(state.open, session, () => ({ day, cards: [] }));
  open.cards.push([bank, cardKey({ id: of.question, revision: of.revision })]);
  card.recent ??= { ...(card.record && { base: card.record }), reviews: [] };
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
      delete card.recent;
  }
}

function closeOld(state: ScheduleState, today: Day): void {
  for (const [session, { day }] of Object.entries(state.open))
    if (today - day > openDays) close(state, session);
}
