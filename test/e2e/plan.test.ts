import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cardBank } from '../support/banks.ts';
import { cca } from '../support/cli.ts';
import { answered, graded } from '../support/events.ts';
import { makeHome, type Home } from '../support/home.ts';
import { journaled, pathsOf } from '../support/store.ts';

const dayMs = 86_400_000;
const now = () => Date.now();
const inDays = (days: number) => new Date(now() + days * dayMs).toISOString().slice(0, 10);

function learner(home: Home = makeHome()) {
  const bank = cardBank(join(home.dir, 'bank'), 30, 10);
  // The day begins at midnight here: at three in the morning a test must not see yesterday.
  const run = async (...args: readonly string[]) => {
    await cca(['config', 'set', 'rollover-hour', '0'], { home });
    return cca([...args, '--bank', bank], { home });
  };
  const due = async () =>
    JSON.parse((await run('flashcards', 'due', '--json')).stdout) as Record<string, number>;
  return { home, bank, run, due };
}

interface Planned {
  readonly kept: number;
  readonly now: number;
  readonly sweepFrom: string;
  readonly days: readonly {
    readonly day: string;
    readonly due: number;
    readonly fresh: number;
    readonly minutes: number;
    readonly isSweep: boolean;
  }[];
  readonly domains: readonly { readonly leftOut: number }[];
}

test('a plan says what to do each day until the exam, and what will be remembered', async () => {
  const { run } = learner();
  const { status, stdout } = await run('plan', '--exam', inDays(28));
  expect(status).toBe(0);
  expect(stdout).toMatch(/^\d+ \w{3} is 28 days away\. Expected memory on the day: \d+% with this/m);
  expect(stdout).toMatch(/^today +2 new +2 min$/m);
  expect(stdout).toMatch(/final sweep: every card once, weakest first +\d+ min a day$/m);
  expect(stdout).toMatch(/^Birds +70% +31 cards +0% now +9\d% kept$/m);
  for (const line of stdout.split('\n')) expect(line.length).toBeLessThan(80);
});

test('as JSON it has every day, with the sweep at the end', async () => {
  const { run } = learner();
  const plan = JSON.parse((await run('plan', '--exam', inDays(20), '--json')).stdout) as Planned;
  expect(plan.days).toHaveLength(20);
  expect(plan.days[0]?.day).toBe(inDays(0));
  expect(plan.days.filter(({ isSweep }) => isSweep)[0]?.day).toBe(plan.sweepFrom);
  expect(plan.kept).toBeGreaterThan(0.9);
});

test('--ics writes a calendar entry for each day with work, and the exam', async () => {
  const { run, home } = learner();
  const file = join(home.dir, 'cca.ics');
  const ran = await run('plan', '--exam', inDays(10), '--ics', file);
  expect(ran).toMatchObject({ status: 0, stderr: expect.stringMatching(/^\d+ entries written to /) });
  const text = readFileSync(file, 'utf8');
  expect(text.startsWith('BEGIN:VCALENDAR\r\n')).toBe(true);
  expect(text.match(/BEGIN:VEVENT/g)?.length).toBeGreaterThan(5);
  expect(text).toContain(`DTSTART;VALUE=DATE:${inDays(10).replaceAll('-', '')}`);
  expect(text).toMatch(/SUMMARY:cca: \d+ new/);
});

test('a calendar that cannot be written is a storage error that names the file', async () => {
  const { run, home } = learner();
  expect(
    await run('plan', '--exam', inDays(10), '--ics', join(home.dir, 'bank', 'exam.yaml', 'x.ics')),
  ).toMatchObject({
    status: 4,
    stderr: expect.stringMatching(/The calendar cannot be written to .*x\.ics/),
  });
});

