import { expect, test } from 'vitest';
import { streakOf, type StudyDays } from '../../src/stats/habits.ts';
import { standings } from '../../src/stats/standing.ts';
import { answered, grown, stamped } from '../support/events.ts';

const studied = (...days: readonly number[]): StudyDays =>
  Object.fromEntries(
    days.map(day => [
      day,
      { cards: 1, answered: 0, right: 0, ms: 0, answerMs: 0, guessed: 0, guessedRight: 0, counts: {} },
    ]),
  );

test.each([
  ['no day at all', [], 10, { days: 0, longest: 0 }],
  ['today and the two days before', [8, 9, 10], 10, { days: 3, longest: 3 }],
  ['yesterday: today is not over', [8, 9], 10, { days: 2, longest: 2 }],
  ['a day before yesterday', [7, 8], 10, { days: 0, longest: 2 }],
  ['a gap', [1, 2, 3, 9, 10], 10, { days: 2, longest: 3 }],
  ['a device whose clock runs ahead', [10, 11, 12], 10, { days: 1, longest: 1 }],
])('a streak with %s', (_what, days, today, streak) => {
  expect(streakOf(studied(...days), today)).toEqual(streak);
});

test('a day on which nothing was due keeps the streak and is not counted', () => {
  const nothingDue = (from: number, to: number) => from >= 7 && to <= 10;
  expect(streakOf(studied(6, 7, 10), 10, nothingDue)).toEqual({ days: 3, longest: 3 });
  expect(streakOf(studied(5, 7, 10), 10, nothingDue).days).toBe(2);
  expect(streakOf(studied(6, 7), 10, nothingDue).days).toBe(2);
  expect(streakOf(studied(6, 7), 11, nothingDue).days).toBe(0);
});

test('a day is the local one of where the answer was given, and ends at four in the morning', () => {
  const at = (time: string, offset: number) => ({ ...stamped(answered('q'), Date.parse(time)), offset });
  const state = grown(standings(4), [
    at('2026-03-01T22:30:00Z', 120), // half past midnight on the 2nd: still the 1st
    at('2026-03-02T01:30:00Z', 120), // half past three
    at('2026-03-02T02:30:00Z', 120), // half past four: the 2nd
    at('2026-03-02T08:00:00Z', -480), // midnight on the other side of the world: the 1st
  ]);
  const days = state['test-exam']?.days ?? {};
  const first = Date.UTC(2026, 2, 1) / 86_400_000;
  expect(
    Object.entries(days).map(([day, { counts }]) => [Number(day) - first, counts['birds']?.['flight']?.[0]]),
  ).toEqual([
    [0, 3],
    [1, 1],
  ]);
});
