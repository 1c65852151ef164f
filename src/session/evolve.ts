import type { Event } from '../events/events.ts';
import { evolveCards } from './evolve-cards.ts';
import { evolveExam } from './exam.ts';
import { evolveInTurn } from './evolve-in-turn.ts';
import type { Session } from './session.ts';

/** Folds one event into a session. Live play, resuming and tests all run this; events of other sessions change nothing. */
export function evolve(session: Session, event: Event): Session {
  if (!('session' in event) || event.session !== session.id) return session;
  const { exam, cards } = session;
  if (cards) return evolveCards(session, cards, event);
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

const seatOf = (session: Session, question: string) =>
  session.seats.findIndex(seat => seat.question.id === question);
