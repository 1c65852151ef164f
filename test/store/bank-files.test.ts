import { mkdirSync, rmSync, symlinkSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bankFiles, contentHash, sameStamps, scanBank } from '../../src/store/bank-files.ts';
import { compileFrom } from '../../src/store/banks.ts';
import { entryOf, topic, writeBank } from '../support/banks.ts';
import { makeHome } from '../support/home.ts';

const air = topic(entryOf.single('birds-air-q1'));

/** A bank with one topic and these files. */
const bankWith = (files: Readonly<Record<string, string | Buffer>> = {}) =>
  writeBank(join(makeHome().dir, 'bank'), { 'birds/air.yaml': air, ...files });

/** What is wrong with a bank on disk, as `file:line:column rule: message`. */
async function faultsIn(dir: string): Promise<string[]> {
  const { issues } = await compileFrom(dir, scanBank(dir));
  return issues.map(
    ({ file, line, column, rule, message }) => `${file}:${line}:${column} ${rule}: ${message}`,
  );
}

describe('the files of a bank', () => {
  test('are exam.yaml and the YAML one folder below, in order of path', () => {
    const dir = bankWith({
      'birds/b.yml': air,
      'fish/a.yaml': air,
      'README.md': 'not a topic',
      'notes.yaml': 'not a topic',
      'birds/notes.txt': 'not a topic',
      'birds/drafts/a.yaml': 'not a topic',
      '.git/config.yaml': 'not a topic',
    });
    expect(scanBank(dir).map(([path]) => path)).toEqual([
      'exam.yaml',
      'birds/air.yaml',
      'birds/b.yml',
      'fish/a.yaml',
    ]);
    expect(bankFiles(dir, scanBank(dir)).topics.map(({ domain }) => domain)).toEqual([
      'birds',
      'birds',
      'fish',
    ]);
  });

  test('of a folder that is not there are none', () => {
    expect(scanBank('/nowhere/at/all')).toEqual([]);
  });

  test('are the same while size and time are; the content decides between copies', () => {
    const dir = bankWith();
    const before = scanBank(dir);
    expect(sameStamps(before, scanBank(dir))).toBe(true);
    utimesSync(join(dir, 'exam.yaml'), 1, 1);
    expect(sameStamps(before, scanBank(dir))).toBe(false);
    const copy = bankWith();
    expect(contentHash(copy, scanBank(copy))).toBe(contentHash(dir, scanBank(dir)));
    writeFileSync(join(copy, 'birds/air.yaml'), air.replace('near', 'Near'));
    expect(contentHash(copy, scanBank(copy))).not.toBe(contentHash(dir, scanBank(dir)));
  });
});

describe('what stands where a file of the bank belongs is told, and nothing else is read', () => {
  test.each<[string, (path: string) => void, RegExp]>([
    ['a folder', path => mkdirSync(path), /not-a-file: a folder or device stands where a file belongs/],
    ['a device that never ends', path => symlinkSync('/dev/zero', path), /not-a-file: /],
    [
      '200 MB',
      path => (writeFileSync(path, ''), truncateSync(path, 200_000_000)),
      /file-size: has 200 MB; .* 4 MB/,
    ],
    [
      'bytes that are no UTF-8',
      path => writeFileSync(path, Buffer.from([0x71, 0xff, 0xfe])),
      /encoding: is not valid UTF-8/,
    ],
    ['UTF-16', path => writeFileSync(path, Buffer.from(air, 'utf16le')), /encoding: |yaml: |missing-field: /],
    ['a picture', path => writeFileSync(path, Buffer.from('89504e470d0a1a0a', 'hex')), /encoding: /],
    ['a link to itself', path => symlinkSync(path, path), /unreadable: |not-a-file: /],
  ])('%s', async (_what, make, fault) => {
    const dir = bankWith();
    make(join(dir, 'birds', 'b.yaml'));
    const topicFaults = await faultsIn(dir);
    expect(topicFaults).toEqual([expect.stringMatching(fault)]);
    expect(topicFaults[0]?.startsWith('birds/b.yaml:1:1 ')).toBe(true);
    rmSync(join(dir, 'birds', 'b.yaml'), { recursive: true });
    rmSync(join(dir, 'exam.yaml'));
    make(join(dir, 'exam.yaml'));
    const examFaults = await faultsIn(dir);
    expect(examFaults[0]).toMatch(/^exam[.]yaml:1:1 /);
  });

  test('nothing at all', async () => {
    const dir = bankWith();
    rmSync(join(dir, 'exam.yaml'));
    expect(await faultsIn(dir)).toEqual([
      `exam.yaml:1:1 no-blueprint: ${dir} has no exam.yaml, so it is not a bank. Name a folder that holds one, or write it.`,
    ]);
  });

  test('a link that leads nowhere, as editors leave for their locks, is passed over', async () => {
    const dir = bankWith();
    symlinkSync('nobody@nowhere', join(dir, 'birds', '.#air.yaml'));
    expect(await faultsIn(dir)).toEqual([]);
  });
});
