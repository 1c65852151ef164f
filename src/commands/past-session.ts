import { StorageError, UsageError } from '../errors.ts';
import type { Event, SessionStarted } from '../events/events.ts';
import { eventsOf } from '../events/of-session.ts';
import { modeNamed, type Mode } from '../session/modes.ts';
import type { Seat } from '../session/session.ts';
import { foldHistory } from '../store/history.ts';
import { readKept, type KeptDraw } from '../store/kept.ts';
import type { Paths } from '../store/paths.ts';

/** A session as the journal and the questions kept beside it tell of it. */
export interface PastSession {
  readonly started: SessionStarted & Event;
  readonly mode: Mode;
  readonly events: readonly Event[];
  readonly kept: KeptDraw;
  readonly seats: readonly Seat[];
}

/** Reads a past session whole. Throws StorageError when its questions are gone, UsageError for a mode of a newer cca. */
export function readPastSession(id: string, paths: Paths): PastSession {
  const events = foldHistory(eventsOf(id), paths, { keeps: false }).state;
  const started = events.find(event => event.type === 'session-started');
  if (!started) throw new StorageError(`The start of session ${id} is not in your history.`);
  const mode = modeNamed(started.mode);
  if (!mode)
    throw new UsageError(
      `Session ${id} is of a kind ("${started.mode}") that this cca does not know. Update cca.`,
    );
  const kept = readKept(started.kept, paths);
  const seats = started.seats.flatMap(({ question: name, shown, against }) =>
    kept.questions
      .filter(question => question.id === name)
      .map(question => ({ question, orders: against === undefined ? { shown } : { shown, against } })),
  );
  return { started, mode, events, kept, seats };
}
