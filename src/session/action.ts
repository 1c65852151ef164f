import type { Answer } from '../question/types.ts';
import type { Grade } from '../schedule/memory.ts';

/** What a learner can do in a session, whatever front end they sit at. */
export type Action =
  | { readonly type: 'answer'; readonly answer: Answer; readonly guess: boolean }
  /** From a verdict to what comes next. */
  | { readonly type: 'continue' }
  | { readonly type: 'skip' }
  /** Sets or clears the flag of the question on screen. */
  | { readonly type: 'flag' }
  /** A fault in the question on screen, in the learner's words. */
  | { readonly type: 'report'; readonly note: string }
  | { readonly type: 'leave' }
  /** In an exam: marks a choice that can still be changed, or with null clears it. */
  | { readonly type: 'choose'; readonly answer: Answer | null; readonly guess: boolean }
  /** In an exam: puts a question on screen, by its seat from 0. */
  | { readonly type: 'go'; readonly seat: number }
  | { readonly type: 'hide-clock' }
  /** With a card: shows the options of a question, or the back. */
  | { readonly type: 'options' }
  | { readonly type: 'reveal' }
  | { readonly type: 'grade'; readonly grade: Grade }
  /** Takes back the last grade, burial or suspension. */
  | { readonly type: 'undo' }
  /** Sets the card aside until tomorrow. */
  | { readonly type: 'bury' }
  /** Sets the card aside for good. */
  | { readonly type: 'suspend' }
  /** Hands the exam in as it stands. */
  | { readonly type: 'submit' };
