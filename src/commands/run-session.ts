import type { Context } from '../context.ts';
import { exitStatus, StorageError, type ExitStatus } from '../errors.ts';
import type { Draft, Event } from '../events/events.ts';
import { formatVersion } from '../events/events.ts';
import { journalOf } from './journal-of.ts';
import { decide, next } from '../session/decide.ts';
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
}

/**
 * Plays a session to its end or until it is left: the one place where front end, session and journal meet. An action is
 * decided, its events are saved, then folded in, then shown. Gives the exit status.
 */
export async function runSession(
  context: Context,
  { session: opened, frontEnd, save, dry, notices }: Run,
): Promise<ExitStatus> {
  let session = opened;
  let unsaved: string | undefined;
  const take = (drafts: readonly Draft[]) => {
    session = save(drafts).reduce(evolve, session);
  };
  const act = (action: Action): Reply => {
    const decision = decide(session, action, context.clock.now());
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
  const runner: Runner = { view: () => viewOf(session), act };

  take([next(session)]);
  const ending = await frontEnd.play(runner, notices, context.interrupted);
  if (ending === 'interrupted' && session.phase !== 'over') act({ type: 'leave' });
  frontEnd.end(lastWords(session, ending, unsaved, dry));
  if (unsaved !== undefined) return exitStatus.storage;
  return ending === 'interrupted' ? interruptStatus(context) : exitStatus.done;
}

/** What stopped us; Ctrl-C in a raw terminal is a key and leaves no reason behind. */
const interruptStatus = ({ interrupted }: Context): ExitStatus =>
  interrupted.aborted ? (interrupted.reason as ExitStatus) : exitStatus.interrupted;

function lastWords(
  session: Session,
  ending: LastWords['ending'],
  unsaved: string | undefined,
  dry: boolean,
): LastWords {
  const summary = viewOf({ ...session, phase: 'over' }) as SummaryView;
  const isOver = session.queue.length === 0;
  return {
    ending: isOver ? 'over' : ending,
    summary,
    resume: isOver || dry ? undefined : `cca resume ${session.id}`,
    next: dry || !isOver ? [] : nextCommands(summary),
    unsaved,
    dry,
  };
}

function nextCommands({ score }: SummaryView): LastWords['next'] {
  const missed = score.missed.length;
  const again = { command: 'cca quiz --again', what: `the same ${score.of} again` };
  return missed > 0
    ? [{ command: 'cca quiz --missed --from last', what: `redo the ${missed} you missed` }, again]
    : [again];
}
