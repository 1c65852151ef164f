import type { Day } from '../clock.ts';

/** Counts of one sort of answer. */
export interface Count {
  answered: number;
  right: number;
  firstTries: number;
  firstRight: number;
}

/** A count as it is kept, in the order of its fields: there is one for every objective of every day. */
export type Tally = [answered: number, right: number, firstTries: number, firstRight: number];

/** What was done on one day. */
export interface StudyDay {
  /** Cards graded. */
  cards: number;
  /** Answers, and those of them that were right: the sums of `counts`. */
  answered: number;
  right: number;
  /** Milliseconds looked at questions and cards. */
  ms: number;
  /** Milliseconds looked at questions alone: what pace is reckoned from. */
  answerMs: number;
  /** Answers marked as guesses, and those of them that were right. */
  guessed: number;
  guessedRight: number;
  /** By domain, then objective. */
  readonly counts: Record<string, Record<string, Tally>>;
}

/** Days by number, as words: the state of a fold is JSON. */
export type StudyDays = Readonly<Record<string, StudyDay>>;

/** Answers and cards of a day. */
export const doneOn = (day: StudyDay | undefined): number =>
  day === undefined ? 0 : day.cards + day.answered;

/** By index: a year has thousands of tallies, and taking arrays apart is slow in a process that lives for a moment. */
export function addTally(total: Count, tally: Tally): void {
  total.answered += tally[0];
  total.right += tally[1];
  total.firstTries += tally[2];
  total.firstRight += tally[3];
}

export function addTo(total: Count, more: Count): void {
  total.answered += more.answered;
  total.right += more.right;
  total.firstTries += more.firstTries;
  total.firstRight += more.firstRight;
}

export interface Streak {
  /** Days with something done, up to today or yesterday. */
  readonly days: number;
  readonly longest: number;
}

/** Whether nothing was due on any day between two. */
export type NothingDue = (from: Day, to: Day) => boolean;

/**
 * How many days in a row something was done. Today does not break it while it lasts, and neither does a day on which
 * nothing was due: `nothingDue` says so of all days between two. Days without work are not counted, only forgiven. Without
 * a schedule every day counts as due.
 */
export function streakOf(days: StudyDays, today: Day, nothingDue: NothingDue = () => false): Streak {
  const done = Object.keys(days)
    .map(Number)
    .filter(day => day <= today && doneOn(days[day]) > 0)
    .sort((a, b) => a - b);
  const keeps = (from: Day, to: Day) => to - from <= 1 || nothingDue(from, to);
  let run = 0;
  let longest = 0;
  let last: Day | undefined;
  for (const day of done) {
    run = last !== undefined && keeps(last, day) ? run + 1 : 1;
    longest = Math.max(longest, run);
    last = day;
  }
  return { days: last !== undefined && keeps(last, today) ? run : 0, longest };
}
