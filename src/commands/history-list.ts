import { counted } from '../counted.ts';
import type { Context } from '../context.ts';
import { exitStatus, UsageError, type ExitStatus } from '../errors.ts';
import { modeNamed } from '../session/modes.ts';
import { isUnfinished, sessionListing, type ListedSession } from '../session/listing.ts';
import { foldHistory } from '../store/history.ts';
import { findingNotices } from './history-notices.ts';
import { localMoment } from './local-moment.ts';
import { sessionName } from './session-name.ts';
import { say } from './say.ts';

/** `cca history list`: every session, oldest first. */
export async function historyList(flags: { json?: boolean }, context: Context): Promise<ExitStatus> {
  const { state, findings } = foldHistory(sessionListing, context.paths);
  context.warn(...findingNotices(findings));
  const sessions = Object.values(state);
  if (flags.json)
    context.print(
      JSON.stringify(
        sessions.map(session => ({ ...session, skips: undefined })),
        null,
        2,
      ),
    );
  else if (sessions.length === 0) context.print('No session yet. Begin with: cca quiz');
  else say(context, ...sessions.map(session => listLine(session, context)));
  return exitStatus.done;
}

function listLine(session: ListedSession, context: Context): string {
  const { id, mode, bank, started } = session;
  const name = sessionName({ session: id, mode, bank }, context.paths);
  return `${localMoment(started, context.clock)}  ${id}  ${name}: ${outcomeWords(session)}`;
}

function outcomeWords(session: ListedSession): string {
  const { mode, right, answered, of, graded, finished } = session;
  // Nobody judges a card but the learner: it has grades, and is neither right nor wrong.
  if (modeNamed(mode)?.conduct === 'by-recall') return `${counted(graded, 'grade')} given`;
  const left = isUnfinished(session) ? `, ${answered} of ${of} answered` : '';
  return `${right} of ${finished ? of : answered} right${left}`;
}

/** The id of the session meant by a word, or of the newest; throws UsageError when there is none. */
export function newestSession(context: Context): string {
  const sessions = Object.values(foldHistory(sessionListing, context.paths).state);
  const newest = sessions.reduce<ListedSession | undefined>(
    (last, next) => (last && last.last > next.last ? last : next),
    undefined,
  );
  if (!newest) throw new UsageError('There is no session in your history yet. Begin with: cca quiz');
  return newest.id;
}
