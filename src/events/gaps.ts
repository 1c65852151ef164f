import type { Event } from './events.ts';
import { own, type Fold } from './fold.ts';

/** What a session's events say of themselves. */
interface Traces {
  started?: string;
  kept?: string;
  answered: number;
  /** Of a session of cards: how often each card was graded, grades taken back left out. */
  cards?: Record<string, number>;
  /** How many answers, or cards graded, its end says it had. */
  told?: number;
}

export interface Traced {
  sessions: Record<string, Traces>;
  answers: number;
  /** Grades given to cards. */
  grades: number;
  first?: string;
  last?: string;
  /** Whatever came before was forgotten on purpose. */
  forgotten?: string;
}

/** What is there, and what must have been there: sessions without a beginning, ends that tell of more answers. */
export const traces: Fold<Traced> = {
  name: 'traces',
  version: 2,
  start: () => ({ sessions: {}, answers: 0, grades: 0 }),
  step(state, event) {
    state.first ??= event.time;
    state.last = event.time;
    if (event.type === 'history-forgotten') state.forgotten = event.before;
    if ('session' in event && event.session !== undefined)
      trace(
        own(state.sessions, event.session, () => ({ answered: 0 })),
        event,
      );
    if (event.type === 'question-answered') state.answers++;
    else if (event.type === 'card-graded') state.grades++;
  },
};

function trace(session: Traces, event: Event): void {
  if (event.type === 'session-started') {
    session.started = event.time;
    session.kept = event.kept;
  } else if (event.type === 'question-answered') session.answered++;
  else if (event.type === 'card-graded') tally(session, event.question, 1);
  else if (event.type === 'grade-undone') tally(session, event.question, -1);
  else if (event.type === 'session-finished') session.told ??= event.answered;
}

function tally(session: Traces, card: string, by: 1 | -1): void {
  const cards = (session.cards ??= {});
  cards[card] = (cards[card] ?? 0) + by;
}

/** Questions answered, and cards with a grade that stands: what an end counts too. */
const doneIn = ({ answered, cards = {} }: Traces): number =>
  answered + Object.values(cards).filter(grades => grades > 0).length;

/** What is missing, one sentence each. `hasKept` says whether a session's questions are still beside the journal. */
export function gapsIn({ sessions, forgotten }: Traced, hasKept: (name: string) => boolean): string[] {
  return Object.entries(sessions).flatMap(([id, session]) => {
    const { started, kept, cards, told } = session;
    // What was begun before the mark was forgotten with it.
    if (started === undefined)
      return forgotten === undefined ? [`Session ${id}: its beginning is missing.`] : [];
    const missing = told === undefined ? 0 : Math.max(0, told - doneIn(session));
    return [
      ...(missing > 0
        ? [`Session ${id}: ${missing} of its ${told} ${cards ? 'cards' : 'answers'} are missing.`]
        : []),
      ...(kept !== undefined && !hasKept(kept)
        ? [`Session ${id}: its questions are missing (kept/${kept}.json); it cannot be resumed or reviewed.`]
        : []),
    ];
  });
}
