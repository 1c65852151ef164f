import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { statsSchema } from '../../src/report/stats-schema.ts';
import { cca } from '../support/cli.ts';
import { makeLearner } from '../support/learner.ts';
import { shiftedClock } from '../support/shifted-clock.ts';

test('stats without answers says how to begin', async () => {
  const learner = makeLearner();
  const ran = await learner.run('stats', '--bank', learner.bank);
  expect(ran).toMatchObject({ status: 0, stdout: 'No answers yet. Begin with: cca quiz\n', stderr: '' });
});

test('stats counts first tries apart from repeats, names no figure that rests on few, and says what to do', async () => {
  const learner = makeLearner();
  await learner.quiz(['-n', '2', '--domain', 'birds'], 'right', 'wrong');
  await learner.quiz(['--missed'], 'right');
  await learner.quiz(['-n', '6', '--domain', 'birds', '--unseen'], 'right by a guess', 'skip');
  const { stdout, status } = await learner.run('stats', '--bank', learner.bank);
  expect(status).toBe(0);
  expect(stdout).toMatch(/^Test Exam +4 answers, 3 right · 3 first tries · 1 day$/m);
  expect(stdout).toMatch(
    /^Chance of passing {2}Too little to say[.] 3 first tries so far; a figure takes 27/m,
  );
  expect(stdout).toMatch(/^Birds +70% +2 of 3 +too few +100% today$/m);
  expect(stdout).toMatch(/^Fish +30% +- +too few +- +-$/m);
  expect(stdout).toMatch(/^Next {2}.* cca quiz --domain birds$/ms);
});

test('stats --domain shows one domain with its objectives', async () => {
  const learner = makeLearner();
  await learner.quiz(['-n', '3'], 'right', 'wrong', 'right');
  const { stdout } = await learner.run('stats', '--bank', learner.bank, '--domain', 'birds');
  expect(stdout).toMatch(/^ {4}How birds fly · \d of \d/m);
  expect(stdout).not.toMatch(/^Fish /m);
});

test('stats --json gives the same numbers to programs, in the shape that its JSON Schema says', async () => {
  const learner = makeLearner();
  await learner.quiz(['-n', '2', '--domain', 'fish'], 'right', 'wrong');
  const { stdout, stderr } = await learner.run('stats', '--json', '--bank', learner.bank);
  expect(stderr).toBe('');
  const said = statsSchema.strict().parse(JSON.parse(stdout));
  expect(said).toMatchObject({
    bank: 'test-exam',
    answered: 2,
    right: 1,
    firstTries: 2,
    firstRight: 1,
    readiness: { state: 'too-few', firstTries: 2, missing: 28, domain: null },
    calibration: null,
  });
  expect(said.domains.map(({ slug, answered, memory }) => [slug, answered, memory])).toEqual([
    ['fish', 2, 1],
    ['birds', 0, null],
  ]);
  const schema = fileURLToPath(new URL('../../dist/stats.schema.json', import.meta.url));
  expect(JSON.parse(readFileSync(schema, 'utf8'))).toMatchObject({
    title: 'cca stats --json',
    type: 'object',
  });
});

test('a day on which nothing was due keeps the streak, and one on which a card waited ends it', async () => {
  const streakAfter = async (step: 'right' | 'wrong') => {
    const learner = makeLearner();
    const clock = shiftedClock(learner.home);
    const env = { ...learner.home.env, ...clock.env };
    const onDay = { ...learner, home: { ...learner.home, env } };
    const args = ['quiz', '--json-lines', '--bank', learner.bank, '--kind', 'single', '-n', '1'];
    const input = `${JSON.stringify({ type: 'answer', ids: [step === 'right' ? 'key' : 'near'] })}\n`;
    await cca(args, { ...onDay, input });
    clock.set(2 * 86_400_000);
    await cca(args, { ...onDay, input });
    const { stdout } = await cca(['stats', '--json', '--bank', learner.bank], onDay);
    return (JSON.parse(stdout) as { habits: { streak: unknown } }).habits.streak;
  };
  expect(await streakAfter('right')).toEqual({ days: 2, longest: 2 });
  expect(await streakAfter('wrong')).toEqual({ days: 1, longest: 1 });
});

test('a learner who turned streaks off is shown none', async () => {
  const learner = makeLearner();
  await learner.quiz(['-n', '2'], 'right', 'wrong');
  await learner.run('config', 'set', 'streak', 'off');
  const { stdout } = await learner.run('stats', '--json', '--bank', learner.bank);
  expect(JSON.parse(stdout)).toMatchObject({ habits: { active: 1, streak: null } });
});

test('stats --open hands the page to the system, and says why when that does not take it', async () => {
  const { home, bank } = makeLearner();
  const folder = join(home.dir, 'bin');
  mkdirSync(folder);
  const open = (script: string) => {
    writeFileSync(join(folder, 'xdg-open'), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
    const env = { PATH: `${folder}:${process.env['PATH'] ?? ''}` };
    return cca(['stats', '--open', '--html', join(home.dir, 'page.html'), '--bank', bank], { home, env });
  };
  const opened = await open(`cp "$1" ${join(home.dir, 'opened')}`);
  expect(opened).toMatchObject({ status: 0, stderr: '' });
  expect(readFileSync(join(home.dir, 'opened'), 'utf8')).toMatch(/^<!doctype html>/);
  expect(await open('exit 3')).toMatchObject({
    status: 0,
    stderr: expect.stringMatching(/It cannot be opened from here: .* status 3/),
  });
});
