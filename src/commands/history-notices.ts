import { StorageError } from '../errors.ts';
import type { Findings } from '../store/history.ts';

/** What reading the journal came upon, in words: said once a run. */
export function findingNotices({ unreadable }: Findings): string[] {
  if (unreadable.length === 0) return [];
  const shown = unreadable.slice(0, 3).join(', ');
  const others = unreadable.length > 3 ? ` and ${unreadable.length - 3} more` : '';
  const lines =
    unreadable.length === 1
      ? '1 line of your history cannot be read and is left in place'
      : `${unreadable.length} lines of your history cannot be read and are left in place`;
  return [`${lines}: ${shown}${others}.`];
}

/** Throws StorageError when a newer program has written here: adding to it could spoil what we do not understand. */
export function refuseNewer({ newer }: Findings): void {
  if (newer !== undefined)
    throw new StorageError(
      `Your history holds entries of format ${newer}, which a newer cca wrote. Nothing was written. Update cca, or practise with --dry.`,
    );
}
