/** Longer than this nobody thinks about one question: the rest was sleep. */
const longestThought = 10 * 60_000;

/** Milliseconds between showing a question and now: at most ten minutes, and none when the clock went back. */
export const thinkingTime = (shownAt: number, now: number): number =>
  Math.min(Math.max(now - shownAt, 0), longestThought);
