import { counted } from '../../counted.ts';
import type { ExamView } from '../../session/exam-view.ts';

const minute = 60_000;

/** Warnings are due once the time left falls below these, in minutes. */
export const warningMinutes = [30, 15, 5] as const;

/** From here on seconds are shown, and a hidden clock comes back. */
export const lastMinutes = 5 * minute;

/** Time left as a learner reads it: whole minutes, and seconds for the last five. */
export function timeLeft(ms: number): string {
  const left = Math.max(0, ms);
  if (left > lastMinutes) return `${Math.ceil(left / minute)} min left`;
  const seconds = Math.ceil(left / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')} left`;
}

/** A gap between two looks at a clock that is no delay but a sleep of the machine, in milliseconds. */
const sleep = 60_000;

/** What to say when much time has passed between two looks at the clock; undefined when it has not. */
export function sleptWords(before: number | undefined, after: number): string | undefined {
  if (before === undefined || before - after < sleep) return undefined;
  const minutes = Math.round((before - after) / minute);
  return `${counted(minutes, 'minute has', 'minutes have')} passed at once, as when a computer sleeps. The clock ran on.`;
}

/** The warning that became due between two moments, in words; undefined when none did. Times are milliseconds left; the
 * first look at a clock warns of nothing. */
export function dueWarning(before: number | undefined, after: number): string | undefined {
  if (before === undefined) return undefined;
  const due = warningMinutes.filter(minutes => before > minutes * minute && after <= minutes * minute).at(-1);
  return due === undefined ? undefined : `${due} minutes are left.`;
}

/** The time there is for each question still open; empty without a clock, or with none open. */
export function paceLeft({ deadline, of, answered }: ExamView, now: number): string {
  if (deadline === undefined || answered === of) return '';
  return `${Math.max(0, Math.floor((deadline - now) / 1000 / (of - answered)))} s a question left`;
}
