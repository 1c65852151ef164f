import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cca } from '../support/cli.ts';
import { limitFileSize } from '../support/disk.ts';
import { eventually } from '../support/eventually.ts';
import { examBank, handIn, sitExam, submissions, typesOf } from '../support/exams.ts';
import { makeHome } from '../support/home.ts';
import { keys, terminal } from '../support/terminal.ts';

/** What is done, and what must be on the screen then, and again after the program was killed and resumed. */
const actions: readonly [what: string, typed: string, shown: RegExp][] = [
  ['a mark', '1', /answered 1 [^]* 1 ●/],
  ['a change of it', '2', /answered 1 [^]* 1 ○[^]* 2 ●/],
  ['a guess', 'g', /guessing$/m],
  ['a flag', 'f', /flagged 1 [^]*⚑ flagged/],
  ['a move', 'n', /question 2 of 10/],
  ['a mark on the second', '3', /answered 2 [^]* 3 ●/],
  ['its clearing', 'c', /question 2 of 10[^]*answered 1 [^]* 3 ○/],
  ['a jump', `/9${keys.enter}`, /question 9 of 10/],
  ['a hidden clock', 't', /clock hidden/],
  ['a shown clock', 't', /question 9 of 10 +\d+ min left/],
];

test('killed after any action, an exam goes on exactly there: mark, guess, flag, place and clock', async () => {
  const home = makeHome();
  let learner = await sitExam(home);
  for (const [what, typed, shown] of actions) {
    learner.press(typed);
    await learner.waitFor(shown);
    learner.kill('SIGKILL');
    await learner.ended();
    learner = terminal(['resume'], { home });
    await learner.waitFor(/leave/);
    await learner.waitFor(shown).catch((error: unknown) => {
      throw new Error(`after ${what}`, { cause: error });
    });
  }
  learner.press('/', '1', keys.enter);
  await learner.waitFor(/question 1 of 10[^]*⚑ flagged[^]*guessing[^]* 2 ●/);
  await handIn(learner);
  expect(submissions(home)).toEqual({ finished: 1, answered: 1 });
});

test('a submission that a power cut tore never happened: it is made again, and counts once', async () => {
  const home = makeHome();
  const bank = examBank(home);
  await cca(['mock-exam', '--bank', bank], { home, input: 'a\nnext\nb\nnext\nc\nsubmit\nyes\n' });
  const lines = readFileSync(home.journal, 'utf8').trimEnd().split('\n');
  const whole = lines.length;
  for (const [left, torn] of [
    [whole - 1, ''],
    [whole - 2, (lines[whole - 2] as string).slice(0, 40)],
    [whole - 4, ''],
  ] as const) {
    writeFileSync(home.journal, `${lines.slice(0, left).join('\n')}\n${torn}`);
    const input = left === whole - 4 ? 'submit\nyes\n' : '';
    const back = await cca(['resume'], { home, input });
    expect(back.stdout).toMatch(/Mock exam 1: \d of 10/);
    const events = readFileSync(home.journal, 'utf8')
      .split('\n')
      .flatMap(line => (line.endsWith('}') ? [JSON.parse(line) as { type: string; question: string }] : []));
    const answered = events
      .filter(({ type }) => type === 'question-answered')
      .map(({ question }) => question);
    expect(answered).toHaveLength(3);
    expect(new Set(answered).size).toBe(3);
    expect(events.filter(({ type }) => type === 'session-finished')).toHaveLength(1);
  }
});

test('killed in the submit dialog nothing is handed in; killed at the report everything is', async () => {
  const home = makeHome();
  const learner = await sitExam(home);
  learner.press('1', 's', 'ye');
  await learner.waitFor(/number to go there: ye/);
  learner.kill('SIGKILL');
  await learner.ended();
  const back = terminal(['resume'], { home });
  await back.waitFor(/answered 1 /);
  await handIn(back);
  back.kill('SIGKILL');
  await back.ended();
  expect(submissions(home)).toEqual({ finished: 1, answered: 1 });
  expect((await cca(['resume'], { home })).stdout).toMatch(/Nothing is unfinished/);
});

test('a second terminal on an exam is told which process has it, and takes it up once that has gone', async () => {
  const home = makeHome();
  const learner = await sitExam(home);
  learner.press('1', 'n');
  await learner.waitFor(/question 2 of 10/);
  const second = terminal(['resume'], { home });
  expect(await second.ended()).toMatchObject({ exitCode: 2 });
  expect(second.screen().replaceAll('\n', '')).toContain(
    `is open in another window (process ${learner.pid})`,
  );
  learner.press('q');
  expect(await learner.ended()).toMatchObject({ exitCode: 0 });
  expect(learner.screen()).toMatch(/The clock of this exam runs on/);
  const third = terminal(['resume'], { home });
  await third.waitFor(/question 2 of 10[^]*answered 1 /);
});

test('an exam whose time ran out while it was closed is handed in by the terminal that opens it', async () => {
  const home = makeHome();
  const learner = await sitExam(home, ['--minutes', '0.03']);
  learner.press('1', 'q');
  await learner.ended();
  await new Promise(resolve => setTimeout(resolve, 1900));
  const late = terminal(['resume'], { home });
  await late.waitFor(/The time was up[^]*Enter leave/);
  expect(late.isAlternate()).toBe(false);
  expect(submissions(home)).toEqual({ finished: 1, answered: 1 });
  late.press(keys.enter);
  expect(await late.ended()).toMatchObject({ exitCode: 0 });
});

