import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { BankError } from '../../src/errors.ts';
import { scanBank } from '../../src/store/bank-files.ts';
import { compileFrom, loadBank } from '../../src/store/banks.ts';
import { blueprint, entryOf, topic, writeBank } from '../support/banks.ts';
import { makeHome } from '../support/home.ts';
import { pathsOf } from '../support/store.ts';

const ids = (...names: string[]) => topic(...names.map(name => entryOf.single(`birds-air-${name}`)));

/** A bank of two questions, loaded once. */
async function loaded() {
  const home = makeHome();
  const paths = pathsOf(home);
  const dir = writeBank(join(home.dir, 'bank'), { 'birds/air.yaml': ids('q1', 'q2') });
  await loadBank(dir, paths);
  const cache = join(paths.cache, 'banks');
  const kept = () => readdirSync(cache).map(name => join(cache, name));
  return {
    paths,
    dir,
    kept,
    file: join(dir, 'birds', 'air.yaml'),
    /** Leaves a mark in what is kept: who sees it has opened that. */
    mark: () => {
      for (const path of kept())
        writeFileSync(path, readFileSync(path, 'latin1').replaceAll('Test Exam', 'Kept Exam'), 'latin1');
    },
    load: (from = dir) => loadBank(from, paths),
    title: async (from = dir) => (await loadBank(from, paths)).blueprint.title,
  };
}

/** Sets a file's time of change. */
const touch = (path: string, seconds: number) => utimesSync(path, seconds, seconds);

describe('a bank', () => {
  test('is compiled once and opened from the cache after that', async () => {
    const { mark, title, load } = await loaded();
    mark();
    expect(await title()).toBe('Kept Exam');
    expect((await load()).rows.map(row => row.id)).toEqual(['birds-air-q1', 'birds-air-q2']);
  });

  test('gives its entries in the order asked for, and only those it has', async () => {
    const bank = await (await loaded()).load();
    expect(bank.read(['birds-air-q2', 'birds-air-q1'])).toMatchObject([
      { id: 'birds-air-q2', stem: 'Which one is right about birds-air-q2?' },
      { id: 'birds-air-q1' },
    ]);
    expect(() => bank.read(['nobody'])).toThrow('no entry nobody in this bank');
  });

  test('is not compiled again when only times have changed, as after git clone', async () => {
    const { mark, title, file, kept } = await loaded();
    mark();
    touch(file, 1_000_000);
    expect(await title()).toBe('Kept Exam');
    expect(readFileSync(kept()[0] as string, 'utf8')).toContain('"birds/air.yaml",');
    expect(readFileSync(kept()[0] as string, 'utf8')).toContain(',1000000000]');
    const inode = statSync(kept()[0] as string).ino;
    expect(await title()).toBe('Kept Exam');
    expect(statSync(kept()[0] as string).ino).toBe(inode);
  });

  const air = (dir: string) => join(dir, 'birds', 'air.yaml');
  const edits: [string, (dir: string) => void, string[]][] = [
    ['a question was added', dir => writeFileSync(air(dir), ids('q1', 'q2', 'q3')), ['q1', 'q2', 'q3']],
    ['a letter was changed', dir => writeFileSync(air(dir), ids('q1', 'q9')), ['q1', 'q9']],
    ['a file was added', dir => writeFileSync(join(dir, 'birds', 'b.yaml'), ids('q3')), ['q1', 'q2', 'q3']],
    ['a file was renamed', dir => renameSync(air(dir), join(dir, 'birds', 'sky.yaml')), ['q1', 'q2']],
    ['a file was deleted', dir => rmSync(air(dir)), []],
    ['exam.yaml was changed', dir => writeFileSync(join(dir, 'exam.yaml'), `${blueprint}\n`), ['q1', 'q2']],
  ];
  test.each(edits)('is compiled again when %s', async (_what, edit, names) => {
    const { mark, load, dir } = await loaded();
    mark();
    edit(dir);
    const bank = await load();
    expect(bank.blueprint.title).toBe('Test Exam');
    expect(bank.rows.map(row => row.id)).toEqual(names.map(name => `birds-air-${name}`));
  });

  test.each<[string, (whole: Buffer) => Buffer]>([
    ['empty', () => Buffer.alloc(0)],
    ['rubbish', () => Buffer.from('rubbish')],
    [
      'of another format',
      whole => Buffer.from(whole.toString('latin1').replace('"format":1', '"format":7'), 'latin1'),
    ],
    ['cut short in its index', whole => whole.subarray(0, 100)],
    ['cut short in its questions', whole => whole.subarray(0, whole.length - 20)],
    ['zeros, as after a power cut', whole => Buffer.alloc(whole.length)],
  ])('is compiled again when what was kept is %s', async (_what, spoil) => {
    const { kept, load } = await loaded();
    const path = kept()[0] as string;
    writeFileSync(path, spoil(readFileSync(path)));
    const bank = await load();
    expect(bank.read(bank.rows.map(row => row.id))).toHaveLength(2);
  });

  test('is found by whichever path leads to it', async () => {
    const { mark, title, dir, kept } = await loaded();
    mark();
    symlinkSync(dir, `${dir}-link`);
    expect(await title(`${dir}-link`)).toBe('Kept Exam');
    expect(kept()).toHaveLength(1);
  });

  test('is loaded also where nothing can be kept', async () => {
    const home = makeHome();
    const paths = pathsOf(home);
    const dir = writeBank(join(home.dir, 'bank'), { 'birds/air.yaml': ids('q1') });
    mkdirSync(join(home.dir, 'cache'));
    writeFileSync(paths.cache, 'a file');
    const bank = await loadBank(dir, paths);
    expect(bank.read(['birds-air-q1'])).toMatchObject([{ id: 'birds-air-q1' }]);
  });

  test('with warnings is loaded, and says how many', async () => {
    const { load, file } = await loaded();
    writeFileSync(file, ids('q1').replace('id: birds-air-q1', 'id: q1'));
    expect(await load()).toMatchObject({ warnings: 1 });
    expect(await load()).toMatchObject({ warnings: 1 });
  });
});

