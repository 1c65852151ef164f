import { appendFileSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { cca } from '../support/cli.ts';
import { makeLearner } from '../support/learner.ts';

const stamp = (id: string, v = 1) => ({ v, id, time: '2026-11-01T10:00:00.000Z', offset: 0 });
const line = (event: object) => `${JSON.stringify(event)}\n`;

test('a journal of a newer format is read but not written: exit 4, while statistics and dry runs go on', async () => {
  const learner = makeLearner();
  const { home, bank } = learner;
  await learner.quiz(['-n', '3'], 'right', 'wrong');
  writeFileSync(
    join(dirname(home.journal), 'laptop.jsonl'),
    line({ ...stamp('01newer', 99), type: 'question-answered' }),
  );
  const before = readFileSync(home.journal, 'utf8');
  for (const args of [['quiz', '--bank', bank], ['resume'], ['quiz', '--again']]) {
    const refused = await learner.run(...args);
    expect(refused).toMatchObject({ status: 4, stdout: '' });
    expect(refused.stderr).toMatch(
      /format 99, which a newer cca wrote\. Nothing was written\. Update cca.*--dry/,
    );
  }
  const shown = await learner.run('bank', 'show', 'fish-water-q1', '--bank', bank);
  expect(shown).toMatchObject({ status: 0, stderr: expect.stringMatching(/was not recorded/) });
  expect((await learner.run('stats', '--bank', bank)).stdout).toMatch(/2 answers, 1 right/);
  expect((await learner.quiz(['--dry'], 'right')).status).toBe(0);
  expect(readFileSync(home.journal, 'utf8')).toBe(before);
});

const readers: Readonly<Record<string, readonly string[]>> = {
  stats: ['stats'],
  'stats --json': ['stats', '--json'],
  'resume --list': ['resume', '--list'],
  'bank reports': ['bank', 'reports'],
  quiz: ['quiz', '--dry', '--plain', '-n', '1'],
  resume: ['resume', '--plain'],
};

for (const [what, args] of Object.entries(readers))
  test(`cca ${what} says once which lines of the history cannot be read`, async () => {
    const learner = makeLearner();
    await learner.quiz(['-n', '2'], 'right');
    const lines = readFileSync(learner.home.journal, 'utf8').split('\n').length;
    appendFileSync(learner.home.journal, 'not JSON\n{"v":1,"id":7}\n');
    const bank = /^(stats|quiz)$/.test(args[0] ?? '') ? ['--bank', learner.bank] : [];
    const { stdout, stderr } = await learner.run(...args, ...bank);
    const told = (stdout + stderr).split('\n').filter(text => text.includes('cannot be read'));
    expect(told).toEqual([
      expect.stringContaining(
        `2 lines of your history cannot be read and are left in place: ${learner.home.journal}:${lines}, `,
      ),
    ]);
  });

test('a line torn by a crash never swallows the next event, and stays in place', async () => {
  const learner = makeLearner();
  await learner.quiz(['-n', '3'], 'right');
  const torn = '{"v":1,"id":"01m7z0r61ce4gw';
  appendFileSync(learner.home.journal, torn);
  await learner.resume([], 'right', 'right');
  const lines = readFileSync(learner.home.journal, 'utf8').trimEnd().split('\n');
  expect(lines.filter(text => text === torn)).toHaveLength(1);
  expect(lines.at(-1)).toMatch(/"session-finished".*"right":3,"answered":3/);
});

test('events of an unknown type are skipped and kept', async () => {
  const learner = makeLearner();
  await learner.quiz(['-n', '2'], 'right');
  const strange = line({ ...stamp('00strange'), type: 'card-graded', grade: 3 });
  appendFileSync(learner.home.journal, strange);
  const ran = await learner.resume([], 'right');
  expect(ran.stdout).not.toMatch(/cannot be read/);
  expect(readFileSync(learner.home.journal, 'utf8')).toContain(strange);
  expect(learner.home.events().at(-1)).toMatchObject({ type: 'session-finished', right: 2 });
});

for (const [type, rest] of [
  ['session-started', { session: 'zz' }],
  ['question-answered', {}],
  ['question-flagged', { bank: 7 }],
] as const)
  test(`a ${type} event without what it must hold is skipped and kept, not a crash`, async () => {
    const learner = makeLearner();
    await learner.quiz(['-n', '2'], 'right');
    const strange = line({ ...stamp('02misshapen'), type, ...rest });
    appendFileSync(learner.home.journal, strange);
    expect(await learner.resume([], 'right')).toMatchObject({ status: 0, stderr: '' });
    const stats = await learner.run('stats', '--bank', learner.bank);
    expect(stats).toMatchObject({ status: 0, stdout: expect.stringMatching(/2 answers, 2 right/) });
    expect(readFileSync(learner.home.journal, 'utf8')).toContain(strange);
  });

test('a compiled bank that was damaged in the cache is made anew', async () => {
  const { home, bank, run } = makeLearner();
  await run('bank', 'list', '--bank', bank);
  const banks = join(home.dir, 'cache/cca/banks');
  for (const name of readdirSync(banks)) truncateSync(join(banks, name), 4000);
  const ran = await run('bank', 'export', '--bank', bank);
  expect(ran).toMatchObject({ status: 0, stderr: '', stdout: expect.stringMatching(/"fish-water-q3"/) });
});

test('histories of several devices are read as one, each device writing its own file', async () => {
  const learner = makeLearner();
  const { home, bank } = learner;
  await learner.quiz(['-n', '2'], 'right');
  const env = { CCA_DEVICE: 'Laptop of Ann!' };
  const resumed = await cca(['resume', '--json-lines'], { home, env, input: '{"type":"leave"}\n' });
  expect(resumed.stdout).toMatch(/"number":2,"of":2,"right":1/);
  const other = join(dirname(home.journal), 'laptop-of-ann.jsonl');
  expect(readFileSync(other, 'utf8')).toMatch(/session-resumed[^]*session-paused/);
  expect((await learner.run('stats', '--bank', bank)).stdout).toMatch(/1 answers?, 1 right/);
});

test('a journal is named for its machine, by host and a hash, when nothing else is said', async () => {
  const { home, bank } = makeLearner();
  await cca(['quiz', '--bank', bank, '-n', '1'], { home, env: { CCA_DEVICE: '' } });
  expect(readdirSync(dirname(home.journal))).toEqual([
    expect.stringMatching(/^[a-z0-9-]+-[0-9a-f]{6}\.jsonl$/),
  ]);
});
