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

let lastDate = { word: '', at: Number.NaN };

/**
 * Milliseconds since 1970 of a moment as the journal writes it, `2026-11-22T03:59:00.000Z`; NaN for what is none. What
 * `Date.parse` gives, in less than half the time: a history has a moment on every line, and mostly the date of the line
 * before.
 */
export function momentOf(time: string): number {
  const date = time.slice(0, 10);
  if (date !== lastDate.word) lastDate = { word: date, at: (dayNamed(date) ?? Number.NaN) * dayMs };
  const minutes = twoDigits(time, 11, 23) * 60 + twoDigits(time, 14, 59);
  const seconds = minutes * 60 + twoDigits(time, 17, 59);
  const at = lastDate.at + seconds * 1000 + twoDigits(time, 20, 99) * 10 + digitAt(time, 22);
  return isOurForm(time) && !Number.isNaN(at) ? at : Date.parse(time);
}

const isOurForm = (time: string): boolean =>
  time.length === 24 &&
  time[10] === 'T' &&
  time[13] === ':' &&
  time[16] === ':' &&
  time[19] === '.' &&
  time[23] === 'Z';

function twoDigits(word: string, at: number, most: number): number {
  const value = digitAt(word, at) * 10 + digitAt(word, at + 1);
  return value <= most ? value : Number.NaN;
}

function digitAt(word: string, at: number): number {
  const value = word.charCodeAt(at) - 48;
  return value >= 0 && value <= 9 ? value : Number.NaN;
}

/** A learner's day: a local calendar day, as the number of days since 1 January 1970. */
export type Day = number;

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/**
 * The learner's day of a moment. `at` is in milliseconds since 1970, `offset` in minutes that local time is ahead of UTC;
 * before `rolloverHour` in the morning it is still the day before.
 */
export const dayOf = (at: number, offset: number, rolloverHour: number): Day =>
  Math.floor((at + offset * 60_000 - rolloverHour * hourMs) / dayMs);

/** The learner's day now. */
export function dayNow(clock: Clock, rolloverHour: number): Day {
  const now = clock.now();
  return dayOf(now, clock.offset(now), rolloverHour);
}

/** `2026-12-18`. */
export const dayWord = (day: Day): string => new Date(day * dayMs).toISOString().slice(0, 10);

/** The day that a word such as `2026-12-18` names; undefined when it names none. */
export function dayNamed(word: string): Day | undefined {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(word) ? Date.parse(`${word}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(word) ? at / dayMs : undefined;
}

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** `18 Dec`. */
export const dayAndMonth = (day: Day): string => {
  const date = new Date(day * dayMs);
  return `${date.getUTCDate()} ${months[date.getUTCMonth()]}`;
};

/** `Sun 22`. */
export const weekdayAndDay = (day: Day): string => {
  const date = new Date(day * dayMs);
  return `${weekdays[date.getUTCDay()]} ${date.getUTCDate()}`;
};

/** 0 for Monday to 6 for Sunday. */
export const weekdayOf = (day: Day): number => (((day + 3) % 7) + 7) % 7;

/** The moment (milliseconds since 1970) at which a learner's day begins by the clock's offset then. */
export function beginningOf(day: Day, clock: Clock, rolloverHour: number): number {
  const at = day * dayMs + rolloverHour * hourMs;
  return at - clock.offset(at) * 60_000;
}
