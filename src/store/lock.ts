import {
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  symlinkSync,
  unlinkSync,
} from 'node:fs';
import { uptime, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import type { Paths } from './paths.ts';
import { makeFolder } from './folder.ts';

/*
 * A lock is a symbolic link whose target names its holder: made in one step, so never half written. It lies on this
 * machine, outlives a killed process, and is taken over from a dead one.
 */

/**
 * Where this user's locks lie: in memory where the system has such a folder, since making a name on a disk slows the next
 * fsync down by a third; else in the cache. It does not depend on the environment, so that all processes agree.
 */
export function lockFolder(paths: Paths): string {
  const user = userInfo().uid;
  for (const memory of [`/run/user/${user}`, '/dev/shm']) {
    const folder = join(memory, `cca-${user}`);
    try {
      if (!existsSync(folder)) mkdirSync(folder, { mode: 0o700 });
      if (lstatSync(folder).uid === user) return folder;
    } catch {
      continue;
    }
  }
  return join(paths.cache, 'locks');
}

/** A lock that was taken, or the process that has it. */
export type Lock =
  { readonly held: true; release(): void } | { readonly held: false; readonly holder: number };

/** Takes the lock, or says which process has it. Throws what the file system throws when links cannot be made there. */
export function takeLock(path: string): Lock {
  for (;;) {
    try {
      symlinkSync(self(), path);
      return { held: true, release: () => removeQuietly(path) };
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'ENOENT') makeFolder(dirname(path));
      else if (code !== 'EEXIST') throw error;
    }
    const holder = holderOf(path);
    if (holder === undefined && isNoLink(path)) throw new Error(`${path} is in the way of a lock`);
    if (holder !== undefined && isAlive(holder)) return { held: false, holder: Number(holder.split(' ')[0]) };
    if (holder !== undefined) breakLock(path, holder);
  }
}

/** Moves a dead holder's lock aside in one step, so that of two who try only one succeeds. */
function breakLock(path: string, dead: string): void {
  const aside = `${path}.${process.pid}`;
  try {
    renameSync(path, aside);
    if (readlinkSync(aside) !== dead) renameSync(aside, path);
    else unlinkSync(aside);
  } catch {
    return;
  }
}

function isNoLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === false;
}

function holderOf(path: string): string | undefined {
  try {
    return readlinkSync(path);
  } catch {
    return undefined;
  }
}

function removeQuietly(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    return;
  }
}

/** Process number, when it began, and the boot it belongs to: a number alone is given out again. */
let own: string | undefined;
const self = (): string => (own ??= `${process.pid} ${startOf(process.pid) ?? '-'} ${bootTime()}`);

function isAlive(holder: string): boolean {
  const [pid, start, boot] = holder.split(' ') as [string, string, string];
  if (Math.abs(Number(boot) - bootTime()) > 120) return false;
  try {
    process.kill(Number(pid), 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  return start === '-' || start === startOf(Number(pid));
}

/** Seconds since 1970 at which this machine was started, to within clock corrections. */
const bootTime = () => Math.round(Date.now() / 1000 - uptime());

/** When a process began, in clock ticks since boot; undefined where there is no /proc. */
function startOf(pid: number): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[19];
  } catch {
    return undefined;
  }
}
