import { dayOf, dayWord } from '../clock.ts';
import type { Draft } from '../events/events.ts';
import { isQuestion } from '../question/types.ts';
import type { Grade } from '../schedule/memory.ts';
import type { Action } from './action.ts';
import { lastGrades, type CardSeat, type CardsState, type CardStep } from './cards.ts';
import type { Session } from './session.ts';
import { thinkingTime } from './thinking-time.ts';

type Decision = { readonly events: readonly Draft[] } | { readonly refused: string };

/** Decides an action in a session of cards, at a moment in milliseconds since 1970. */
export function decideCard(session: Session, cards: CardsState, action: Action, now: number): Decision {
  if (session.phase === 'over') return { refused: 'The session is over.' };
  if (action.type === 'leave') return { events: [finishedCards(session, cards)] };
  if (action.type === 'undo') return undo(session, cards);
  const seat = cards.current === undefined ? undefined : cards.seats[cards.current];
  if (!seat)
    return action.type === 'continue'
      ? { events: [finishedCards(session, cards)] }
      : { refused: 'All cards are done. Go on to the end, or take the last grade back.' };
  const here = { session: session.id, bank: session.bank, question: seat.entry.id };
  const { revision } = seat.entry;
  switch (action.type) {
    case 'options':
      return showOptions(cards, seat, here);
    case 'reveal':
      return cards.isBackShown
        ? { refused: 'This is the back. Grade how well you knew it.' }
        : { events: [{ type: 'card-revealed', ...here, part: 'back' }] };
    case 'grade':
      return cards.isBackShown
        ? { events: [gradeEvent(session, seat, action.grade, now)] }
        : { refused: 'Look at the back first, then grade.' };
    case 'bury':
      return { events: [{ type: 'card-buried', ...here, revision, until: tomorrow(cards, now) }] };
    case 'suspend':
      return { events: [{ type: 'card-suspended', ...here, revision, suspended: true }] };
    case 'flag':
      return {
        events: [{ type: 'question-flagged', ...here, flagged: !session.flagged.has(seat.entry.id) }],
      };
    case 'report':
      return report(session, here, revision, action.note);
    default:
      return { refused: 'That is not possible with cards.' };
  }
}

/** The event that ends a session of cards as it stands: what was known, of the cards graded. */
export function finishedCards(session: Session, cards: CardsState): Draft {
  const given = [...lastGrades(cards).values()];
  const right = given.filter(grade => grade !== 'again').length;
  return {
    type: 'session-finished',
    session: session.id,
    right,
    answered: given.length,
    of: cards.seats.length,
  };
}

interface Here {
  readonly session: string;
  readonly bank: string;
  readonly question: string;
}

function showOptions(cards: CardsState, { entry }: CardSeat, here: Here): Decision {
  if (!isQuestion(entry) || entry.response.shape === 'text') return { refused: 'This card has no options.' };
  if (cards.isOptionsShown) return { refused: 'The options are shown.' };
  return { events: [{ type: 'card-revealed', ...here, part: 'options' }] };
}

function gradeEvent(session: Session, { entry }: CardSeat, grade: Grade, now: number): Draft {
  const { id, revision, domain, objective, kind } = entry;
  return {
    type: 'card-graded',
    session: session.id,
    mode: session.mode.name,
    bank: session.bank,
    question: id,
    revision,
    domain,
    objective,
    kind,
    grade,
    ms: thinkingTime(session.shownAt, now),
    first: !session.seenBefore.has(id),
  };
}

/** The learner's next day. */
const tomorrow = ({ plan: { offset, rolloverHour } }: CardsState, now: number): string =>
  dayWord(dayOf(now, offset, rolloverHour) + 1);

function undo(session: Session, { steps, seats }: CardsState): Decision {
  const last = steps.at(-1);
  const entry = last && seats[last.seat]?.entry;
  if (!last || !entry) return { refused: 'There is nothing to take back.' };
  const of = { session: session.id, bank: session.bank, question: entry.id, revision: entry.revision };
  return { events: [undoing(last, of)] };
}

function undoing({ what, event }: CardStep, of: Here & { readonly revision: number }): Draft {
  switch (what) {
    case 'graded':
      return { type: 'grade-undone', ...of, event };
    case 'buried':
      return { type: 'card-buried', ...of, until: null };
    case 'suspended':
      return { type: 'card-suspended', ...of, suspended: false };
  }
}

function report({ seed }: Session, here: Here, revision: number, note: string): Decision {
  const words = note.trim();
  if (words === '') return { refused: 'Say in a few words what is wrong.' };
  return { events: [{ type: 'question-reported', ...here, revision, seed, note: words.slice(0, 2000) }] };
}
