import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { QuestionAnswered } from '../../src/events/events.ts';
import { encodeLine } from '../../src/events/line.ts';
import { answered, stamped } from '../support/events.ts';
import { makeLearner, type Learner } from '../support/learner.ts';

const dayMs = 86_400_000;

/** Writes answers into the learner's journal, a minute apart, the last a day ago. */
function remember(learner: Learner, answers: readonly Partial<QuestionAnswered>[], offset = 0): void {
  mkdirSync(dirname(learner.home.journal), { recursive: true });
  const start = Date.now() - dayMs - answers.length * 60_000;
  const lines = answers.map((more, i) => {
    const at = start + i * 60_000;
    return encodeLine({
      ...stamped(
        answered(`gone-${i}`, { shown: ['a', 'b', 'c', 'd'], ...more }),
        at,
        String(at).padStart(22, '0'),
      ),
      offset,
    });
  });
  appendFileSync(learner.home.journal, lines.join(''));
}

const both = (times: number, more: Partial<QuestionAnswered> = {}) =>
  Array.from({ length: times }, (_, i) => ({
    domain: i % 3 === 0 ? 'fish' : 'birds',
    objective: i % 3 === 0 ? 'gills' : 'flight',
    correct: i % 4 > 0,
    ...more,
  }));

const stats = (learner: Learner, ...args: readonly string[]) =>
  learner.run('stats', '--bank', learner.bank, ...args);

test('one answer is counted, and nothing is claimed from it', async () => {
  const learner = makeLearner();
  await learner.quiz(['-n', '1'], 'right');
  const { status, stdout } = await stats(learner);
  expect(status).toBe(0);
  expect(stdout).toMatch(/1 answer, 1 right · 1 first try · 1 day/);
  expect(stdout).toContain('Too little to say. 1 first try so far; a figure takes 29');
  expect(stdout).not.toMatch(/best guess/);
});

test('answers to questions that were retired since still say how new ones would go', async () => {
  const learner = makeLearner();
  remember(learner, both(60));
  const { status, stdout } = await stats(learner);
  expect(status).toBe(0);
  expect(stdout).toMatch(/^Chance of passing .* best guess \d+%$/m);
  expect(stdout).toMatch(/^Expected score .* of 10 \(\d+ to \d+\), a pass takes 8$/m);
});

test('answers in a domain that the exam no longer has are left out, and it is said', async () => {
  const learner = makeLearner();
  remember(learner, [
    ...both(9),
    { domain: 'worms', objective: 'soil' },
    { domain: 'worms', objective: 'soil' },
  ]);
  const { stdout } = await stats(learner);
  expect(stdout).toContain('2 answers to domains that this exam no longer has are left out.');
  const { stdout: json } = await stats(learner, '--json');
  expect(JSON.parse(json)).toMatchObject({ answered: 9, elsewhere: 2 });
});

test('a learner with answers to another exam only is told so', async () => {
  const learner = makeLearner();
  remember(learner, both(5, { bank: 'other-exam' }));
  const { status, stdout } = await stats(learner);
  expect(status).toBe(0);
  expect(stdout).toContain('No answers to Test Exam yet. Begin with: cca quiz');
  expect(stdout).toContain('other-exam');
});

test('answers given in another time zone count on the day they were given there', async () => {
  const learner = makeLearner();
  remember(learner, both(3), 840);
  const { stdout } = await stats(learner, '--json');
  const { habits } = JSON.parse(stdout) as { habits: { days: { day: string; done: number }[] } };
  const there = new Date(Date.now() - dayMs + (840 - 240) * 60_000).toISOString().slice(0, 10);
  expect(habits.days.at(-1)?.day).toBe(there);
});

test('lines that cannot be read are named on stderr, and the rest counts', async () => {
  const learner = makeLearner();
  remember(learner, both(2));
  appendFileSync(learner.home.journal, 'rubbish\n');
  const { status, stdout, stderr } = await stats(learner, '--json');
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ answered: 2 });
  expect(stderr).toBe(
    `1 line of your history cannot be read and is left in place: ${learner.home.journal}:3.\n`,
  );
});

describe('--since', () => {
  test.each(['soon', '30', '-3d', '2026-02-30', '5x'])(
    '%s is refused with what may be written',
    async word => {
      const { status, stderr } = await stats(makeLearner(), `--since=${word}`);
      expect(status).toBe(2);
      expect(stderr).toContain(`"${word}" is no time to look back. Write`);
    },
  );

  test('a day to come is refused', async () => {
    const { status, stderr } = await stats(makeLearner(), '--since', '2999-01-01');
    expect(status).toBe(2);
    expect(stderr).toContain('lies in the future');
  });

  test('a time without answers says so', async () => {
    const learner = makeLearner();
    remember(learner, both(4));
    const { stdout } = await stats(learner, '--since', '1d');
    expect(stdout).toBe('No answers since then. Everything: cca stats\n');
  });
});

describe('--html', () => {
  test('a path that cannot be written is a storage error that names it', async () => {
    const learner = makeLearner();
    remember(learner, both(4));
    const path = join(learner.home.dir, 'nowhere', 'stats.html');
    const { status, stderr } = await stats(learner, '--html', path);
    expect(status).toBe(4);
    expect(stderr).toContain(`cannot be written to ${path}: its folder does not exist`);
    expect(stderr).toContain('your history is as it was');
  });

  test('a file there is written over', async () => {
    const learner = makeLearner();
    remember(learner, both(4));
    const path = join(learner.home.dir, 'stats.html');
    writeFileSync(path, 'before');
    const { status, stdout } = await stats(learner, '--html', path);
    expect({ status, stdout }).toEqual({ status: 0, stdout: `Written: ${path}\n` });
  });
});
