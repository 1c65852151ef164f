import { join } from 'node:path';
import { expect, test } from 'vitest';
import { blueprint, entryOf, topic, writeBank } from '../support/banks.ts';
import { cca } from '../support/cli.ts';
import { makeHome } from '../support/home.ts';

const single = entryOf.single('birds-air-one');
const birds = (text: string) => ({ 'birds/air.yaml': text });

/** Nothing that could act on a terminal or turn text around. */
const harmless = /^[\n -~\u00a0-\u200a\u2010-\u2027\u2030-\u205f\u2070-\ufefe]*$/;
const hostile = '\\e[2J\\a\\u202e\\u200b\\x9b31m';

for (const [what, written] of [
  ['a stem', 'Which one is right about birds-air-one?'],
  ['an option', 'The right one'],
  ['a reason', 'It is nearly right.'],
  ['a source heading', 'Facts'],
] as const)
  test(`control characters in ${what} are shown harmlessly, and bank check warns of them`, async () => {
    const home = makeHome();
    const text = topic(single.replace(written, `"x${hostile}"`));
    const bank = writeBank(join(home.dir, 'bank'), birds(text));
    const check = await cca(['bank', 'check', bank], { home });
    expect(check).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/control-characters \(warning\)/),
    });
    const quiz = await cca(['quiz', '--bank', bank], { home, input: 'a\n' });
    const shown = await cca(['bank', 'show', 'birds-air-one', '--bank', bank], { home });
    for (const { stdout } of [check, quiz, shown]) expect(stdout).toMatch(harmless);
    expect(quiz.stdout).toMatch(/x\\u\{1b\}\[2J\\u\{7\}\\u\{202e\}\\u\{200b\}\\u\{9b\}31m/);
  });

test('control characters in exam.yaml are shown harmlessly, and bank check warns of them', async () => {
  const home = makeHome();
  const exam = blueprint.replace('title: Birds', `title: "Bi${hostile}rds"`);
  const bank = writeBank(join(home.dir, 'bank'), { ...birds(topic(single)), 'exam.yaml': exam });
  const list = await cca(['bank', 'list', '--bank', bank], { home });
  expect(list.stdout).toMatch(/Bi\\u\{1b\}\[2J/);
  expect(list.stdout).toMatch(harmless);
  const check = await cca(['bank', 'check', bank], { home });
  expect(check.stdout).toMatch(/exam\.yaml:\d+:\d+ {2}control-characters \(warning\)/);
});

for (const [what, text] of [
  ['an unknown kind', topic(single.replace('kind: single', `kind: "x${hostile}"`))],
  ['an unknown field', topic(entryOf.single('birds-air-one', `\n    "x${hostile}": 1`))],
  ['YAML that cannot be read', 'questions: [\u001b[2J\u202e'],
] as const)
  test(`control characters in ${what} do not reach the terminal with the fault that names it`, async () => {
    const home = makeHome();
    const bank = writeBank(join(home.dir, 'bank'), birds(text));
    const { stdout, status } = await cca(['bank', 'check', bank], { home });
    expect(status).toBe(3);
    expect(stdout).toMatch(harmless);
  });
