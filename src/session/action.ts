import type { Answer } from '../question/types.ts';

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
  | { readonly type: 'leave' };
