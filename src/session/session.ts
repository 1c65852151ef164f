import type { ExamForm } from '../events/events.ts';
import type { Answer, Orders, Question } from '../question/types.ts';
import { openCards, type CardsOpening, type CardsState } from './cards.ts';
import type { Mode } from './modes.ts';

/** One question of a session, with the orders in which it is shown. */
export interface Seat {
  readonly question: Question;
  readonly orders: Orders;
}

/** A seat that was answered: the verdict as journaled. */
export interface Outcome {
  readonly answer: Answer;
  readonly correct: boolean;
  readonly guess: boolean;
  readonly ms: number;
}

/**
 * `asking` shows the first seat of the queue; `verdict` shows the one just answered; `over` is after the end. `waiting` is
 * before the first question, and after the session was taken up again.
 */
export type Phase = 'waiting' | 'asking' | 'verdict' | 'over';

/** A session as a value: what it began with and what has happened so far, folded from its events. */
export interface Session extends Omit<Opening, 'form' | 'clock' | 'cards'> {
  readonly phase: Phase;
  /** Seats still to be asked, by index, the current one first. */
  readonly queue: readonly number[];
  readonly outcomes: ReadonlyMap<number, Outcome>;
  /** The seat whose verdict is shown. */
  readonly judged: number | undefined;
  /** How often each seat was skipped. */
  readonly skips: ReadonlyMap<number, number>;
  /** When the current question was shown, in milliseconds since 1970. */
  readonly shownAt: number;
  /** Present where questions are answered freely. */
  readonly exam: ExamState | undefined;
  /** Present where cards are recalled. */
  readonly cards: CardsState | undefined;
}

/** A mark that can still be changed. */
export interface Choice {
  readonly answer: Answer;
  readonly guess: boolean;
}

/** What an exam keeps beyond a session in turn. Seats are counted from 0. */
export interface ExamState {
  readonly seat: number;
  readonly seen: ReadonlySet<number>;
  readonly choices: ReadonlyMap<number, Choice>;
  readonly firstChoices: ReadonlyMap<number, Answer>;
  readonly flagged: ReadonlySet<number>;
  /** Milliseconds looked at each seat so far. */
  readonly spent: ReadonlyMap<number, number>;
  readonly form: ExamForm;
  readonly minutes: number | undefined;
  /** Milliseconds since 1970; absent when untimed. */
  readonly deadline: number | undefined;
  readonly isClockHidden: boolean;
}

/** What a session begins with, besides what its `session-started` event says. */
export interface Opening {
  readonly id: string;
  readonly mode: Mode;
  /** What the screens call it: `Quiz`, `Mock exam 3`. */
  readonly name: string;
  readonly bank: string;
  readonly title: string;
  readonly seed: string;
  readonly given: boolean;
  readonly seats: readonly Seat[];
  /** Titles by slug, as they were when the session was drawn. */
  readonly titles: {
    readonly domains: Readonly<Record<string, string>>;
    readonly objectives: Readonly<Record<string, string>>;
  };
  /** Questions that the learner had seen before this session. */
  readonly seenBefore: ReadonlySet<string>;
  readonly flagged: ReadonlySet<string>;
  readonly form?: ExamForm | undefined;
  readonly clock?: { readonly minutes: number; readonly deadline: string } | undefined;
  /** In place of `seats`, where cards are recalled. */
  readonly cards?: CardsOpening | undefined;
}

export const openSession = (opening: Opening): Session => ({
  ...opening,
  phase: opening.cards ? 'asking' : 'waiting',
  queue: opening.seats.map((_, index) => index),
  outcomes: new Map(),
  judged: undefined,
  skips: new Map(),
  shownAt: opening.cards?.begun ?? 0,
  exam: opening.form && openExam(opening.form, opening.clock),
  cards: opening.cards && openCards(opening.cards),
});

const openExam = (form: ExamForm, clock: Opening['clock']): ExamState => ({
  seat: 0,
  seen: new Set(),
  choices: new Map(),
  firstChoices: new Map(),
  flagged: new Set(),
  spent: new Map(),
  form,
  minutes: clock?.minutes,
  deadline: clock && Date.parse(clock.deadline),
  isClockHidden: false,
});

/** The seat on screen: the one being asked, or the one just judged. Undefined before the first and after the last. */
export function currentSeat(session: Session): Seat | undefined {
  const asked = session.exam ? session.exam.seat : session.queue[0];
  const index = session.phase === 'verdict' ? session.judged : session.phase === 'asking' ? asked : undefined;
  return index === undefined ? undefined : session.seats[index];
}

/** The queue once the seat at its head was skipped: it returns at the end as often as the mode lets it. */
export function queueAfterSkip({ queue, skips, mode }: Session): readonly number[] {
  const [current, ...rest] = queue as readonly [number, ...number[]];
  return (skips.get(current) ?? 0) < mode.skipsReturn ? [...rest, current] : rest;
}
