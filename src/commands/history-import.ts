import type { Context } from '../context.ts';
import { exitStatus, type ExitStatus } from '../errors.ts';
import { sessionListing } from '../session/listing.ts';
import { foldHistory } from '../store/history.ts';
import { importHistory } from '../store/import.ts';
import { refuseNewer } from './history-notices.ts';

/** `cca history import FILE` and `merge DIR`: takes another device's history in and says what was new. */
export async function historyImport(path: string, context: Context): Promise<ExitStatus> {
  const before = foldHistory(sessionListing, context.paths);
  refuseNewer(before.findings);
  const sessions = Object.keys(before.state).length;
  const { added, known, forgotten, unreadable, kept } = importHistory(path, context.paths);
  const now = Object.keys(foldHistory(sessionListing, context.paths).state).length;
  context.print(
    added === 0
      ? `Nothing new: all ${known} entries were here already.`
      : `${added} new entries, ${now - sessions} new sessions; ${known} entries were here already.`,
    ...(kept > 0 ? [`Questions of ${kept} draws came with them.`] : []),
    ...(forgotten > 0 ? [`${forgotten} entries are from before what you had forgotten, and stay out.`] : []),
  );
  if (unreadable.length > 0)
    context.warn(
      `${unreadable.length} lines could not be read and were left out: ${unreadable.slice(0, 5).join(', ')}`,
    );
  return exitStatus.done;
}
