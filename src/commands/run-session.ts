import { steadyNow } from '../clock.ts';
import type { Context } from '../context.ts';
import { exitStatus, StorageError, type ExitStatus } from '../errors.ts';
import type { Draft, Event } from '../events/events.ts';
import { formatVersion } from '../events/events.ts';
import { withEarlierChoices } from './earlier-choice.ts';
import { interruptStatus } from './interrupt-status.ts';
import { journalOf } from './journal-of.ts';
import { decide, next } from '../session/decide.ts';
import { isOverdue, submission } from '../session/exam.ts';
import { evolve } from '../session/evolve.ts';
import type { Session } from '../session/session.ts';
import { viewOf, type SummaryView } from '../session/view.ts';
import type { Action } from '../session/action.ts';
import { nextCommands as examCommands } from '../report/exam.ts';
import type { FrontEnd, LastWords, Reply, Runner } from '../ui/front-end.ts';

/** Saves events, or pretends to. `notBefore` is the moment it is known to be, whatever the machine's clock says. */
export type Save = (drafts: readonly Draft[], notBefore?: number) => readonly Event[];

/** Appends to the learner's journal: synced, but for a question merely coming up. */
export const saveTo =
  (context: Context): Save =>
  (drafts, notBefore) =>
    journalOf(context).append(drafts, {
      synced: drafts.some(draft => !merelyShown.has(draft.type)),
      notBefore,
    });

/** What a crash may forget: something came up, nothing was given. */
const merelyShown: ReadonlySet<Draft['type']> = new Set(['question-shown', 'card-revealed']);

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
  /** The bank that ships has a reading guide to point at. */
  readonly hasGuide?: boolean | undefined;
}

/**
 * Plays a session to its end or until it is left: the one place where front end, session and journal meet. An action is
 * decided, its events are saved, then folded in, then shown. Gives the exit status.
 */
export async function runSession(
  context: Context,
  { session: opened, frontEnd, save, dry, notices, floor = 0, hasGuide }: Run,
): Promise<ExitStatus> {
  let session = opened;
  let unsaved: string | undefined;
  const now = steadyNow(context.clock, floor);
  const take = (drafts: readonly Draft[]) => {
    // The journal remembers time passed, so that a clock set back adds none to an exam that is left and resumed.
    session = save(drafts, session.exam && now()).reduce(evolve, session);
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
  if (!session.cards || closing) take(closing ?? [next(session)]);
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
  const words = lastWords(session, ending, unsaved, dry);
  const read = hasGuide && words.next.length > 0 ? readingFor(session) : [];
  frontEnd.end({ ...words, next: [...words.next, ...read], timeUp });
  if (unsaved !== undefined) return exitStatus.storage;
  if (played === 'interrupted' && !timeUp) return interruptStatus(context);
  // The program may have been told to end while the time ran out.
  return session.exam && !context.interrupted.aborted
    ? (await import('./look-back.ts')).lookBack(context, frontEnd, session)
    : exitStatus.done;
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
  session.phase === 'over' || (!session.exam && !session.cards && session.queue.length === 0);

function lastWords(
  session: Session,
  ending: LastWords['ending'],
  unsaved: string | undefined,
  dry: boolean,
): Omit<LastWords, 'timeUp'> {
  const over = isOver(session);
  const view = viewOf(session);
  const ended = viewOf({ ...session, phase: 'over' }) as SummaryView;
  // An exam that is left has no report: nothing in it is right or wrong yet.
  const summary = over ? ended : { ...ended, exam: undefined };
  return {
    ending: over ? 'over' : ending,
    summary,
    resume: over || dry || !session.mode.resumes ? undefined : `cca resume ${session.id}`,
    marked: view.screen === 'exam' ? view.answered : undefined,
    clockRunsOn: !over && session.exam?.deadline !== undefined,
    next: dry || !over ? [] : nextCommands(summary),
    unsaved,
    dry,
  };
}

/** What to read on the objective that was missed most. */
function readingFor({ outcomes, seats, titles }: Session): LastWords['next'] {
  const missed = [...outcomes]
    .filter(([, { correct }]) => !correct)
    .map(([index]) => seats[index]?.question.objective ?? '');
  const times = (objective: string) => missed.filter(other => other === objective).length;
  const most = missed.toSorted((a, b) => times(b) - times(a))[0];
  return most === undefined
    ? []
    : [{ command: `cca guide ${most}`, what: `what to read on: ${titles.objectives[most] ?? most}` }];
}

function nextCommands({ score, exam, cards, session }: SummaryView): LastWords['next'] {
  if (cards)
    return [
      { command: 'cca flashcards due', what: 'what is due, by domain' },
      { command: 'cca plan', what: 'what is to be done until the exam' },
    ];
  if (exam) return examCommands(exam, session);
  const missed = score.missed.length;
  const again = { command: 'cca quiz --again', what: `the same ${score.of} again` };
  return missed > 0
    ? [{ command: 'cca quiz --missed --from last', what: `redo the ${missed} you missed` }, again]
    : [again];
}
