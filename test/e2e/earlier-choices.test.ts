import { expect, test } from 'vitest';
import { cca } from '../support/cli.ts';
import { makeLearner } from '../support/learner.ts';

test('who takes a wrong option again is told when they took it before, and why it is wrong', async () => {
  const learner = makeLearner({ birds: 1, fish: 1 });
  await learner.quiz(['--domain', 'fish'], 'wrong');
  const again = await learner.quiz(['--missed'], 'wrong');
  const verdict = again.stdout
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line) as { type: string; earlier?: { option: string; day: string } })
    .find(({ type }) => type === 'verdict');
  expect(verdict?.earlier).toEqual({ option: 'near', day: expect.stringMatching(/^\d{1,2} [A-Z][a-z]{2}$/) });
});

test('a wrong option taken for the first time, or in this session only, is no repetition', async () => {
  const learner = makeLearner({ birds: 1, fish: 1 });
  const first = await learner.quiz(['--domain', 'fish'], 'wrong');
  const right = await learner.quiz(['--missed'], 'right');
  expect(first.stdout + right.stdout).not.toContain('"earlier"');
});

test('plain mode says it in the reason against the option', async () => {
  const learner = makeLearner({ birds: 1, fish: 1 });
  await learner.quiz(['--domain', 'fish'], 'wrong');
  const shown = learner.sessions()[0]?.seats[0]?.shown ?? [];
  const letter = String.fromCharCode(97 + shown.indexOf('near'));
  const ran = await cca(['quiz', '--plain', '--again'], { home: learner.home, input: `${letter}\n` });
  expect(ran.stdout.replaceAll('\n', ' ')).toMatch(
    /You chose this on \d{1,2} \w{3} too: It is nearly right[.]/,
  );
});
