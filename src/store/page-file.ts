import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { StorageError } from '../errors.ts';

/** Why a file that the learner has named cannot be written, in words. */
const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'its folder does not exist',
  ENOTDIR: 'a part of its path is a file',
  EISDIR: 'it is a folder',
  EACCES: 'it may not be written',
  EPERM: 'it may not be written',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EFBIG: 'the disk is full',
};

/**
 * Writes a page to a path that the learner has named, over what is there, and gives the whole path. Written in place: the
 * name may be a link or a device. `safe` says what is not lost when that fails. Throws StorageError.
 */
export function writePage(path: string, page: string, safe = 'the exam itself is saved'): string {
  const whole = resolve(path);
  try {
    writeFileSync(whole, page);
    return whole;
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    throw new StorageError(
      `The report cannot be written to ${whole}: ${reasons[code] ?? message}. Name another file; ${safe}.`,
    );
  }
}
