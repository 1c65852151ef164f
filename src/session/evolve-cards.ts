import { dayOf } from '../clock.ts';
import type { CardGraded, Event } from '../events/events.ts';
import { crammed } from '../schedule/schedule.ts';
import { reviewed } from '../schedule/record.ts';
import { nextCard, type CardsState, type CardStep, type Table } from './cards.ts';
import { evolveInTurn } from './evolve-in-turn.ts';
import type { Session } from './session.ts';

/** A forgotten card comes back in the same session, after so long or when nothing else is left. */
export const againMs = 10 * 60_000;

/** Folds an event into a session of cards. */
export function evolveCards(session: Session, cards: CardsState, event: Event): Session {
  const at = Date.parse(event.time);
  switch (event.type) {
    case 'card-revealed':
      return withCards(session, {
        ...cards,
        isOptionsShown: cards.isOptionsShown || event.part === 'options',
        isBackShown: event.part === 'back',
      });
    case 'card-graded':
      return turned(session, graded(cards, event, at), at);
    case 'grade-undone':
      return turned(session, takenBack(cards), at);
    case 'card-buried':
      return turned(
        session,
        event.until === null ? takenBack(cards) : setAside(cards, 'buried', event.id, at),
        at,
      );
    case 'card-suspended':
      return turned(
        session,
        event.suspended ? setAside(cards, 'suspended', event.id, at) : takenBack(cards),
        at,
      );
    default:
      return evolveInTurn(session, event);
  }
}

const withCards = (session: Session, cards: CardsState): Session => ({ ...session, cards });

/** Another card is on the table, its front up. */
const turned = (session: Session, cards: CardsState, shownAt: number): Session =>
  withCards({ ...session, shownAt }, { ...cards, isOptionsShown: false, isBackShown: false });

function graded(cards: CardsState, event: CardGraded & Event, at: number): CardsState {
  const seat = cards.seats.findIndex(({ entry }) => entry.id === event.question);
  const { grade, ms } = event;
  const day = dayOf(at, event.offset, cards.plan.rolloverHour);
  const records =
    event.mode === crammed
      ? cards.records
      : new Map(cards.records).set(seat, reviewed(cards.records.get(seat), { day, at, grade }));
  const again = grade === 'again' ? [{ seat, from: at + againMs }] : [];
  const table = nextCard({ ...cards, queue: [...cards.queue, ...again], records }, at);
  return { ...cards, ...table, steps: withStep(cards, { what: 'graded', event: event.id, seat, grade, ms }) };
}

function setAside(cards: CardsState, what: 'buried' | 'suspended', event: string, at: number): CardsState {
  const step = { what, event, seat: cards.current ?? -1, grade: undefined, ms: 0 };
  return { ...cards, ...nextCard(cards, at), steps: withStep(cards, step) };
}

const withStep = (cards: CardsState, step: Omit<CardStep, 'before'>): CardStep[] => [
  ...cards.steps,
  { ...step, before: tableOf(cards) },
];

const tableOf = ({ current, queue, records }: CardsState): Table => ({ current, queue, records });

function takenBack(cards: CardsState): CardsState {
  const last = cards.steps.at(-1);
  return last ? { ...cards, ...last.before, steps: cards.steps.slice(0, -1) } : cards;
}
