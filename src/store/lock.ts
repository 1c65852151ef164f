import {
  lstatSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  symlinkSync,
  unlinkSync,
} from 'node:fs';
import { uptime } from 'node:os';
import { dirname } from 'node:path';

/**
 * A lock is a symbolic link whose target names its holder: made in one step, so never half written. It lies in the cache,
 * on this machine, and outlives a killed process; what a dead holder left is taken over.
 */
export type Lock =
  { readonly held: true; release(): void } | { readonly held: false; readonly holder: number };

/** Takes the lock, or says which process has it. Throws what the file system throws when links cannot be made there. */
export function takeLock(path: string): Lock {
  for (;;) {
    try {
      symlinkSync(self(), path);
      return { held: true, release: () => release(path) };
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'ENOENT') mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
      else if (code !== 'EEXIST') throw error;
    }
    const holder = holderOf(path);
    if (holder !== undefined && isAlive(holder)) return { held: false, holder: Number(holder.split(' ')[0]) };
    if (holder !== undefined) breakLock(path, holder);
  }
}

/** Runs `work` under a lock that others hold for moments only. */
export function underLock<T>(path: string, work: () => T): T {
  const lock = waitForLock(path);
  try {
    return work();
  } finally {
    lock?.release();
  }
}

const longestWait = 3000;

function waitForLock(path: string): { release(): void } | undefined {
  const sleeper = new Int32Array(new SharedArrayBuffer(4));
  for (let waited = 0; waited < longestWait; waited += 1) {
    try {
      const lock = takeLock(path);
      if (lock.held) return lock;
    } catch {
      // Where no lock can be made (a read-only cache), order among processes is given up, never an event.
      return undefined;
    }
    Atomics.wait(sleeper, 0, 0, 1);
  }
  // Nobody holds it this long: the holder's number has passed to a stranger.
  removeQuietly(path);
  return undefined;
}

function release(path: string): void {
  if (holderOf(path) === self()) removeQuietly(path);
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

function holderOf(path: string): string | undefined {
  try {
    return readlinkSync(path);
  } catch {
    return undefined;
  }
}

function removeQuietly(path: string): void {
  try {
    if (lstatSync(path).isSymbolicLink()) unlinkSync(path);
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
