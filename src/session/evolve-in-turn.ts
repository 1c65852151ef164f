import type { Event } from '../events/events.ts';
import { queueAfterSkip, type Session } from './session.ts';

/** Folds an event into a session whose questions come in turn, and what all sessions share. */
export function evolveInTurn(session: Session, event: Event): Session {
  switch (event.type) {
    case 'question-shown':
      return { ...session, phase: 'asking', judged: undefined, shownAt: Date.parse(event.time) };
    case 'question-answered': {
      const index = seatOf(session, event.question);
      const { answer, correct, guess, ms } = event;
      const outcomes = new Map(session.outcomes).set(index, { answer, correct, guess, ms });
      return {
        ...session,
        phase: 'verdict',
        judged: index,
        outcomes,
        queue: session.queue.filter(queued => queued !== index),
      };
    }
    case 'question-skipped': {
      const index = seatOf(session, event.question);
      const skips = new Map(session.skips).set(index, (session.skips.get(index) ?? 0) + 1);
      return { ...session, queue: queueAfterSkip(session), skips };
    }
    case 'question-flagged': {
      const flagged = new Set(session.flagged);
      if (event.flagged) flagged.add(event.question);
      else flagged.delete(event.question);
      return { ...session, flagged };
    }
    case 'session-resumed':
      return { ...session, phase: 'waiting', judged: undefined };
    case 'session-finished':
      return { ...session, phase: 'over', judged: undefined };
    default:
      return session;
  }
}

const seatOf = (session: Session, question: string) =>
  session.seats.findIndex(seat => seat.question.id === question);
