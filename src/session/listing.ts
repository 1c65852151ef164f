import type { Event, SessionStarted } from '../events/events.ts';
import type { Fold } from '../events/fold.ts';
import { modeNamed } from './modes.ts';

/** What history says of one session. */
export interface ListedSession {
  readonly id: string;
  readonly mode: string;
  readonly bank: string;
  readonly title: string;
  readonly started: string;
  readonly seed: string;
  readonly of: number;
  last: string;
  answered: number;
  right: number;
  /** Seats that still wait for an answer. */
  open: number;
  finished: boolean;
  /** Flashcards graded, those taken back left out. */
  graded: number;
  skips: Record<string, number>;
}

/** Every session, by id, in the order they were started. */
export const sessionListing: Fold<Record<string, ListedSession>> = {
  name: 'sessions',
  version: 2,
  start: () => ({}),
  step(sessions, event) {
    if (event.type === 'session-started') sessions[event.session] = listed(event);
    const session = 'session' in event && event.session !== undefined ? sessions[event.session] : undefined;
    if (!session) return;
    session.last = event.time;
    if (event.type === 'question-answered') {
      session.answered++;
      session.open--;
      if (event.correct) session.right++;
    } else if (event.type === 'question-skipped') {
      const skips = (session.skips[event.question] = (session.skips[event.question] ?? 0) + 1);
      if (skips > (modeNamed(session.mode)?.skipsReturn ?? 0)) session.open--;
    } else if (event.type === 'card-graded') session.graded++;
    else if (event.type === 'grade-undone') session.graded--;
    else if (event.type === 'session-finished') session.finished = true;
  },
};

const listed = (event: SessionStarted & Event): ListedSession => ({
  id: event.session,
  mode: event.mode,
  bank: event.bank,
  title: event.title,
  started: event.time,
  seed: event.seed,
  of: event.seats.length,
  last: event.time,
  answered: 0,
  right: 0,
  open: event.seats.length,
  finished: false,
  graded: 0,
  skips: {},
});

/** Whether there is something left to do in it. */
export const isUnfinished = (session: ListedSession): boolean =>
  !session.finished && session.open > 0 && modeNamed(session.mode)?.resumes === true;

/** The sessions with something left to do, newest first. */
export const unfinished = (sessions: Readonly<Record<string, ListedSession>>): ListedSession[] =>
  Object.values(sessions)
    .filter(isUnfinished)
    .sort((a, b) => (a.last < b.last ? 1 : -1));
