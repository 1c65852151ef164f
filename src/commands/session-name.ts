import { modeNamed, modes } from '../session/modes.ts';
import { sessionListing, type ListedSession } from '../session/listing.ts';
import { foldHistory } from '../store/history.ts';
import type { Paths } from '../store/paths.ts';

/** Every mock exam of a bank, in the order they were started. */
export const examsOf = (bank: string, paths: Paths): ListedSession[] =>
  Object.values(foldHistory(sessionListing, paths).state)
    .filter(session => session.mode === modes['mock-exam'].name && session.bank === bank)
    .toSorted((a, b) => (a.started < b.started ? -1 : 1));

/** `Mock exam 3`, or what the mode is called. The number is for display only and never asked for. */
export function sessionName(
  { session, mode, bank }: { session: string; mode: string; bank: string },
  paths: Paths,
): string {
  const title = modeNamed(mode)?.title ?? mode;
  if (mode !== modes['mock-exam'].name) return title;
  const index = examsOf(bank, paths).findIndex(exam => exam.id === session);
  return `${title} ${index + 1}`;
}
