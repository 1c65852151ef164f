import { expect, test } from 'vitest';
import { answerCounts } from '../../src/stats/summary.ts';
import { answered, aSecondApart, beginning, finished, grown, shown, skipped } from '../support/events.ts';

const at = (second: number) => new Date(beginning + second * 1000).toISOString();

test('answers are counted by bank and domain; only answers to new questions are first tries', () => {
  const events = aSecondApart(
    answered('a'),
    answered('b', { correct: false }),
    answered('a', { first: false }),
    answered('c', { domain: 'fish' }),
    answered('a', { bank: 'other-exam', correct: false }),
  );
  expect(grown(answerCounts, events)).toEqual({
    'test-exam': {
      birds: { answered: 3, right: 2, firstTries: 2, firstRight: 1, last: at(2) },
      fish: { answered: 1, right: 1, firstTries: 1, firstRight: 1, last: at(3) },
    },
    'other-exam': { birds: { answered: 1, right: 0, firstTries: 1, firstRight: 0, last: at(4) } },
  });
});

test('a right guess is a right answer', () => {
  expect(grown(answerCounts, aSecondApart(answered('a', { guess: true })))).toMatchObject({
    'test-exam': { birds: { answered: 1, right: 1, firstRight: 1 } },
  });
});

test('what was shown, skipped or finished is no answer', () => {
  expect(grown(answerCounts, aSecondApart(shown('a'), skipped('a'), finished(0, 0)))).toEqual({});
});

test('a domain may be called what JavaScript calls something of its own', () => {
  const events = aSecondApart(answered('a', { domain: 'constructor' }));
  expect(JSON.parse(JSON.stringify(grown(answerCounts, events)))).toMatchObject({
    'test-exam': { constructor: { answered: 1 } },
  });
});