describe('an exam day', () => {
  test('that has passed is a usage error when given, and is said when set', async () => {
    const { run, home } = learner();
    expect(await run('plan', '--exam', '2020-01-01')).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/2020-01-01 has passed/),
    });
    await cca(['config', 'set', 'exam-date', '2020-01-01'], { home });
    const set = await run('plan');
    expect(set).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^The exam day that is set, 2020-01-01, has passed\.$/m),
    });
  });

  test('that is none is a usage error', async () => {
    expect(await learner().run('plan', '--exam', 'soon')).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/"soon" is not a day/),
    });
  });

  test('that is today leaves nothing to plan', async () => {
    expect(await learner().run('plan', '--exam', inDays(0))).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/The exam is today/),
    });
  });

  test('that is too close is said to be, and what does not fit is named, least weight first', async () => {
    const { stdout } = await learner().run('plan', '--exam', inDays(2));
    expect(stdout).toMatch(/too close for new cards to settle/);
    expect(stdout.replaceAll('\n', ' ')).toMatch(/Cards left out, least weight first: Fish \d+, Birds \d+\./);
  });

  test('ten years away is planned, and shown in few lines', async () => {
    const { status, stdout } = await learner().run('plan', '--exam', inDays(3650));
    expect(status).toBe(0);
    expect(stdout.split('\n').length).toBeLessThan(45);
    expect(stdout).toMatch(/final sweep/);
  });
});

describe('a history that cannot be', () => {
  const at = (days: number) => now() + days * dayMs;
  const question = 'birds-terms-t1';

  test('a retention that no schedule can keep is refused, in the settings file too', async () => {
    const { home, run } = learner();
    for (const value of ['0.5', '0.999'])
      expect(await cca(['config', 'set', 'retention', value], { home })).toMatchObject({
        status: 2,
        stderr: expect.stringMatching(/It takes a number from 0\.7 to 0\.97/),
      });
    expect((await run('flashcards', 'due')).status).toBe(0);
  });

  test('a review dated in the future: the card is asked today, once', async () => {
    const { home, due, run } = learner();
    journaled(pathsOf(home), 'elsewhere', [[at(300), graded(question)]]);
    expect(await due()).toMatchObject({ today: 1 });
    await cca(['flashcards', '-n', '1', '--new', '0', '--bank', join(home.dir, 'bank')], {
      home,
      input: '\n3\n\n',
    });
    expect(await due()).toMatchObject({ today: 0 });
    expect((await run('plan', '--exam', inDays(20))).status).toBe(0);
  });

  test('a clock set back a year: the card is not taken for one remembered that long', async () => {
    const { home, run } = learner();
    journaled(pathsOf(home), 'elsewhere', [
      [at(-9), graded(question)],
      [at(-5), graded(question)],
      [at(-370), graded(question)],
    ]);
    const { stdout } = await run('flashcards', 'due', '--json');
    const { next } = JSON.parse(stdout) as { next: string };
    expect(Date.parse(next) - now()).toBeLessThan(60 * dayMs);
  });

  test('two devices with reviews of one card in turn make one schedule, whatever the files are called', async () => {
    const told = await Promise.all(
      [
        ['laptop', 'desk'],
        ['desk', 'laptop'],
      ].map(async ([one = '', two = '']) => {
        const { home, run } = learner();
        const events = [-9, -7, -4, -2].map(
          day => [at(day), graded(question, { grade: day === -4 ? 'again' : 'good' })] as const,
        );
        journaled(
          pathsOf(home),
          one,
          events.filter((_, i) => i % 2 === 0),
        );
        journaled(
          pathsOf(home),
          two,
          events.filter((_, i) => i % 2 === 1),
        );
        return (await run('flashcards', 'due', '--json')).stdout;
      }),
    );
    expect(told[0]).toBe(told[1]);
    expect(JSON.parse(told[0] ?? '')).toMatchObject({ waiting: 40 });
  });

  test('a journal half from another bank changes nothing in this one', async () => {
    const { home, due } = learner();
    journaled(pathsOf(home), 'here', [[at(-9), graded(question)]]);
    const alone = await due();
    journaled(pathsOf(home), 'here', [
      [at(-8), graded(question, { bank: 'other-exam', grade: 'again' })],
      [at(-7), answered('birds-terms-t2', { bank: 'other-exam' })],
    ]);
    expect(await due()).toEqual(alone);
  });
});
