/** The one source of time. Tests hand in a clock of their own. */
export interface Clock {
  /** Milliseconds since 1970, UTC, as the machine believes them to be. */
  now(): number;
  /** Minutes that local time is ahead of UTC at that moment. */
  offset(at: number): number;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  offset: at => -new Date(at).getTimezoneOffset(),
};
