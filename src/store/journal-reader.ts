import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { Event } from '../events/events.ts';
import { decodeLine } from '../events/line.ts';
import { StorageError } from '../errors.ts';
import { storageError } from './journal.ts';

/** A journal on disk. */
export interface JournalFile {
  readonly name: string;
  readonly path: string;
}

/** How far into each file a fold has come. */
export interface Mark {
  readonly file: string;
  readonly bytes: number;
  readonly lines: number;
  /** The last bytes before the mark, which must still be there. */
  readonly tail: string;
}

/** What a reader came upon, once it has read to the end. */
export interface Read {
  /** `file:line` of every line that cannot be read. */
  readonly unreadable: readonly string[];
  /** The newest format version found that is newer than this program's; 0 when there is none. */
  readonly newer: number;
  readonly mark: Mark;
  /** How many bytes are new. */
  readonly bytes: number;
}

/** Reads one journal from a mark to its end, a piece at a time: memory does not grow with the file. */
export interface JournalReader {
  /** The next event, or undefined at the end. Throws StorageError. */
  next(): Event | undefined;
  /** What was come upon so far. */
  soFar(): Read;
  close(): void;
}

const tailBytes = 64;
const pieceBytes = 1 << 16;

/**
 * Opens a journal behind a mark, or at its beginning. Undefined when what stood before the mark has changed. A last line
 * without its newline is left for the next time. Throws StorageError when the file cannot be read.
 */
export function readJournal(file: JournalFile, from: Mark | undefined): JournalReader | undefined {
  const fd = guarded(file.path, () => openSync(file.path, 'r'));
  const start = from?.bytes ?? 0;
  let lines = from?.lines ?? 0;
  let tail = from?.tail ?? '';
  let at = start;
  let rest: Buffer = Buffer.alloc(0);
  let piece: string[] = [];
  let taken = 0;
  let newer = 0;
  const unreadable: string[] = [];
  const size = guarded(file.path, () => fstatSync(fd).size);

  if (
    from &&
    readAt(fd, file.path, start - from.tail.length, from.tail.length).toString('latin1') !== from.tail
  ) {
    closeSync(fd);
    return undefined;
  }

  /** Takes in the next piece that ends in a newline; false at the end. */
  const more = (): boolean => {
    while (at + rest.length < size) {
      const read = readAt(fd, file.path, at + rest.length, Math.min(pieceBytes, size - at - rest.length));
      if (read.length === 0) return false;
      const end = read.lastIndexOf(10) + 1;
      if (end === 0) {
        rest = Buffer.concat([rest, read]);
        continue;
      }
      const whole = rest.length === 0 ? read.subarray(0, end) : Buffer.concat([rest, read.subarray(0, end)]);
      rest = Buffer.from(read.subarray(end));
      at += whole.length;
      tail = (tail + whole.toString('latin1', Math.max(0, whole.length - tailBytes))).slice(-tailBytes);
      piece = whole.toString('utf8').split('\n');
      piece.pop();
      taken = 0;
      return true;
    }
    return false;
  };

  return {
    next() {
      for (;;) {
        if (taken === piece.length && !more()) return undefined;
        const text = piece[taken++] as string;
        lines++;
        const line = decodeLine(text);
        if (line.state === 'event') return line.event;
        if (line.state === 'newer') newer = Math.max(newer, line.version);
        else if (line.state === 'unreadable' && text !== '') unreadable.push(`${file.path}:${lines}`);
      }
    },
    soFar: () => ({
      unreadable,
      newer,
      mark: { file: file.name, bytes: at, lines, tail },
      bytes: at - start,
    }),
    close: () => closeSync(fd),
  };
}

function readAt(fd: number, path: string, at: number, length: number): Buffer {
  const buffer = Buffer.allocUnsafe(length);
  return buffer.subarray(
    0,
    guarded(path, () => readSync(fd, buffer, 0, length, at)),
  );
}

function guarded<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw unreadableError(path, error as NodeJS.ErrnoException);
  }
}

export function unreadableError(path: string, error: NodeJS.ErrnoException): StorageError {
  return new StorageError(
    storageError(path, error).message.replace('cannot be saved in', 'cannot be read from'),
  );
}
