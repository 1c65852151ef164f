import { join } from 'node:path';
import type { Context } from '../context.ts';
import { questionsWhere, type Seen } from '../draw/exposure.ts';
import { StorageError, UsageError, type ExitStatus } from '../errors.ts';
import type { ExamForm, SessionStarted } from '../events/events.ts';
import type { CardsOpening } from '../session/cards.ts';
import { evolve } from '../session/evolve.ts';
import type { Mode } from '../session/modes.ts';
import { openSession, type Seat, type Session } from '../session/session.ts';
import { keepDraw, type KeptDraw } from '../store/kept.ts';
import { lockFolder, takeLock } from '../store/lock.ts';
import type { FrontEnd } from '../ui/front-end.ts';
import { mint } from '../rng.ts';
import { runSession, saveNowhere, saveTo } from './run-session.ts';

/** Everything a new session is made of. */
export interface Beginning {
  readonly mode: Mode;
  /** What the screens call it. */
  readonly name: string;
  readonly form?: ExamForm | undefined;
  /** Minutes of a timed exam. */
  readonly minutes?: number | undefined;
  readonly bank: { readonly id: string; readonly title: string; readonly dir?: string | undefined };
  readonly seats: readonly Seat[];
  /** In place of seats, where cards are recalled. */
  readonly cards?: CardsOpening | undefined;
  readonly titles: Session['titles'];
  readonly seed: string;
  readonly given: boolean;
  /** What history says of the bank's questions, by id. */
  readonly seen: Readonly<Record<string, Seen>>;
  readonly dry: boolean;
  readonly notices: readonly string[];
  /** The bank that ships has a reading guide to point at. */
  readonly hasGuide?: boolean | undefined;
}

/**
 * Starts a session and plays it. Its questions are kept and its start is saved before anything is shown; a session whose
 * start cannot be saved does not start (StorageError), except a dry one, which writes nothing anywhere.
 */
export async function startSession(
  context: Context,
  frontEnd: FrontEnd,
  begin: Beginning,
): Promise<ExitStatus> {
  const id = mint(8);
  const { mode, bank, seats, titles, seed, given, dry, hasGuide } = begin;
  const opened = openSession({
    id,
    mode,
    name: begin.name,
    form: begin.form,
    clock: clockFrom(begin.minutes, context),
    bank: bank.id,
    title: bank.title,
    seed,
    given,
    seats,
    cards: begin.cards,
    titles,
    seenBefore: questionsWhere(begin.seen, seen => seen.first !== undefined),
    flagged: questionsWhere(begin.seen, seen => seen.flagged === true),
  });
  const notices = dry ? ['Dry run: nothing will be saved.', ...begin.notices] : begin.notices;
  if (dry)
    return runSession(context, { session: opened, frontEnd, save: saveNowhere(context), dry, notices });
  return holding(context, id, () => {
    const session = saveStart(context, begin, opened);
    return runSession(context, { session, frontEnd, save: saveTo(context), dry, notices, hasGuide });
  });
}

/** The clock starts when the exam does. */
function clockFrom(minutes: number | undefined, { clock }: Context): SessionStarted['clock'] {
  return minutes === undefined
    ? undefined
    : { minutes, deadline: new Date(clock.now() + minutes * 60_000).toISOString() };
}

function saveStart(context: Context, { titles, bank }: Beginning, session: Session): Session {
  const cards = session.cards?.seats;
  const draw: KeptDraw = {
    questions: session.seats.map(seat => seat.question),
    ...(cards && { cards: cards.map(({ entry }) => entry) }),
    ...titles,
  };
  try {
    const started: SessionStarted = {
      type: 'session-started',
      session: session.id,
      mode: session.mode.name,
      bank: bank.id,
      ...(bank.dir !== undefined && { dir: bank.dir }),
      title: bank.title,
      seed: session.seed,
      ...(session.exam && { form: session.exam.form }),
      ...(session.exam?.deadline !== undefined && {
        clock: {
          minutes: session.exam.minutes ?? 0,
          deadline: new Date(session.exam.deadline).toISOString(),
        },
      }),
      given: session.given,
      kept: keepDraw(draw, context.paths),
      seats: (cards ?? session.seats.map(({ question, orders }) => ({ entry: question, orders }))).map(
        ({ entry, orders }) => ({ question: entry.id, revision: entry.revision, ...orders }),
      ),
    };
    return saveTo(context)([started]).reduce(evolve, session);
  } catch (error) {
    if (!(error instanceof StorageError)) throw error;
    throw new StorageError(
      `${error.message}\nThe session was not started. To practise without saving: cca quiz --dry`,
    );
  }
}

/**
 * Runs `work` as the only process on this machine that plays the session. Throws UsageError, naming the other, when one
 * already does.
 */
export async function holding<T>({ paths }: Context, session: string, work: () => Promise<T>): Promise<T> {
  const path = join(lockFolder(paths), `session-${session}`);
  let lock;
  try {
    lock = takeLock(path);
  } catch {
    // Where no lock can be made, the journal still loses nothing.
    return work();
  }
  if (!lock.held)
    throw new UsageError(
      `Session ${session} is open in another window (process ${lock.holder}). Go on there, or leave it with q first.`,
    );
  try {
    return await work();
  } finally {
    lock.release();
  }
}
