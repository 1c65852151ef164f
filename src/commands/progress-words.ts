import type { Context } from '../context.ts';
import { StorageError } from '../errors.ts';
import type { ListedSession } from '../session/listing.ts';
import { modes } from '../session/modes.ts';
import { viewOf } from '../session/view.ts';
import { timeLeft } from '../ui/render/clock.ts';
import { readPastSession } from './past-session.ts';
import { replay } from './replay.ts';

/** How far a session that was left has come: `3 of 10 answered`, or of an exam `question 41 of 60, 31 min left`. */
export function progressWords(session: ListedSession, context: Context): string {
  if (session.mode !== modes['mock-exam'].name) return `${session.answered} of ${session.of} answered`;
  try {
    const exam = replay(readPastSession(session.id, context.paths), context);
    // Whatever became of it, the question that would be shown now is asked for.
    const view = viewOf({ ...exam, phase: 'asking' });
    if (view.screen !== 'exam') return 'not handed in';
    const left = view.deadline === undefined ? undefined : view.deadline - context.clock.now();
    const clock = left === undefined ? 'untimed' : left > 0 ? timeLeft(left) : 'its time is up';
    return `question ${view.number} of ${view.of}, ${clock}`;
  } catch (error) {
    // Its questions are gone: resuming it says so.
    if (!(error instanceof StorageError)) throw error;
    return 'not handed in';
  }
}
