import { createHash, randomBytes } from 'node:crypto';
import {
  closeSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Clock } from '../clock.ts';
import { StorageError } from '../errors.ts';
import { formatVersion, type Draft, type Event } from '../events/events.ts';
import { nextId } from '../events/ids.ts';
import { encodeLine } from '../events/line.ts';
import { lockFolder, underLock } from './lock.ts';
import type { Paths } from './paths.ts';

/** Writes to the learner's history, on this device's file only. */
export interface Journal {
  /**
   * Appends events in one write and returns them stamped. With `synced` they are on disk when it returns. `notBefore` is
   * the moment it is known to be (milliseconds since 1970), when the machine's clock may have been set back.
   * Throws StorageError when they could not be saved whole; nothing already there is touched.
   */
  append(drafts: readonly Draft[], how: { synced: boolean; notBefore?: number | undefined }): Event[];
}

export const journalDir = (paths: Paths): string => join(paths.data, 'journal');

/** Opens this device's journal; the file and its folders are made with the first event. */
export function openJournal(paths: Paths, device: string, clock: Clock): Journal {
  const path = join(journalDir(paths), `${device}.jsonl`);
  const lock = join(
    lockFolder(paths),
    `journal-${createHash('sha256').update(path).digest('hex').slice(0, 16)}`,
  );
  let fd: number | undefined;
  // Where the file ended when this process last wrote: another length means that somebody else has written since.
  let end = -1;
  let lastId = '';
  const chance = chanceBytes(12);

  const write = (drafts: readonly Draft[], synced: boolean, notBefore: number): Event[] => {
    fd ??= openForAppend(path);
    const size = fstatSync(fd).size;
    const tail = size === end ? undefined : readTail(fd, size);
    if (tail) lastId = tail.lastId;
    const events = drafts.map((draft): Event => {
      const now = Math.max(clock.now(), notBefore);
      lastId = nextId(now, lastId, chance());
      return {
        v: formatVersion,
        id: lastId,
        time: new Date(now).toISOString(),
        offset: clock.offset(now),
        ...draft,
      };
    });
    const text = events.map(encodeLine).join('');
    // A line that a crash or a full disk cut short is closed first, so that it never swallows this one.
    const bytes = Buffer.from(tail?.torn ? `\n${text}` : text);
    end = -1;
    writeWhole(fd, bytes, size);
    if (synced) fsyncSync(fd);
    end = size + bytes.length;
    return events;
  };

  return {
    append(drafts, { synced, notBefore = 0 }) {
      try {
        return underLock(lock, () => write(drafts, synced, Math.floor(notBefore)));
      } catch (error) {
        throw storageError(path, error as NodeJS.ErrnoException);
      }
    },
  };
}

/** Hands out random bytes from a supply: asking the system for each event would cost as much as writing it. */
function chanceBytes(each: number): () => Uint8Array {
  let supply = randomBytes(each * 256);
  let used = 0;
  return () => {
    if (used === supply.length) {
      supply = randomBytes(supply.length);
      used = 0;
    }
    return supply.subarray(used, (used += each));
  };
}

function openForAppend(path: string): number {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const fd = openSync(path, 'a+', 0o600);
  // The name itself must survive a power cut as well as what it names.
  const folder = openSync(dirname(path), 'r');
  fsyncSync(folder);
  closeSync(folder);
  return fd;
}

/** Writes all or nothing: what a full disk let through of these lines is taken back, so that a second try counts once. */
function writeWhole(fd: number, bytes: Buffer, end: number): void {
  const written = writeSync(fd, bytes);
  if (written === bytes.length) return;
  // Only our own bytes: where no lock could be made another process may have written behind them.
  if (fstatSync(fd).size === end + written) ftruncateSync(fd, end);
  throw Object.assign(new Error('only a part could be written'), { code: 'ENOSPC' });
}

/** The id of the last readable line and whether the file ends in the middle of one. */
function readTail(fd: number, size: number): { lastId: string; torn: boolean } {
  for (let bytes = 16_384; ; bytes *= 8) {
    const from = Math.max(0, size - bytes);
    const buffer = Buffer.alloc(size - from);
    readSync(fd, buffer, 0, buffer.length, from);
    const text = buffer.toString('utf8');
    const ids = [...text.matchAll(/^\{"v":\d+,"id":"([^"]+)"/gm)];
    const lastId = ids.at(-1)?.[1];
    const torn = size > 0 && !text.endsWith('\n');
    if (lastId !== undefined || from === 0) return { lastId: lastId ?? '', torn };
  }
}

const advice: Readonly<Record<string, string>> = {
  ENOSPC: 'The disk is full: free some space and try again.',
  EACCES: 'There is no permission to write there.',
  EPERM: 'There is no permission to write there.',
  EROFS: 'That disk is read-only.',
};

export function storageError(path: string, error: NodeJS.ErrnoException): StorageError {
  const told = advice[error.code ?? ''] ?? '';
  return new StorageError(
    `Your history cannot be saved in ${path} (${error.code ?? error.message}). ${told}`.trimEnd(),
  );
}