describe('a bank with errors', () => {
  test('is refused whole, each error with its place, and nothing is kept', async () => {
    const { load, file, dir, kept } = await loaded();
    rmSync(kept()[0] as string);
    writeFileSync(file, ids('q1', 'q1').replaceAll('key: true, ', '').replace('id: far', 'id: Far Out'));
    await expect(load()).rejects.toThrow(BankError);
    const message = await load().then(
      () => '',
      (error: unknown) => (error as Error).message,
    );
    expect(message.split('\n').map(line => line.replace(/ {2}.*/, ''))).toEqual([
      `${dir}/birds/air.yaml:16:14`,
      `${dir}/birds/air.yaml:29:7`,
      '2 errors, 0 warnings.',
      'No session was started.',
    ]);
    expect(kept()).toEqual([]);
  });

  test('is refused although it was fine before', async () => {
    const { load, file } = await loaded();
    writeFileSync(file, 'questions: [');
    await expect(load()).rejects.toThrow(/birds\/air[.]yaml:1:13 {2}yaml {2}/);
  });

  test('that is no bank is told so', async () => {
    const { load, dir } = await loaded();
    await expect(load(`${dir}-missing`)).rejects.toThrow(
      /exam[.]yaml:1:1 {2}no-blueprint {2}.*is not a bank/,
    );
  });
});

describe('the bank that ships', () => {
  test('is opened as the build left it, and compiled anew once its YAML differs', async () => {
    const home = makeHome();
    const paths = pathsOf(home);
    writeBank(paths.shippedBank, { 'birds/air.yaml': ids('q1') });
    const { compiled } = await compileFrom(paths.shippedBank, scanBank(paths.shippedBank));
    writeFileSync(
      paths.shippedCompiled,
      (compiled as Buffer).toString('latin1').replace('Test Exam', 'Kept Exam'),
      'latin1',
    );
    expect((await loadBank(undefined, paths)).blueprint.title).toBe('Kept Exam');
    writeFileSync(join(paths.shippedBank, 'birds/air.yaml'), ids('q1', 'q2'));
    const edited = await loadBank(undefined, paths);
    expect(edited.blueprint.title).toBe('Test Exam');
    expect(edited.rows).toHaveLength(2);
  });

  test('is opened as it is although its files were unpacked at another time', async () => {
    const home = makeHome();
    const paths = pathsOf(home);
    writeBank(paths.shippedBank, { 'birds/air.yaml': ids('q1') });
    const { compiled } = await compileFrom(paths.shippedBank, scanBank(paths.shippedBank));
    writeFileSync(
      paths.shippedCompiled,
      (compiled as Buffer).toString('latin1').replace('Test Exam', 'Kept Exam'),
      'latin1',
    );
    touch(join(paths.shippedBank, 'birds/air.yaml'), 1_000_000);
    expect((await loadBank(undefined, paths)).blueprint.title).toBe('Kept Exam');
    expect((await loadBank(undefined, paths)).blueprint.title).toBe('Kept Exam');
  });
});
