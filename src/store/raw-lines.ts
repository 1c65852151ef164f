import { readFileSync } from 'node:fs';
import { decodeLine, type Line } from '../events/line.ts';
import { storageError } from './journal.ts';

/** A journal line with where it stands. */
export interface RawLine {
  /** `file:line`, for a reader to find it. */
  readonly place: string;
  readonly text: string;
  readonly line: Line;
}

/** Every line of a journal as it stands, the unreadable ones too; empty lines are none. Throws StorageError. */
export function readRawLines(path: string): RawLine[] {
  try {
    return rawLines(readFileSync(path, 'utf8'), path);
  } catch (error) {
    throw storageError(path, error as NodeJS.ErrnoException, 'read');
  }
}

/** The lines of a journal's text; `name` says where they stand. */
export const rawLines = (text: string, name: string): RawLine[] =>
  text
    .split('\n')
    .flatMap((line, index) =>
      line === '' ? [] : [{ place: `${name}:${index + 1}`, text: line, line: decodeLine(line) }],
    );

/** The id of a line that has one: an event, or what a newer program may know. */
export const idOf = ({ line }: RawLine): string | undefined =>
  line.state === 'event' ? line.event.id : line.state === 'unknown' ? line.id : undefined;
