import type { Answer, Orders } from '../question/types.ts';

/*
 * The journal's vocabulary. Events are facts that are never changed or removed; everything cca shows is a fold over them.
 * A new type may be added at any time (older programs skip and keep it); a change to an existing one needs a new format
 * version.
 */

/** The format version that this program writes, and the newest it can read. */
export const formatVersion = 1;

/** What the journal adds to every event: format, a unique and sortable id, the moment (UTC) and local minutes ahead of UTC. */
export interface Stamp {
  readonly v: number;
  readonly id: string;
  readonly time: string;
  readonly offset: number;
}

export interface DrawnSeat extends Orders {
  readonly question: string;
  readonly revision: number;
}

export interface SessionStarted {
  readonly type: 'session-started';
  readonly session: string;
  readonly mode: string;
  readonly bank: string;
  /** The bank's folder, when it is not the one that ships: only to tell whether it has changed since. */
  readonly dir?: string;
  readonly title: string;
  /** The seed the draw was made with; `given` when the learner named it and history was left out. */
  readonly seed: string;
  readonly given: boolean;
  /** A timed exam's minutes, and the moment (UTC) at which it is submitted as it stands. */
  readonly clock?: { readonly minutes: number; readonly deadline: string };
  /** How long a form of the blueprint it is; absent for a quiz. */
  readonly form?: ExamForm;
  /** Names the questions as drawn, kept beside the journal. */
  readonly kept: string;
  readonly seats: readonly DrawnSeat[];
}

/** `full` with the blueprint's minutes is an attempt; nothing else is. */
export interface ExamForm {
  readonly length: 'full' | 'half' | 'mini';
  readonly isAttempt: boolean;
  /** Percent. */
  readonly passMark: number;
}

export interface QuestionShown {
  readonly type: 'question-shown';
  readonly session: string;
  readonly bank: string;
  readonly question: string;
}

/** Understood without the bank. `correct` is a verdict once given; it is never computed again. */
export interface QuestionAnswered extends Orders {
  readonly type: 'question-answered';
  readonly session: string;
  readonly mode: string;
  readonly bank: string;
  readonly question: string;
  readonly revision: number;
  readonly domain: string;
  readonly objective: string;
  readonly kind: string;
  readonly difficulty: string;
  readonly answer: Answer;
  readonly correct: boolean;
  readonly guess: boolean;
  /** Milliseconds between showing the question and the answer, ten minutes at most. */
  readonly ms: number;
  /** In an exam, what was chosen first. */
  readonly firstChoice?: Answer;
  /** The learner had never seen the question before this session. */
  readonly first: boolean;
}

/** In an exam: a choice, a change of it, or with null its clearing. Not an answer before the submission. */
export interface ChoiceMade {
  readonly type: 'choice-made';
  readonly session: string;
  readonly bank: string;
  readonly question: string;
  readonly answer: Answer | null;
  readonly guess: boolean;
}

/** In an exam: a question to come back to. It ends with the exam and does not matter to the score. */
export interface SeatFlagged {
  readonly type: 'seat-flagged';
  readonly session: string;
  readonly question: string;
  readonly flagged: boolean;
}

export interface ClockHidden {
  readonly type: 'clock-hidden';
  readonly session: string;
  readonly hidden: boolean;
}

export interface QuestionSkipped {
  readonly type: 'question-skipped';
  readonly session: string;
  readonly bank: string;
  readonly question: string;
}

export interface QuestionFlagged {
  readonly type: 'question-flagged';
  readonly session?: string;
  readonly bank: string;
  readonly question: string;
  readonly flagged: boolean;
}

export interface QuestionReported {
  readonly type: 'question-reported';
  readonly session: string;
  readonly bank: string;
  readonly question: string;
  readonly revision: number;
  readonly seed: string;
  readonly note: string;
}

/** A question's key was shown outside a session, by `cca bank show`, or may be: its exam was handed in before it came up. */
export interface QuestionRevealed {
  readonly type: 'question-revealed';
  readonly bank: string;
  readonly question: string;
}

/** An item of a bank's reading guide was ticked off, or with `done` false put back. */
export interface GuideItemDone {
  readonly type: 'guide-item-done';
  readonly bank: string;
  readonly item: string;
  readonly done: boolean;
}

/** Options of a question card, or the back of any card, were shown. */
export interface CardRevealed {
  readonly type: 'card-revealed';
  readonly session: string;
  readonly bank: string;
  readonly question: string;
  readonly part: 'options' | 'back';
}

/** The learner's own verdict on a card. Understood without the bank. */
export interface CardGraded {
  readonly type: 'card-graded';
  readonly session: string;
  /** `cram` counts in habits and never in the schedule. */
  readonly mode: string;
  readonly bank: string;
  readonly question: string;
  readonly revision: number;
  readonly domain: string;
  readonly objective: string;
  readonly kind: string;
  readonly grade: 'again' | 'hard' | 'good' | 'easy';
  /** Milliseconds between showing the front and the grade, ten minutes at most. */
  readonly ms: number;
  /** The learner had never met the card before this session. */
  readonly first: boolean;
}

/** A grade is taken back: the schedule is as if it had never been given. */
export interface GradeUndone {
  readonly type: 'grade-undone';
  readonly session: string;
  readonly bank: string;
  readonly question: string;
  readonly revision: number;
  /** The id of the grade's event. */
  readonly event: string;
}

/** A card is set aside until a day (`2026-11-22`), or with null taken up again. */
export interface CardBuried {
  readonly type: 'card-buried';
  readonly session?: string;
  readonly bank: string;
  readonly question: string;
  readonly revision: number;
  readonly until: string | null;
}

/** A card is set aside for good, or taken up again. */
export interface CardSuspended {
  readonly type: 'card-suspended';
  readonly session?: string;
  readonly bank: string;
  readonly question: string;
  readonly revision: number;
  readonly suspended: boolean;
}

export interface SessionPaused {
  readonly type: 'session-paused';
  readonly session: string;
}

export interface SessionResumed {
  readonly type: 'session-resumed';
  readonly session: string;
}

export interface SessionFinished {
  readonly type: 'session-finished';
  readonly session: string;
  readonly right: number;
  readonly answered: number;
  readonly of: number;
}

/**
 * The learner had everything before a moment forgotten. Its id is the lowest of that moment, so that it sorts behind what is
 * to be forgotten: whoever folds history begins anew here, also when another device still has what lies before.
 */
export interface HistoryForgotten {
  readonly type: 'history-forgotten';
  readonly before: string;
}

/** An event before the journal has stamped it. */
export type Draft =
  | SessionStarted
  | QuestionShown
  | QuestionAnswered
  | ChoiceMade
  | SeatFlagged
  | ClockHidden
  | QuestionSkipped
  | QuestionFlagged
  | QuestionReported
  | QuestionRevealed
  | GuideItemDone
  | CardRevealed
  | CardGraded
  | GradeUndone
  | CardBuried
  | CardSuspended
  | SessionPaused
  | SessionResumed
  | SessionFinished
  | HistoryForgotten;

export type Event = Draft & Stamp;
