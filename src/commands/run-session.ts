import { steadyNow } from '../clock.ts';
import type { Context } from '../context.ts';
import { exitStatus, StorageError, type ExitStatus } from '../errors.ts';
import type { Draft, Event } from '../events/events.ts';
import { formatVersion } from '../events/events.ts';
import { withEarlierChoices } from './earlier-choice.ts';
import { journalOf } from './journal-of.ts';
import { decide, next } from '../session/decide.ts';
import { isOverdue, submission } from '../session/exam.ts';
import { evolve } from '../session/evolve.ts';
import type { Session } from '../session/session.ts';
import { viewOf, type SummaryView } from '../session/view.ts';
import type { Action } from '../session/action.ts';
import type { FrontEnd, LastWords, Reply, Runner } from '../ui/front-end.ts';

/** Saves events, or pretends to. */
export type Save = (drafts: readonly Draft[]) => readonly Event[];

/** Appends to the learner's journal: synced, but for a question merely coming up. */
export const saveTo =
  (context: Context): Save =>
  drafts =>
    journalOf(context).append(drafts, { synced: drafts.some(draft => draft.type !== 'question-shown') });

/** Stamps events and writes them nowhere. */
export const saveNowhere =
  ({ clock }: Context): Save =>
  drafts =>
    drafts.map((draft, index) => {
      const now = clock.now();
      return {
        ...draft,
        v: formatVersion,
        id: String(index),
        time: new Date(now).toISOString(),
        offset: clock.offset(now),
      } as Event;
    });

export interface Run {
  readonly session: Session;
  readonly frontEnd: FrontEnd;
  readonly save: Save;
  readonly dry: boolean;
  readonly notices: readonly string[];
  /** The latest moment that the session's events know of: its clock goes on from there. */
  readonly floor?: number;
}

/**
 * Plays a session to its end or until it is left: the one place where front end, session and journal meet. An action is
 * decided, its events are saved, then folded in, then shown. Gives the exit status.
 */
export async function runSession(
  context: Context,
  { session: opened, frontEnd, save, dry, notices, floor = 0 }: Run,
): Promise<ExitStatus> {
  let session = opened;
  let unsaved: string | undefined;
  const now = steadyNow(context.clock, floor);
  const take = (drafts: readonly Draft[]) => {
    session = save(drafts).reduce(evolve, session);
  };
  const act = (action: Action): Reply => {
    const decision = decide(session, action, now());
    if ('refused' in decision) return { state: 'refused', why: decision.refused };
    try {
      take(decision.events);
      // Leaving may fit where an answer did not: the answer is still lost.
      if (action.type !== 'leave') unsaved = undefined;
      return { state: 'done' };
    } catch (error) {
      if (!(error instanceof StorageError)) throw error;
      unsaved = error.message;
      return {
        state: 'unsaved',
        why: `${error.message} Try again with the same key, or leave: what was saved stays.`,
      };
    }
  };
  const withEarlier = withEarlierChoices(context, opened, dry);
  const runner: Runner = { view: () => withEarlier(viewOf(session)), act, now };

  const closing = lateSubmission(session, now());
  take(closing ?? [next(session)]);
  const watch = watchDeadline(
    () => session,
    now,
    () => act({ type: 'submit' }),
  );
  const signal = AbortSignal.any([context.interrupted, watch.signal]);
  const played = closing ? 'over' : await frontEnd.play(runner, notices, signal);
  watch.stop();
  const ending = isOver(session) ? 'over' : played;
  if (played === 'interrupted' && session.phase !== 'over') act({ type: 'leave' });
  const timeUp = closing !== undefined || watch.signal.aborted;
  frontEnd.end({ ...lastWords(session, ending, unsaved, dry), timeUp });
  if (unsaved !== undefined) return exitStatus.storage;
  return played === 'interrupted' && !timeUp ? interruptStatus(context) : exitStatus.done;
}

/** What hands in an exam whose time ran out while it was closed, or whose submission was cut short; else undefined. */
function lateSubmission(session: Session, now: number): Draft[] | undefined {
  const { exam } = session;
  if (!exam || session.phase === 'over') return undefined;
  return isOverdue(exam, now) || session.outcomes.size > 0
    ? submission(session, exam, Math.min(now, exam.deadline ?? now))
    : undefined;
}

/** Calls `submit` at the deadline and aborts the signal, whatever is on screen then. Looks each second: a timer would sleep with the machine. */
function watchDeadline(
  session: () => Session,
  now: () => number,
  submit: () => void,
): { signal: AbortSignal; stop(): void } {
  const controller = new AbortController();
  if (session().exam?.deadline === undefined) return { signal: controller.signal, stop: () => {} };
  const timer = setInterval(() => {
    const { exam } = session();
    if (!exam || !isOverdue(exam, now())) return;
    submit();
    if (isOver(session())) controller.abort();
  }, 1000);
  return { signal: controller.signal, stop: () => clearInterval(timer) };
}

const isOver = (session: Session) =>
  session.phase === 'over' || (!session.exam && session.queue.length === 0);

/** What stopped us; Ctrl-C in a raw terminal is a key and leaves no reason behind. */
const interruptStatus = ({ interrupted }: Context): ExitStatus =>
  interrupted.aborted ? (interrupted.reason as ExitStatus) : exitStatus.interrupted;

function lastWords(
  session: Session,
  ending: LastWords['ending'],
  unsaved: string | undefined,
  dry: boolean,
): Omit<LastWords, 'timeUp'> {
  const summary = viewOf({ ...session, phase: 'over' }) as SummaryView;
  const over = isOver(session);
  return {
    ending: over ? 'over' : ending,
    summary,
    resume: over || dry ? undefined : `cca resume ${session.id}`,
    clockRunsOn: !over && session.exam?.deadline !== undefined,
    next: dry || !over ? [] : nextCommands(summary),
    unsaved,
    dry,
  };
}

function nextCommands({ score, exam, session }: SummaryView): LastWords['next'] {
  const missed = exam ? exam.of - exam.right : score.missed.length;
  if (exam)
    return [
      ...(missed > 0
        ? [{ command: `cca quiz --missed --from ${session}`, what: `drill the ${missed} you missed` }]
        : []),
      {
        command: `cca mock-exam review ${session}`,
        what: 'every question with your answer, the key and why',
      },
    ];
  const again = { command: 'cca quiz --again', what: `the same ${score.of} again` };
  return missed > 0
    ? [{ command: 'cca quiz --missed --from last', what: `redo the ${missed} you missed` }, again]
    : [again];
}
