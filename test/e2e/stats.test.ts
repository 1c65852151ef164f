import { expect, test } from 'vitest';
import { makeLearner } from '../support/learner.ts';

test('stats without answers says how to begin', async () => {
  const learner = makeLearner();
  const ran = await learner.run('stats', '--bank', learner.bank);
  expect(ran).toMatchObject({ status: 0, stdout: 'No answers yet. Begin with: cca quiz\n', stderr: '' });
});

test('stats shows accuracy by domain with the counts behind it, first tries apart, and the last sessions', async () => {
  const learner = makeLearner();
  await learner.quiz(['-n', '2', '--domain', 'birds'], 'right', 'wrong');
  await learner.quiz(['--missed'], 'right');
  await learner.quiz(['-n', '6', '--domain', 'birds', '--unseen'], 'right by a guess', 'skip');
  const { stdout, status } = await learner.run('stats', '--bank', learner.bank);
  expect(status).toBe(0);
  expect(stdout).toMatch(/^Test Exam: 4 answers, 3 right; 3 first tries, 2 right$/m);
  expect(stdout).toMatch(/^Birds .* 2 of 3 first tries, 3 of 4 in all$/m);
  expect(stdout).toMatch(/^Fish +no answers yet$/m);
  const sessions = stdout.slice(stdout.indexOf('Last sessions')).trimEnd().split('\n').slice(1);
  expect(sessions).toEqual([
    expect.stringMatching(/ UTC {2}quiz {2}1 of 1 right, 1 of 4 answered {2}\(\w{8}\)$/),
    expect.stringMatching(/ UTC {2}quiz {2}1 of 1 right {2}\(\w{8}\)$/),
    expect.stringMatching(/ UTC {2}quiz {2}1 of 2 right {2}\(\w{8}\)$/),
  ]);
});

test('stats --json gives the same numbers to programs', async () => {
  const learner = makeLearner();
  await learner.quiz(['-n', '2', '--domain', 'fish'], 'right', 'wrong');
  const { stdout, stderr } = await learner.run('stats', '--json', '--bank', learner.bank);
  expect(stderr).toBe('');
  expect(JSON.parse(stdout)).toEqual({
    bank: 'test-exam',
    answered: 2,
    right: 1,
    firstTries: 2,
    firstRight: 1,
    domains: [
      {
        slug: 'birds',
        title: 'Birds',
        weight: 70,
        answered: 0,
        right: 0,
        firstTries: 0,
        firstRight: 0,
        last: '',
      },
      {
        slug: 'fish',
        title: 'Fish',
        weight: 30,
        answered: 2,
        right: 1,
        firstTries: 2,
        firstRight: 1,
        last: expect.stringMatching(/^\d{4}-/),
      },
    ],
    sessions: [
      {
        id: learner.sessions()[0]?.session,
        mode: 'quiz',
        right: 1,
        answered: 2,
        of: 2,
        finished: true,
        started: learner.sessions()[0]?.time,
      },
    ],
  });
});
