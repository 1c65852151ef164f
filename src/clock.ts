/** The one source of time. Tests hand in a clock of their own. */
export interface Clock {
  /** Milliseconds since 1970, UTC, as the machine believes them to be. */
  now(): number;
  /** Milliseconds of a clock that nobody sets: only differences mean something. */
  ticks(): number;
  /** Minutes that local time is ahead of UTC at that moment. */
  offset(at: number): number;
}

/**
 * A clock that never goes back: the latest of what it has ever shown, the machine's time, and the time passed since it was
 * made. A clock set back adds nothing; a sleep is time passed. `floor` is the latest moment known so far.
 */
export function steadyNow(clock: Clock, floor: number): () => number {
  const begun = { at: Math.max(clock.now(), floor), ticks: clock.ticks() };
  let latest = begun.at;
  return () => (latest = Math.max(latest, clock.now(), begun.at + clock.ticks() - begun.ticks));
}

/** No offset has ever changed within one: asking the system each time would slow every saved answer down. */
const quarterHour = 900_000;
let asked = { quarter: Number.NaN, offset: 0 };

export const systemClock: Clock = {
  now: () => Date.now(),
  ticks: () => performance.now(),
  offset(at) {
    const quarter = Math.floor(at / quarterHour);
    if (quarter !== asked.quarter) asked = { quarter, offset: -new Date(at).getTimezoneOffset() };
    return asked.offset;
  },
};
