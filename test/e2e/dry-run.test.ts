import { join } from 'node:path';
import { expect, test } from 'vitest';
import { smallBank } from '../support/banks.ts';
import { cca } from '../support/cli.ts';
import { listing } from '../support/folders.ts';
import { makeHome } from '../support/home.ts';
import { makeLearner } from '../support/learner.ts';

test('--dry writes nothing anywhere, and says so on the first and the last screen', async () => {
  const home = makeHome();
  const bank = smallBank(join(home.dir, 'bank'), 2, 1);
  await cca(['bank', 'list', '--bank', bank], { home });
  const before = listing(home.dir);
  const lines = 'flag\nreport a typo\nskip\na\na\na\n';
  const ran = await cca(['quiz', '--dry', '--bank', bank, '--kind', 'single'], { home, input: lines });
  expect(ran.stdout).toMatch(/^Dry run: nothing will be saved\.\n/);
  expect(ran.stdout).toMatch(/\d of 3 right[^]*^Dry run: nothing was saved\.$/m);
  expect(ran).toMatchObject({ status: 0, stderr: '' });
  expect(listing(home.dir)).toEqual(before);
});

test('--dry writes nothing even about a bank that was never read before', async () => {
  const home = makeHome();
  const bank = smallBank(join(home.dir, 'bank'), 2, 1);
  const before = listing(home.dir);
  const ran = await cca(['quiz', '--dry', '--bank', bank, '-n', '1'], { home });
  expect(ran.status).toBe(0);
  expect(listing(home.dir)).toEqual(before);
});

test('a dry run that is left has no line that resumes, for nothing was kept', async () => {
  const learner = makeLearner();
  const ran = await learner.quiz(['--dry'], 'right');
  expect(ran.stdout).not.toMatch(/cca resume/);
  expect((await learner.run('resume')).stdout).toMatch(/Nothing is unfinished/);
});

test('--dry reads history: --missed and --again work, and leave it as it was', async () => {
  const learner = makeLearner();
  await learner.quiz(['-n', '3'], 'wrong', 'right', 'right');
  const before = learner.home.events();
  for (const args of [['--missed'], ['--again']]) {
    const ran = await learner.quiz([...args, '--dry'], 'right');
    expect(ran).toMatchObject({ status: 0, stdout: expect.stringMatching(/"type":"verdict"/) });
  }
  expect(learner.home.events()).toEqual(before);
});
