import type { Action } from '../session/action.ts';
import type { ReviewFilter } from '../session/review.ts';
import type { ReviewView } from '../session/review-view.ts';
import type { SummaryView, View } from '../session/view.ts';

/** What came of an action. */
export type Reply =
  | { readonly state: 'done' }
  /** It cannot be done now, and why. */
  | { readonly state: 'refused'; readonly why: string }
  /** It could not be saved, so it has not happened: the same action tries again, leaving leaves. */
  | { readonly state: 'unsaved'; readonly why: string };

/** A running session as a front end sees it: a view, and actions that are saved before they show. */
export interface Runner {
  view(): View;
  act(action: Action): Reply;
  /** Milliseconds since 1970 by a clock that never goes back: what a deadline is held against. */
  now(): number;
}

/** How play came to an end. */
export type Ending = 'over' | 'left' | 'interrupted';

/** What there is to say once play has ended. */
export interface LastWords {
  readonly ending: Ending;
  readonly summary: SummaryView;
  /** The command that takes the session up again, when there is something left of it. */
  readonly resume: string | undefined;
  /** An exam was handed in as it stood, because its time ran out. */
  readonly timeUp: boolean;
  /** How many questions are answered in an exam that was left. */
  readonly marked: number | undefined;
  /** An exam was left whose time goes on. */
  readonly clockRunsOn: boolean;
  /** The commands worth typing next, each with what it does. */
  readonly next: readonly { readonly command: string; readonly what: string }[];
  /** Why the last thing could not be saved. */
  readonly unsaved: string | undefined;
  /** Nothing was written. */
  readonly dry: boolean;
}

/** An exam that is handed in, to be looked through. */
export interface ReviewedExam {
  readonly name: string;
  readonly right: number;
  readonly passed: boolean;
  readonly views: readonly ReviewView[];
  /** Milliseconds a question the exam allows; absent when untimed. */
  readonly targetMs: number | undefined;
}

/** Looking back at an exam by pressing keys. */
export interface LookBack {
  /** Asks, below a report, what to look at next. `page` is the file that `write` would write. */
  offer(exam: ReviewedExam, page: string, signal: AbortSignal): Promise<Offered>;
  /** Shows the questions that fit, one at a time, until the learner leaves. */
  review(exam: ReviewedExam, filter: ReviewFilter, signal: AbortSignal): Promise<'left' | 'interrupted'>;
}

/** What is taken below a report. */
export type Offered = ReviewFilter | 'write' | 'leave' | 'interrupted';

/**
 * A way to sit through a session. Three implementations obey this contract and one contract test: the terminal, plain
 * lines, and JSON lines. A front end turns views into something a learner perceives and what the learner does into
 * actions; it decides nothing and saves nothing.
 */
export interface FrontEnd {
  /**
   * Plays until the session is over, left, or `signal` is aborted. `notices` are sentences to show before the first
   * question. Leaving, also at the end of input, is an action that the front end takes before it returns 'left'.
   */
  play(runner: Runner, notices: readonly string[], signal: AbortSignal): Promise<Ending>;
  /** Says why there is nothing to play, in place of a session. */
  nothing(why: string): void;
  /** Says the last words. Called once, after `play`, with the terminal as it was before. */
  end(words: LastWords): void;
  /** Where keys can be pressed; elsewhere `cca mock-exam review` prints what there is to look at. */
  readonly lookBack?: LookBack;
}
