import { counted } from '../counted.ts';
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
      ? known === 1
        ? 'Nothing new: its one entry was here already.'
        : `Nothing new: all ${known} entries were here already.`
      : `${counted(added, 'new entry', 'new entries')}, ${counted(now - sessions, 'new session')}; ${counted(known, 'entry was', 'entries were')} here already.`,
    ...(kept > 0 ? [`Questions of ${counted(kept, 'draw')} came with them.`] : []),
    ...(forgotten > 0
      ? [
          `${counted(forgotten, 'entry is', 'entries are')} from before what you had forgotten, and ${forgotten === 1 ? 'stays' : 'stay'} out.`,
        ]
      : []),
  );
  if (unreadable.length > 0)
    context.warn(
      `${counted(unreadable.length, 'line')} could not be read and ${unreadable.length === 1 ? 'was' : 'were'} left out: ${unreadable.slice(0, 5).join(', ')}`,
    );
  return exitStatus.done;
}
