import {
  closeSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readdirSync,
  readSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Clock } from '../clock.ts';
import { StorageError } from '../errors.ts';
import { formatVersion, type Draft, type Event } from '../events/events.ts';
import { chanceDigits, nextId } from '../events/ids.ts';
import { encodeLine } from '../events/line.ts';
import { lockFolder, takeLock, type Lock } from './lock.ts';
import type { Paths } from './paths.ts';
import { makeFolder } from './folder.ts';
import { randomBytes } from '../digest.ts';
import { tokenOf } from '../rng.ts';

/** Writes to the learner's history, on this device's files only. */
export interface Journal {
  /**
   * Appends events in one write and returns them stamped. With `synced` they are on disk when it returns. `notBefore` is
   * the moment it is known to be (milliseconds since 1970), when the machine's clock may have been set back.
   * Throws StorageError when they could not be saved whole; nothing already there is touched.
   */
  append(drafts: readonly Draft[], how: { synced: boolean; notBefore?: number | undefined }): Event[];
  /** Gives the file free for another process. A process that dies without a word leaves it free as well. */
  close(): void;
}

export const journalDir = (paths: Paths): string => join(paths.data, 'journal');

/**
 * Opens this device's journal; the file and its folders are made with the first event. A process has its file to itself
 * as long as it lives, so that an append needs no lock: the first writes `<device>.jsonl`, one that runs at the same time
 * `<device>.2.jsonl`, and so on. Readers merge them as they merge devices.
 */
export function openJournal(paths: Paths, device: string, clock: Clock): Journal {
  const folder = journalDir(paths);
  const chance = chanceSupply();
  let file: OwnFile | undefined;
  let lastId = '';

  const write = (drafts: readonly Draft[], synced: boolean, notBefore: number): Event[] => {
    file ??= takeFile(folder, device, paths);
    const open = (file.open ??= openForAppend(file.path));
    const { torn, size } = open.end === undefined ? lookAtEnd(open.fd) : { torn: false, size: open.end };
    if (open.end === undefined) lastId = latestId(folder, device, lastId);
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
    const lines = events.map(encodeLine).join('');
    open.end = undefined;
    // A line that a crash or a full disk cut short is closed first, so that it never swallows this one.
    const written = writeWhole(open.fd, torn ? `\n${lines}` : lines, size);
    if (synced) fsyncSync(open.fd);
    open.end = size + written;
    return events;
  };

  return {
    append(drafts, { synced, notBefore = 0 }) {
      try {
        return write(drafts, synced, Math.floor(notBefore));
      } catch (error) {
        throw storageError(file?.path ?? folder, error as NodeJS.ErrnoException);
      }
    },
    close() {
      if (file?.open) closeSync(file.open.fd);
      file?.release();
      file = undefined;
    },
  };
}

/** A journal file that no other living process writes. */
interface OwnFile {
  readonly path: string;
  release(): void;
  /** `end` is where the file ends; unknown before the first write and after one that failed. */
  open?: { readonly fd: number; end: number | undefined };
}

/** More processes than anybody runs at once. */
const mostFiles = 100;

/** Takes the lock of a journal file, which its writer holds for life. Throws what `takeLock` throws. */
export const lockJournal = (path: string, paths: Paths): Lock =>
  takeLock(join(lockFolder(paths), `journal-${tokenOf(path)}`));

/** The names of a device's own journal files. */
export const ownFilePattern = (device: string): RegExp => new RegExp(`^${device}([.]\\d+)?[.]jsonl$`);

function takeFile(folder: string, device: string, paths: Paths): OwnFile {
  for (let number = 1; number <= mostFiles; number++) {
    const path = join(folder, fileName(device, number));
    try {
      const lock = lockJournal(path, paths);
      if (lock.held) return { path, release: lock.release };
    } catch {
      // Where no lock can be made (a read-only cache), order among processes is given up, never an event.
      break;
    }
  }
  return { path: join(folder, fileName(device, 1)), release: () => {} };
}

const fileName = (device: string, number: number) => `${device}${number === 1 ? '' : `.${number}`}.jsonl`;

/** The highest id that this device has written so far, in any of its files: ours go on above it. */
function latestId(folder: string, device: string, known: string): string {
  const own = ownFilePattern(device);
  return readdirSync(folder)
    .filter(name => own.test(name))
    .map(name => lastIdOf(join(folder, name)))
    .reduce((highest, id) => (id > highest ? id : highest), known);
}

/** Hands out the digits of chance of one id after another: asking the system each time would cost as much as writing. */
function chanceSupply(): () => string {
  let supply = '';
  let used = 0;
  return () => {
    if (used === supply.length) {
      supply = randomBytes(chanceDigits * 64).toString('hex');
      used = 0;
    }
    return supply.slice(used, (used += chanceDigits));
  };
}

function openForAppend(path: string): { fd: number; end: undefined } {
  makeFolder(dirname(path));
  const fd = openSync(path, 'a+', 0o600);
  // The name itself must survive a power cut as well as what it names.
  const folder = openSync(dirname(path), 'r');
  fsyncSync(folder);
  closeSync(folder);
  return { fd, end: undefined };
}

/**
 * Writes all or nothing and gives the bytes written: what a full disk let through of these lines is taken back, so that a
 * second try counts once.
 */
function writeWhole(fd: number, text: string, end: number): number {
  const written = writeSync(fd, text);
  if (written === Buffer.byteLength(text)) return written;
  // Only our own bytes: where no lock could be made another process may have written behind them.
  if (fstatSync(fd).size === end + written) ftruncateSync(fd, end);
  throw Object.assign(new Error('only a part could be written'), { code: 'ENOSPC' });
}

/** The size of the file, and whether it ends in the middle of a line. */
function lookAtEnd(fd: number): { size: number; torn: boolean } {
  const { size } = fstatSync(fd);
  const last = Buffer.alloc(1);
  return { size, torn: readSync(fd, last, 0, 1, Math.max(0, size - 1)) === 1 && last[0] !== 10 };
}

/** The id of the last readable line; empty when there is none. */
function lastIdOf(path: string): string {
  const fd = openSync(path, 'r');
  try {
    const { size } = fstatSync(fd);
    for (let bytes = 16_384; ; bytes *= 8) {
      const from = Math.max(0, size - bytes);
      const buffer = Buffer.alloc(size - from);
      readSync(fd, buffer, 0, buffer.length, from);
      const ids = [...buffer.toString('utf8').matchAll(/^\{"v":\d+,"id":"([^"]+)"/gm)];
      const lastId = ids.at(-1)?.[1];
      if (lastId !== undefined || from === 0) return lastId ?? '';
    }
  } finally {
    closeSync(fd);
  }
}

const advice: Readonly<Record<string, string>> = {
  ENOSPC: 'The disk is full: free some space and try again.',
  EACCES: 'There is no permission to write there.',
  EPERM: 'There is no permission to write there.',
  EROFS: 'That disk is read-only.',
};

export function storageError(
  path: string,
  error: NodeJS.ErrnoException,
  what: 'saved' | 'read' = 'saved',
): StorageError {
  const told = advice[error.code ?? ''] ?? '';
  const failed = what === 'saved' ? 'saved in' : 'read from';
  return new StorageError(
    `Your history cannot be ${failed} ${path} (${error.code ?? error.message}). ${told}`.trimEnd(),
  );
}
