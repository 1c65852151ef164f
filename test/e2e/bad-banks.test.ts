import { mkdirSync, readdirSync, rmSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { blueprint, entryOf, topic, writeBank } from '../support/banks.ts';
import { cca } from '../support/cli.ts';
import { makeHome } from '../support/home.ts';
import { piped } from '../support/pipe.ts';

const single = entryOf.single('birds-air-one');
const birds = (text: string | Buffer) => ({ 'birds/air.yaml': text });
/** A topic with one single-answer question, changed. */
const changed = (from: string, to: string) => birds(topic(single.replace(from, to)));

/** A faulty bank, and where and how a fault of it is told. */
interface Fault {
  readonly what: string;
  readonly files: Readonly<Record<string, string | Buffer>>;
  readonly told: string;
  /** What text cannot make. */
  prepare?(bank: string): void;
}

const faults: readonly Fault[] = [
  {
    what: 'a file that is not YAML',
    files: birds('questions: [\n'),
    told: 'birds/air.yaml:2:1  yaml  ',
  },
  {
    what: 'an empty file',
    files: birds(''),
    told: 'birds/air.yaml:1:1  missing-field  a topic file holds one list. Begin it with "questions:".',
  },
  {
    what: 'a wrong value',
    files: changed('revision: 1', 'revision: first'),
    told: 'birds/air.yaml:3:15  wrong-value  "revision": ',
  },
  {
    what: 'a missing field',
    files: changed('stem: Which one is right about birds-air-one?', ''),
    told: 'birds/air.yaml:2:5  missing-field  "stem" is missing. Write "stem:" here.',
  },
  {
    what: 'a mistyped field',
    files: changed('stem:', 'stm:'),
    told: 'birds/air.yaml:12:5  unknown-field  "stm" is not a field here. Did you mean "stem"?',
  },
  {
    what: 'an unknown kind',
    files: changed('kind: single', 'kind: singel'),
    told: 'birds/air.yaml:4:11  unknown-kind  "singel" is not a kind. Write one of: single, multiple, true-false,',
  },
  {
    what: 'an unknown objective',
    files: changed('objective: flight', 'objective: flihgt'),
    told: 'birds/air.yaml:5:16  unknown-objective  "flihgt" is not an objective of birds. ',
  },
  {
    what: 'a duplicate id',
    files: { ...birds(topic(single)), 'birds/more.yaml': topic(single) },
    told: 'birds/more.yaml:2:9  duplicate-id  "birds-air-one" is taken by birds/air.yaml:2. Give this one an id of its own.',
  },
  {
    what: 'a question without a key',
    files: changed(', key: true', ''),
    told: 'birds/air.yaml:14:7  no-key  no option is the key. Write "key: true" on the right one.',
  },
  {
    what: 'a single-answer question with two keys',
    files: changed('A near miss,', 'A near miss, key: true,'),
    told: 'birds/air.yaml:14:7  two-keys  2 options are keys. Leave "key: true" on one, or make the kind "multiple".',
  },
  {
    what: 'an enemy that does not exist',
    files: birds(topic(entryOf.single('birds-air-one', '\n    enemies: [birds-air-two]'))),
    told: 'birds/air.yaml:12:15  unknown-enemy  no question has the id "birds-air-two". ',
  },
  {
    what: 'an enemy in another domain',
    files: {
      ...birds(topic(entryOf.single('birds-air-one', '\n    enemies: [fish-water-one]'))),
      'fish/water.yaml': topic(entryOf.single('fish-water-one')),
    },
    told: 'birds/air.yaml:12:15  foreign-enemy  "fish-water-one" belongs to fish. ',
  },
  {
    what: 'two options with one id',
    files: changed('id: near', 'id: far'),
    told: 'birds/air.yaml:16:9  duplicate-option-id  "far" names two entries of this question. ',
  },
  {
    what: 'a pattern that cannot be read',
    files: birds(topic(entryOf['fill-in']('birds-air-one').replace('tool get --namespace x', 'tool {get x'))),
    told: 'birds/air.yaml:14:15  pattern  "}" is missing in "tool {get x". Close what was opened.',
  },
  {
    what: 'weights that do not add up',
    files: { ...birds(topic(single)), 'exam.yaml': blueprint.replace('weight: 30', 'weight: 40') },
    told: 'exam.yaml:18:3  weights  the weights add up to 110, not 100. Mend the weights.',
  },
  {
    what: 'aliases nested to explode',
    files: birds(
      `a: &a [x, x]\n${[...'bcdefghi'].map((name, i) => `${name}: &${name} [*${'abcdefgh'[i]}, *${'abcdefgh'[i]}]`).join('\n')}\nquestions: *i\n`,
    ),
    told: 'birds/air.yaml:2:8  yaml-alias  aliases and anchors are not read in a bank. Write the text out.',
  },
  {
    what: 'lists nested a hundred thousand deep',
    files: birds(`questions: ${'['.repeat(100_000)}${']'.repeat(100_000)}`),
    told: 'birds/air.yaml:1:',
  },
  {
    what: 'one map of a hundred thousand fields',
    files: birds(`questions:\n  - {${Array.from({ length: 100_000 }, (_, i) => `f${i}: 1`).join(', ')}}\n`),
    told: 'birds/air.yaml:2:',
  },
  {
    what: 'a file of 200 MB',
    files: birds(''),
    prepare: bank => truncateSync(join(bank, 'birds/air.yaml'), 200_000_000),
    told: 'birds/air.yaml:1:1  file-size  has 200 MB; a topic file may have 4 MB. Split it into topics.',
  },
  {
    what: 'an exam.yaml of 200 MB',
    files: birds(topic(single)),
    prepare: bank => truncateSync(join(bank, 'exam.yaml'), 200_000_000),
    told: 'exam.yaml:1:1  file-size  has 200 MB; ',
  },
  {
    what: 'a __proto__ field in a question',
    files: birds(topic(entryOf.single('birds-air-one', '\n    __proto__: {difficulty: hard}'))),
    told: 'birds/air.yaml:12:5  unknown-field  "__proto__" is not a field here. ',
  },
  {
    what: 'a __proto__ field in exam.yaml',
    files: { 'exam.yaml': `${blueprint}__proto__: {id: other}\n` },
    told: 'exam.yaml:29:1  unknown-field  "__proto__" is not a field here. ',
  },
  {
    what: 'invalid UTF-8',
    files: birds(Buffer.from([...Buffer.from('questions: "'), 0xc3, 0x28, 0x22])),
    told: 'birds/air.yaml:1:1  encoding  is not valid UTF-8. Save it as UTF-8.',
  },
  {
    what: 'a folder where a topic file belongs',
    files: {},
    prepare: bank => void mkdirSync(join(bank, 'birds/air.yaml'), { recursive: true }),
    told: 'birds/air.yaml:1:1  not-a-file  a folder or device stands where a file belongs. Move it away.',
  },
  {
    what: 'no exam.yaml',
    files: {},
    prepare: bank => rmSync(join(bank, 'exam.yaml')),
    told: 'exam.yaml:1:1  no-blueprint  ',
  },
];

for (const { what, files, prepare, told } of faults)
  test(`${what} is told with its place and what to write instead, and no session starts`, async () => {
    const home = makeHome();
    const bank = writeBank(join(home.dir, 'bank'), files);
    prepare?.(bank);
    const [checked, asked] = await Promise.all([
      piped(['bank', 'check', bank], { home }).ended(),
      piped(['quiz', '--bank', bank], { home }).ended(),
    ]);
    expect(checked.stdout).toContain(`${bank}/${told}`);
    expect(checked).toMatchObject({ status: 3, stderr: '' });
    expect(asked.stderr).toContain(`${bank}/${told}`);
    expect(asked.stderr).toMatch(/No session was started\.\n$/);
    expect(asked).toMatchObject({ status: 3, stdout: '' });
    expect(readdirSync(home.dir)).toEqual(['bank']);
  });

test('every fault of a bank is told at once, wherever it is, and counted', async () => {
  const home = makeHome();
  const bank = writeBank(join(home.dir, 'bank'), {
    ...changed('kind: single', 'kind: singel'),
    'fish/water.yaml': topic(entryOf.single('fish-water-one').replace(', key: true', '')),
  });
  const ran = await cca(['bank', 'check', bank], { home });
  expect(ran.stdout).toMatch(
    /air\.yaml:4:11 {2}unknown-kind[^]*water\.yaml:14:7 {2}no-key[^]*\n2 errors, 0 warnings\.\n$/,
  );
  const quiz = await cca(['quiz', '--bank', bank, '--domain', 'birds'], { home });
  expect(quiz).toMatchObject({ status: 3, stderr: expect.stringMatching(/water\.yaml:14:7/) });
});

test('warnings let sessions run, are listed by bank check, and fail it only under --strict', async () => {
  const home = makeHome();
  const bank = writeBank(join(home.dir, 'bank'), {
    ...birds(topic(entryOf.single('birds-odd'))),
    'stray/notes.yaml': 'anything: goes\n',
  });
  const check = await cca(['bank', 'check', bank], { home });
  expect(check).toMatchObject({ status: 0, stderr: '' });
  expect(check.stdout).toMatch(/birds\/air\.yaml:2:9 {2}id-form \(warning\) /);
  expect(check.stdout).toMatch(
    /stray\/notes\.yaml:1:1 {2}unknown-folder \(warning\)[^]*\n0 errors, 2 warnings\.\n$/,
  );
  expect((await cca(['bank', 'check', bank, '--strict'], { home })).status).toBe(1);
  const quiz = await cca(['quiz', '--bank', bank], { home, input: 'a\n' });
  expect(quiz.status).toBe(0);
  expect(quiz.stdout).toContain(`This bank has 2 warnings: cca bank check ${bank}\n`);
});
