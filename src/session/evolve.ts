import type { Event } from '../events/events.ts';
import { evolveExam } from './exam.ts';
import { queueAfterSkip, type Session } from './session.ts';

/** Folds one event into a session. Live play, resuming and tests all run this; events of other sessions change nothing. */
export function evolve(session: Session, event: Event): Session {
  if (!('session' in event) || event.session !== session.id) return session;
  const { exam } = session;
  return exam
    ? { ...evolveFreely(session, event), exam: evolveExam(session, exam, event) }
    : evolveInTurn(session, event);
}

/** In an exam an answer is graded, not shown, and its seat stays where it is. */
function evolveFreely(session: Session, event: Event): Session {
  if (event.type !== 'question-answered') return evolveInTurn(session, event);
  const { answer, correct, guess, ms } = event;
  const outcomes = new Map(session.outcomes).set(seatOf(session, event.question), {
    answer,
    correct,
    guess,
    ms,
  });
  return { ...session, outcomes };
}

function evolveInTurn(session: Session, event: Event): Session {
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
