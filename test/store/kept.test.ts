import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { StorageError } from '../../src/errors.ts';
import { writeAtomically } from '../../src/store/atomic-file.ts';
import { keepDraw, readKept, type KeptDraw } from '../../src/store/kept.ts';
import { sample } from '../support/compiled.ts';
import { makeHome } from '../support/home.ts';
import { pathsOf } from '../support/store.ts';

const draw: KeptDraw = {
  questions: [sample('single'), sample('matching')],
  domains: { birds: 'Birds' },
  objectives: { flight: 'How birds fly' },
};

describe('the questions of a session', () => {
  test('are kept as drawn, and read as kept', () => {
    const paths = pathsOf(makeHome());
    expect(readKept(keepDraw(draw, paths), paths)).toEqual(draw);
  });

  test('are kept once under a name that is their content', () => {
    const paths = pathsOf(makeHome());
    const name = keepDraw(draw, paths);
    expect(keepDraw(structuredClone(draw), paths)).toBe(name);
    const other = keepDraw({ ...draw, questions: draw.questions.slice(1) }, paths);
    expect(other).not.toBe(name);
    expect(readdirSync(join(paths.data, 'kept')).sort()).toEqual([`${name}.json`, `${other}.json`].sort());
    expect(keepDraw(draw, pathsOf(makeHome()))).toBe(name);
  });

  test.each<[string, (path: string) => void]>([
    ['missing', path => rmSync(path)],
    ['damaged', path => writeFileSync(path, readFileSync(path, 'utf8').slice(0, 50))],
  ])('that are %s are told, with the place and a way out', (_what, spoil) => {
    const paths = pathsOf(makeHome());
    const name = keepDraw(draw, paths);
    const path = join(paths.data, 'kept', `${name}.json`);
    spoil(path);
    expect(() => readKept(name, paths)).toThrow(StorageError);
    expect(() => readKept(name, paths)).toThrow(path);
    expect(() => readKept(name, paths)).toThrow(/cca resume --end ID$/);
  });

  test('that cannot be kept are told before anything starts', () => {
    const paths = pathsOf(makeHome());
    mkdirSync(dirname(paths.data), { recursive: true });
    writeFileSync(paths.data, 'a file');
    expect(() => keepDraw(draw, paths)).toThrow(StorageError);
  });
});

describe('a file written whole or not at all', () => {
  test('replaces what was there, for its owner only', () => {
    const path = join(makeHome().dir, 'a', 'file');
    writeAtomically(path, 'one');
    writeAtomically(path, Buffer.from('two'));
    expect(readFileSync(path, 'utf8')).toBe('two');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readdirSync(dirname(path))).toEqual(['file']);
  });

  test('leaves nothing behind when it cannot be put in its place', () => {
    const path = join(makeHome().dir, 'a', 'file');
    mkdirSync(join(path, 'inside'), { recursive: true });
    expect(() => writeAtomically(path, 'one')).toThrow();
    expect(readdirSync(dirname(path))).toEqual(['file']);
  });
});
