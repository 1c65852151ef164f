import { spawnSync } from 'node:child_process';
import { readdirSync, readlinkSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir, uptime } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { lockFolder, takeLock } from '../../src/store/lock.ts';
import { makeHome } from '../support/home.ts';
import { pathsOf } from '../support/store.ts';

const lockPath = () => join(makeHome().dir, 'lock');

/** Seconds since 1970 at which this machine was started. */
const boot = () => Math.round(Date.now() / 1000 - uptime());

/** The number of a process that has ended. */
const deadPid = () => spawnSync(process.execPath, ['--version']).pid;

describe('a lock', () => {
  test('is held by one at a time, and the other is told by whom', () => {
    const path = lockPath();
    const first = takeLock(path);
    expect(first.held).toBe(true);
    expect(takeLock(path)).toEqual({ held: false, holder: process.pid });
    if (first.held) first.release();
    expect(takeLock(path).held).toBe(true);
  });

  test('is refused while its holder lives', () => {
    const path = lockPath();
    symlinkSync(`${process.ppid} - ${boot()}`, path);
    expect(takeLock(path)).toEqual({ held: false, holder: process.ppid });
    expect(readlinkSync(path)).toBe(`${process.ppid} - ${boot()}`);
  });

  test('makes the folder it lies in', () => {
    const path = join(makeHome().dir, 'not', 'there', 'lock');
    expect(takeLock(path).held).toBe(true);
    expect(statSync(dirname(path)).mode & 0o777).toBe(0o700);
  });

  test('leaves nothing behind when it is released', () => {
    const path = lockPath();
    const lock = takeLock(path);
    expect(readdirSync(dirname(path))).toEqual(['lock']);
    if (lock.held) lock.release();
    expect(readdirSync(dirname(path))).toEqual([]);
  });

  test.each([
    ['a process that has ended', () => `${deadPid()} 12345 ${boot()}`],
    ['a process that has ended, where no start is known', () => `${deadPid()} - ${boot()}`],
    ['a process whose number was given to another', () => `${process.pid} 1 ${boot()}`],
    ['a process from before the machine was started', () => `${process.ppid} - ${boot() - 86_400}`],
    ['nobody in particular', () => 'rubbish'],
    ['nobody that can be', () => `-1 x ${boot()}`],
  ])('is taken over from %s', (_whom, target) => {
    const path = lockPath();
    symlinkSync(target(), path);
    expect(takeLock(path).held).toBe(true);
    expect(readlinkSync(path).split(' ')[0]).toBe(String(process.pid));
    expect(readdirSync(dirname(path))).toEqual(['lock']);
  });
});

test('a file that stands where a lock belongs is said, and does not hang the program', () => {
  const path = lockPath();
  writeFileSync(path, '');
  expect(() => takeLock(path)).toThrow(`${path} is in the way of a lock`);
});

test('locks lie in a folder of this user alone, the same one for every process', () => {
  const folder = lockFolder(pathsOf(makeHome()));
  expect(statSync(folder).uid).toBe(process.getuid?.());
  expect(statSync(folder).mode & 0o077).toBe(0);
  expect(lockFolder(pathsOf(makeHome())).startsWith(tmpdir()), 'a folder in memory is shared').toBe(
    !['/run/user', '/dev/shm'].some(memory => folder.startsWith(memory)),
  );
});