const busy: readonly [where: string, typed: string, shown: RegExp][] = [
  ['in the submit dialog', 'sye', /number to go there: ye/],
  ['while a number is typed', '/1', /Go to question 1/],
  ['while a fault is reported', 'rsome wor', /What is wrong\? some wor/],
];

test.each(busy)(
  'nothing holds up zero: %s the exam is handed in as it stands',
  async (_where, typed, shown) => {
    const home = makeHome();
    const learner = await sitExam(home, ['--minutes', '0.04'], { rows: 40 });
    learner.press('2');
    await learner.waitFor(/answered 1/);
    learner.press(typed);
    await learner.waitFor(shown);
    await learner.waitFor(/The time was up[^]*Enter leave/);
    expect(learner.isAlternate()).toBe(false);
    expect(submissions(home)).toEqual({ finished: 1, answered: 1 });
    learner.press(keys.enter);
    expect(await learner.ended()).toMatchObject({ exitCode: 0 });
  },
);

const tampered: readonly [what: string, tamper: (bank: string) => void, said: RegExp][] = [
  [
    'edited',
    bank => {
      const file = join(bank, 'birds', 'air.yaml');
      const text = readFileSync(file, 'utf8');
      writeFileSync(
        file,
        text
          .replaceAll('text: The right one, key: true', 'text: Once right')
          .replaceAll('text: A far miss', 'text: A far miss, key: true'),
      );
    },
    /The bank has changed since/,
  ],
  ['deleted', bank => rmSync(bank, { recursive: true }), /The bank (cannot be read|is no longer there)/],
];

test.each(tampered)(
  'a bank that is %s during an exam changes nothing but a line',
  async (_what, tamper, said) => {
    const home = makeHome();
    const bank = examBank(home);
    const learner = await sitExam(home, [], { bank });
    const key = learner.screen().match(/(\d) ○ The right one/)?.[1] as string;
    learner.press(key);
    await learner.waitFor(/answered 1/);
    learner.press('q');
    await learner.ended();
    tamper(bank);
    const back = terminal(['resume'], { home });
    expect(await back.waitFor(/leave/)).toMatch(said);
    expect(await handIn(back)).toMatch(/Mock exam 1: 1 of 10/);
    back.press('a');
    await back.waitFor(/✔ Right +\d +The right one/);
  },
);

test('with a full disk the submission is not taken; the same Enter tries again, and counts once', async () => {
  const home = makeHome();
  const learner = await sitExam(home, [], { rows: 40 });
  learner.press('1');
  await learner.waitFor(/answered 1/);
  limitFileSize(learner.pid, readFileSync(home.journal).length + 100);
  learner.press('s');
  await learner.waitFor(/Type yes/);
  learner.press('yes', keys.enter);
  await learner.waitFor(/number to go there: yes[^]*Your history cannot be saved/);
  expect(submissions(home).finished).toBe(0);
  limitFileSize(learner.pid, 'unlimited');
  learner.press(keys.enter);
  await learner.waitFor(/Mock exam 1: [01] of 10[^]*Enter leave/);
  learner.press(keys.enter);
  expect(await learner.ended()).toMatchObject({ exitCode: 0 });
  expect(submissions(home)).toEqual({ finished: 1, answered: 1 });
});

test('left with a full disk, an exam is exit 4 and goes on with every mark that was saved', async () => {
  const home = makeHome();
  const learner = await sitExam(home, [], { rows: 40 });
  learner.press('1');
  await learner.waitFor(/answered 1/);
  limitFileSize(learner.pid, readFileSync(home.journal).length);
  learner.press('s');
  await learner.waitFor(/Type yes/);
  learner.press('yes', keys.enter);
  await learner.waitFor(/Your history cannot be saved/);
  learner.press(keys.escape, 'q');
  expect(await learner.ended()).toMatchObject({ exitCode: 4 });
  const back = terminal(['resume'], { home });
  await back.waitFor(/answered 1 /);
  expect(submissions(home)).toEqual({ finished: 0, answered: 0 });
});

test('time that runs out on a full disk is handed in as soon as there is room', async () => {
  const home = makeHome();
  const learner = await sitExam(home, ['--minutes', '0.06'], { rows: 40 });
  learner.press('1');
  await learner.waitFor(/answered 1/);
  limitFileSize(learner.pid, readFileSync(home.journal).length);
  await learner.waitFor(/0:00 left/);
  learner.press('2');
  await learner.waitFor(/Your history cannot be saved/);
  limitFileSize(learner.pid, 'unlimited');
  await learner.waitFor(/The time was up[^]*Enter leave/);
  expect(submissions(home)).toEqual({ finished: 1, answered: 1 });
});

test('in plain lines zero hands in by itself, while the program waits for a line', async () => {
  const home = makeHome();
  const learner = terminal(['mock-exam', '--plain', '--minutes', '0.05', '--bank', examBank(home)], { home });
  await learner.waitFor(/Mark, or type help:/);
  learner.press('a\r');
  await learner.waitFor(/Marked a/);
  await eventually(
    () => 'the submission',
    () => (submissions(home).finished === 1 ? true : undefined),
  );
  expect(await learner.ended()).toMatchObject({ exitCode: 0 });
  expect(learner.screen()).toMatch(/The time was up/);
  expect(typesOf(home).slice(-2)).toEqual(['question-answered', 'session-finished']);
});
