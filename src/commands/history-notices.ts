import { counted } from '../counted.ts';
import { StorageError } from '../errors.ts';
import type { Fold } from '../events/fold.ts';
import { foldHistory, type Findings } from '../store/history.ts';
import type { Paths } from '../store/paths.ts';

/** What reading the journal came upon, in words: said once a run. */
export function findingNotices({ unreadable }: Findings): string[] {
  if (unreadable.length === 0) return [];
  const shown = unreadable.slice(0, 3).join(', ');
  const others = unreadable.length > 3 ? ` and ${unreadable.length - 3} more` : '';
  const lines = `${counted(unreadable.length, 'line')} of your history cannot be read and ${unreadable.length === 1 ? 'is' : 'are'} left in place`;
  return [`${lines}: ${shown}${others}.`];
}

/** Throws StorageError when a newer program has written here: adding to it could spoil what we do not understand. */
export function refuseNewer({ newer }: Findings): void {
  if (newer !== undefined)
    throw new StorageError(
      `Your history holds entries of format ${newer}, which a newer cca wrote. Nothing was written. Update cca, or practise with: cca quiz --dry`,
    );
}

/** History as a session needs it, and what to say of it before the first question. */
export interface SessionHistory<State> {
  readonly state: State;
  readonly notices: readonly string[];
}

/**
 * Reads history for a session that is about to start. A dry one writes nothing, not even to the cache, and goes on without
 * a history that cannot be read. Throws StorageError, naming `--dry`, where another one cannot start.
 */
export function historyFor<State>(fold: Fold<State>, paths: Paths, dry: boolean): SessionHistory<State> {
  try {
    const { state, findings } = foldHistory(fold, paths, { keeps: !dry });
    if (!dry) refuseNewer(findings);
    return { state, notices: findingNotices(findings) };
  } catch (error) {
    if (!(error instanceof StorageError)) throw error;
    if (dry) return { state: fold.start(), notices: [`${error.message} It is left out.`] };
    throw new StorageError(
      `${error.message}\nThe session was not started. To practise without saving: cca quiz --dry`,
    );
  }
}
