import type { Draft } from '../events/events.ts';
import { refuse } from '../question/shapes/index.ts';
import type { Action } from './action.ts';
import { answerEvent } from './answer-event.ts';
import { decideCard } from './decide-card.ts';
import { decideFreely } from './exam.ts';
import { thinkingTime } from './thinking-time.ts';
import { currentSeat, queueAfterSkip, type Seat, type Session } from './session.ts';

/** What an action comes to: facts to be saved and then folded in, or why it cannot be done now. */
export type Decision = { readonly events: readonly Draft[] } | { readonly refused: string };

/** Decides an action at a moment (milliseconds since 1970). Pure: nothing is saved or changed here. */
export function decide(session: Session, action: Action, now: number): Decision {
  if (session.cards) return decideCard(session, session.cards, action, now);
  if (session.exam && action.type !== 'report') return decideFreely(session, session.exam, action, now);
  const seat = currentSeat(session);
  if (action.type === 'leave') return { events: leave(session) };
  if (!seat) return { refused: 'The session is over.' };
  switch (action.type) {
    case 'answer':
      return session.phase === 'asking'
        ? answer(session, seat, action, now)
        : { refused: 'This question is answered. Go on to the next.' };
    case 'continue':
      return session.phase === 'verdict'
        ? { events: [next(session)] }
        : { refused: 'Answer the question first, or skip it.' };
    case 'skip':
      return session.phase === 'asking'
        ? { events: skip(session, seat) }
        : { refused: 'This question is answered. Go on to the next.' };
    case 'flag':
      return {
        events: [
          { type: 'question-flagged', ...of(session, seat), flagged: !session.flagged.has(seat.question.id) },
        ],
      };
    case 'report':
      return report(session, seat, action.note);
    default:
      return { refused: 'That is not possible in a quiz.' };
  }
}

const of = (session: Session, seat: Seat) => ({
  session: session.id,
  bank: session.bank,
  question: seat.question.id,
});

function answer(session: Session, seat: Seat, action: Action & { type: 'answer' }, now: number): Decision {
  const refused = refuse(seat.question.response, action.answer);
  if (refused !== undefined) return { refused };
  return { events: [answerEvent(session, seat, action, thinkingTime(session.shownAt, now))] };
}

function skip(session: Session, seat: Seat): Draft[] {
  const skipped: Draft = { type: 'question-skipped', ...of(session, seat) };
  return [skipped, next({ ...session, queue: queueAfterSkip(session) })];
}

/** What comes next: the head of the queue on screen, or the end. */
export function next(session: Session): Draft {
  const seat = session.seats[session.exam?.seat ?? session.queue[0] ?? -1];
  return seat ? { type: 'question-shown', ...of(session, seat) } : finished(session);
}

/** The event that ends a session as it stands. */
export function finished({ id, outcomes, seats }: Session): Draft {
  const right = [...outcomes.values()].filter(outcome => outcome.correct).length;
  return { type: 'session-finished', session: id, right, answered: outcomes.size, of: seats.length };
}

function leave(session: Session): Draft[] {
  if (session.phase === 'over') return [];
  return session.queue.length === 0 ? [finished(session)] : [{ type: 'session-paused', session: session.id }];
}

function report(session: Session, seat: Seat, note: string): Decision {
  const words = note.trim();
  if (words === '') return { refused: 'Say in a few words what is wrong.' };
  const { revision } = seat.question;
  return {
    events: [
      {
        type: 'question-reported',
        ...of(session, seat),
        revision,
        seed: session.seed,
        note: words.slice(0, 2000),
      },
    ],
  };
}
