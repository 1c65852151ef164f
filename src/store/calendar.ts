import { createEvents, type EventAttributes } from 'ics';
import { dayWord, type Day } from '../clock.ts';
import { StorageError } from '../errors.ts';
import { writeAtomically } from './atomic-file.ts';

/** A whole-day entry of a calendar. */
export interface CalendarEntry {
  readonly day: Day;
  readonly title: string;
  readonly description: string;
}

/**
 * Writes entries as an iCalendar file (RFC 5545), through `ics`. An entry's id depends on its day alone, so that taking
 * in a newer file replaces it. Throws StorageError.
 */
export function writeCalendar(path: string, entries: readonly CalendarEntry[]): void {
  const { error, value } = createEvents(entries.map(eventOf));
  if (error || !value) throw error ?? new Error('no calendar was made');
  try {
    writeAtomically(path, value);
  } catch (failure) {
    throw new StorageError(
      `The calendar cannot be written to ${path} (${(failure as NodeJS.ErrnoException).code ?? String(failure)}). Name another file.`,
    );
  }
}

const partsOf = (day: Day) => dayWord(day).split('-').map(Number) as [number, number, number];

const eventOf = ({ day, title, description }: CalendarEntry): EventAttributes => ({
  uid: `${dayWord(day)}@cca-study`,
  productId: 'cca-study',
  calName: 'cca',
  start: partsOf(day),
  end: partsOf(day + 1),
  title,
  description,
  busyStatus: 'FREE',
});
