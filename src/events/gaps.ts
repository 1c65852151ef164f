import type { Event } from './events.ts';
import { own, type Fold } from './fold.ts';

/** What a session's events say of themselves. */
interface Traces {
  started?: string;
  kept?: string;
  answered: number;
  /** How many answers its end says it had. */
  told?: number;
}

export interface Traced {
  sessions: Record<string, Traces>;
  answers: number;
  first?: string;
  last?: string;
  /** Whatever came before was forgotten on purpose. */
  forgotten?: string;
}

/** What is there, and what must have been there: sessions without a beginning, ends that tell of more answers. */
export const traces: Fold<Traced> = {
  name: 'traces',
  version: 1,
  start: () => ({ sessions: {}, answers: 0 }),
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
  },
};

function trace(session: Traces, event: Event): void {
  if (event.type === 'session-started') {
    session.started = event.time;
    session.kept = event.kept;
  } else if (event.type === 'question-answered') session.answered++;
  else if (event.type === 'session-finished') session.told ??= event.answered;
}

/** What is missing, one sentence each. `hasKept` says whether a session's questions are still beside the journal. */
export function gapsIn({ sessions, forgotten }: Traced, hasKept: (name: string) => boolean): string[] {
  return Object.entries(sessions).flatMap(([id, { started, kept, answered, told }]) => {
    // What was begun before the mark was forgotten with it.
    if (started === undefined)
      return forgotten === undefined ? [`Session ${id}: its beginning is missing.`] : [];
    const missing = told !== undefined && told > answered ? told - answered : 0;
    return [
      ...(missing > 0 ? [`Session ${id}: ${missing} of its ${told} answers are missing.`] : []),
      ...(kept !== undefined && !hasKept(kept)
        ? [`Session ${id}: its questions are missing (kept/${kept}.json); it cannot be resumed or reviewed.`]
        : []),
    ];
  });
}
