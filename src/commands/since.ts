import { beginningOf, dayNamed, dayNow, type Day } from '../clock.ts';
import type { Context } from '../context.ts';
import { UsageError } from '../errors.ts';

const unitDays: Readonly<Record<string, number>> = { d: 1, w: 7, m: 30, y: 365 };

/**
 * The first day that counts for `30d`, `6w`, `3m`, `1y` or a day such as `2026-11-01`; `flag` names the option in what is
 * said. Throws UsageError for anything else, and for a day that is still to come.
 */
export function sinceDay(word: string, today: Day, flag = '--since'): Day {
  const [, number = '', unit = ''] = word.match(/^(\d{1,4})([dwmy])$/) ?? [];
  const day = number === '' ? dayNamed(word) : today - Number(number) * (unitDays[unit] ?? 1) + 1;
  if (day === undefined)
    throw new UsageError(
      `"${word}" is no time to look back. Write a number of days, weeks, months or years, or a day: ${flag} 30d, ${flag} 6w, ${flag} 2026-11-01.`,
    );
  if (day > today) throw new UsageError(`"${word}" lies in the future: nothing has been answered there yet.`);
  return day;
}

/** The moment (milliseconds since 1970) at which that day begins. Throws UsageError. */
export function sinceMoment(word: string, flag: string, { clock, settings }: Context): number {
  const rolloverHour = settings['rollover-hour'];
  return beginningOf(sinceDay(word, dayNow(clock, rolloverHour), flag), clock, rolloverHour);
}
