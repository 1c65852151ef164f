import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { makeFolder } from './folder.ts';

/**
 * Writes a whole file or nothing: to a neighbour first, synced, then renamed over it. Folders above it are made.
 * Throws what the file system throws.
 */
export function writeAtomically(
  path: string,
  content: string | Buffer,
  { synced = true, mode = 0o600 } = {},
): void {
  makeFolder(dirname(path));
  const neighbour = `${path}.${process.pid}.tmp`;
  try {
    const fd = openSync(neighbour, 'w', mode);
    try {
      const bytes = typeof content === 'string' ? Buffer.from(content) : content;
      for (let at = 0; at < bytes.length;) at += writeSync(fd, bytes, at);
      if (synced) fsyncSync(fd);
    } finally {
      closeSync(fd);
    }
    renameSync(neighbour, path);
  } catch (error) {
    rmSync(neighbour, { force: true });
    throw error;
  }
}
