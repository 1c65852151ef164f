import type { Context } from '../context.ts';
import { exitStatus, UsageError, type ExitStatus } from '../errors.ts';
import type { Question } from '../question/types.ts';
import { submission } from '../session/exam.ts';
import { evolve } from '../session/evolve.ts';
import { sessionListing, unfinished, type ListedSession } from '../session/listing.ts';
import { modeNamed, modes } from '../session/modes.ts';
import { loadBank } from '../store/banks.ts';
import { foldHistory } from '../store/history.ts';
import { chooseFrontEnd, type FrontEndFlags } from './front-end.ts';
import { findingNotices, refuseNewer } from './history-notices.ts';
import { readPastSession, type PastSession } from './past-session.ts';
import { progressWords } from './progress-words.ts';
import { replay } from './replay.ts';
import { resolveId } from './resolve.ts';
import { runSession, saveTo } from './run-session.ts';
import { holding } from './start-session.ts';
import { localMoment } from './local-moment.ts';
import { say } from './say.ts';

export interface ResumeFlags extends FrontEndFlags {
  readonly list?: boolean | undefined;
  readonly end?: string | undefined;
}

/** `cca resume`: goes on where a session was left, in whatever way it was left. */
export async function resume(
  id: string | undefined,
  flags: ResumeFlags,
  context: Context,
): Promise<ExitStatus> {
  const { state, findings } = foldHistory(sessionListing, context.paths);
  const left = unfinished(state);
  if (flags.list) {
    context.warn(...findingNotices(findings));
    say(context, ...(left.length > 0 ? left.map(one => listLine(one, context)) : ['Nothing is unfinished.']));
    return exitStatus.done;
  }
  const wanted = flags.end ?? id;
  const newest = left[0];
  if (wanted === undefined && !newest) {
    (await chooseFrontEnd(flags, context)).nothing('Nothing is unfinished. Begin with: cca quiz');
    return exitStatus.done;
  }
  refuseNewer(findings);
  refuseCards(wanted, state);
  const session =
    wanted === undefined
      ? (newest as ListedSession).id
      : resolveId(
          wanted,
          left.map(one => one.id),
          'unfinished session',
        );
  if (flags.end !== undefined)
    return holding(context, session, async () => end(state[session] as ListedSession, context));
  const frontEnd = await chooseFrontEnd(flags, context);
  return holding(context, session, async () => {
    const past = readPastSession(session, context.paths);
    const taken = saveTo(context)([{ type: 'session-resumed', session }]).reduce(
      evolve,
      replay(past, context),
    );
    const notices = [...(await changedBankNotices(past, context)), ...findingNotices(findings)];
    return runSession(context, {
      session: taken,
      frontEnd,
      save: saveTo(context),
      dry: false,
      notices,
      floor: latest(past),
    });
  });
}

/** Throws UsageError for a session of cards: it goes on with whatever is due, which is another session. */
function refuseCards(id: string | undefined, sessions: Readonly<Record<string, ListedSession>>): void {
  const named = id === undefined ? undefined : sessions[id];
  if (named && modeNamed(named.mode)?.resumes === false)
    throw new UsageError(
      `Session ${named.id} was of cards. Every grade of it is kept; what is due is drawn anew by: cca flashcards`,
    );
}

/** The latest moment in a session's events, in milliseconds since 1970. */
const latest = ({ events }: PastSession) => Math.max(...events.map(event => Date.parse(event.time)));

/**
 * Finishes a session as it stands: what is open stays unanswered. An exam is handed in with what was marked; any other
 * session is finished by its journal alone, since its questions may be gone.
 */
function end({ id, mode, right, answered, of }: ListedSession, context: Context): ExitStatus {
  const exam =
    mode === modes['mock-exam'].name ? replay(readPastSession(id, context.paths), context) : undefined;
  saveTo(context)(
    exam?.exam
      ? submission(exam, exam.exam, context.clock.now())
      : [{ type: 'session-finished', session: id, right, answered, of }],
  );
  context.print(`Session ${id} is finished.`);
  return exitStatus.done;
}

/** A bank edited or deleted since the draw changes nothing in the session; the learner is told. */
async function changedBankNotices({ started, kept }: PastSession, { paths }: Context): Promise<string[]> {
  const words = (what: string) => [
    `The bank ${what} since this session was drawn; it goes on with its questions as they were.`,
  ];
  try {
    const bank = await loadBank(started.dir, paths);
    if (bank.blueprint.id !== started.bank) return words('is no longer there');
    const known = new Set(bank.rows.map(row => row.id));
    const same = (question: Question) =>
      known.has(question.id) &&
      JSON.stringify({ ...bank.read([question.id])[0], place: null }) ===
        JSON.stringify({ ...question, place: null });
    return kept.questions.every(same) ? [] : words('has changed');
  } catch {
    return words('cannot be read');
  }
}

const listLine = (session: ListedSession, context: Context) =>
  `${session.id}  ${session.mode} of ${localMoment(session.started, context.clock)}, ${progressWords(session, context)}  ${session.title}`;
