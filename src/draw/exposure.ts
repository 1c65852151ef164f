import type { Event } from '../events/events.ts';
import { own, type Fold } from '../events/fold.ts';

/** What history says of one question, for draws and filters. */
export interface Seen {
  /** The session (or `-` outside one) in which the learner could first see it; absent while it was only drawn. */
  first?: string;
  /** When it was last seen, ISO 8601; absent while it was only drawn. */
  last?: string;
  /** The latest answer: right, wrong, or right by a guess. */
  answer?: 'right' | 'wrong' | 'guessed';
  flagged?: boolean;
}

/** By bank id, then question id. */
export type Exposure = Record<string, Record<string, Seen>>;

/**
 * Which questions this learner has met. An exposure is the first time the learner could see a question's options or key, be
 * it in a quiz, an exam or on the back of a card;
 * being drawn for a session that was left before it came up is not one, but puts it behind those never drawn.
 */
export const exposure: Fold<Exposure> = {
  name: 'exposure',
  version: 2,
  start: () => ({}),
  step(state, event) {
    switch (event.type) {
      case 'session-started':
        for (const seat of event.seats) seenOf(state, event.bank, seat.question);
        return;
      case 'question-shown':
      case 'question-skipped':
      case 'card-revealed':
        return expose(state, event, event.session);
      case 'question-revealed':
        return expose(state, event, '-');
      case 'question-answered': {
        expose(state, event, event.session);
        const seen = seenOf(state, event.bank, event.question);
        seen.answer = event.correct ? (event.guess ? 'guessed' : 'right') : 'wrong';
        return;
      }
      case 'question-flagged':
        seenOf(state, event.bank, event.question).flagged = event.flagged;
        return;
      default:
        return;
    }
  },
};

function expose(state: Exposure, event: Event & { bank: string; question: string }, session: string): void {
  const seen = seenOf(state, event.bank, event.question);
  seen.first ??= session;
  seen.last = event.time;
}

function seenOf(state: Exposure, bank: string, question: string): Seen {
  const questions = own(state, bank, () => ({}));
  return own<Seen>(questions, question, () => ({}));
}

/** The ids of the questions of which history says this. */
export const questionsWhere = (
  seen: Readonly<Record<string, Seen>>,
  holds: (seen: Seen) => boolean,
): Set<string> => new Set(Object.entries(seen).flatMap(([id, known]) => (holds(known) ? [id] : [])));
