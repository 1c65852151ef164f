import { fsrs, createEmptyCard, Rating, type Grade as Rated } from 'ts-fsrs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { afterReview, grades, intervalFor, retrievability } from '../../src/schedule/memory.ts';
import { reviewed, type CardRecord } from '../../src/schedule/record.ts';
import { firstDay, recordAfter } from '../support/reviews.ts';

const anyGrade = fc.constantFrom(...grades);

test('memory is what the scheduler of ts-fsrs makes of the same reviews', () => {
  const scheduler = fsrs({ enable_fuzz: false, enable_short_term: true });
  const review = fc.record({ grade: anyGrade, wait: fc.integer({ min: 1, max: 200 }) });
  fc.assert(
    fc.property(fc.array(review, { minLength: 1, maxLength: 12 }), reviews => {
      let card = createEmptyCard(new Date(0));
      let record: CardRecord | undefined;
      let day = 0;
      for (const { grade, wait } of reviews) {
        day += wait;
        const rating = Rating[(grade[0]?.toUpperCase() + grade.slice(1)) as 'Good'] as Rated;
        card = scheduler.next(card, new Date(day * 86_400_000), rating).card;
        record = reviewed(record, { day, at: 0, grade });
      }
      expect(record?.stability).toBeCloseTo(card.stability, 5);
      expect(record?.difficulty).toBeCloseTo(card.difficulty, 5);
    }),
  );
});

test('recall falls with time, to 90% after as many days as a card is stable', () => {
  const memory = afterReview(undefined, 0, 'good');
  expect(retrievability(memory, 0)).toBe(1);
  expect(retrievability(memory, memory.stability)).toBeCloseTo(0.9, 6);
  expect(retrievability(memory, 100)).toBeLessThan(retrievability(memory, 10));
});

test.each([0.7, 0.85, 0.9, 0.97])('an interval ends where recall has fallen to %d', retention => {
  const memory = { stability: 40, difficulty: 5 };
  expect(retrievability(memory, intervalFor(memory, retention))).toBeCloseTo(retention, 2);
});

test('an interval is a day at least', () => {
  expect(intervalFor({ stability: 0.001, difficulty: 10 }, 0.97)).toBe(1);
});

test('a lapse is forgetting what was known: not the first sight, and not twice in a row', () => {
  expect(recordAfter([0, 'again'], [1, 'again'], [2, 'good']).lapses).toBe(0);
  expect(recordAfter([0, 'good'], [3, 'again'], [3, 'again'], [4, 'good'], [9, 'again']).lapses).toBe(2);
});

describe('dates that contradict each other', () => {
  const memoryOf = ({ stability, difficulty }: CardRecord) => ({ stability, difficulty });

  test('whatever the days, no review throws, and memory stays within the bounds of the model', () => {
    const review = fc.record({ day: fc.integer({ min: -4000, max: 40_000 }), grade: anyGrade });
    fc.assert(
      fc.property(fc.array(review, { minLength: 1, maxLength: 20 }), reviews => {
        let record: CardRecord | undefined;
        for (const { day, grade } of reviews) record = reviewed(record, { day, at: 0, grade });
        expect(record?.stability).toBeGreaterThan(0);
        expect(record?.stability).toBeLessThanOrEqual(36_500);
        expect(record?.difficulty).toBeGreaterThanOrEqual(1);
        expect(record?.difficulty).toBeLessThanOrEqual(10);
        expect(record?.reviews).toBe(reviews.length);
      }),
    );
  });

  test('a review with the clock set back a year counts as one of the same day, and the next by its own date', () => {
    const straight = recordAfter([0, 'good'], [4, 'good'], [4, 'good'], [12, 'good']);
    const setBack = recordAfter([0, 'good'], [4, 'good'], [4 - 365, 'good'], [12, 'good']);
    expect(memoryOf(setBack)).toEqual(memoryOf(straight));
    expect(setBack.day).toBe(firstDay + 12);
  });

  test('a review dated a year ahead counts as of the next one, and never as a year remembered', () => {
    const straight = recordAfter([0, 'good'], [4, 'good'], [5, 'good'], [5, 'good'], [12, 'good']);
    const ahead = recordAfter([0, 'good'], [4, 'good'], [370, 'good'], [5, 'good'], [12, 'good']);
    expect(memoryOf(ahead)).toEqual(memoryOf(straight));
  });

  test.each([
    ['ahead', [370, 4, 12]],
    ['back', [0, -365, 8]],
  ])(
    'when a first review and the next contradict each other no year passes between any two: %s',
    (_what, days) => {
      const record = recordAfter(...days.map(day => [day, 'good'] as const));
      const longest = recordAfter([0, 'good'], [8, 'good'], [16, 'good']);
      expect(record.stability).toBeLessThanOrEqual(longest.stability);
      expect(record.day).toBe(firstDay + (days[2] as number));
    },
  );
});
