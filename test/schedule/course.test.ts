import { describe, expect, test } from 'vitest';
import { comesBack, dueOn, newOn, sweepOf, type Course } from '../../src/schedule/course.ts';
import { intervalFor } from '../../src/schedule/memory.ts';
import { recallOn, type CardRecord } from '../../src/schedule/record.ts';
import { firstDay, recordAfter, type Made } from '../support/reviews.ts';

const free: Course = { retention: 0.85, exam: undefined };
const examIn = (days: number): Course => ({ retention: 0.85, exam: firstDay + days });
const cardsOf = (...reviews: (readonly Made[])[]) =>
  reviews.map((made, id) => ({ id, record: recordAfter(...made) }));
const ids = (cards: readonly { id: number }[]) => cards.map(({ id }) => id);

test('without an exam a card comes back when recall has fallen to the retention, and a forgotten one the same day', () => {
  const known = recordAfter([0, 'good'], [3, 'good']);
  expect(comesBack(known, free, undefined)).toBe(firstDay + 3 + intervalFor(known, 0.85));
  expect(comesBack(recordAfter([0, 'good'], [3, 'again']), free, undefined)).toBe(firstDay + 3);
});

test('a higher retention brings cards back sooner', () => {
  const record = recordAfter([0, 'good'], [3, 'good']);
  const due = (retention: number) => comesBack(record, { ...free, retention }, undefined);
  expect(due(0.95)).toBeLessThan(due(0.85));
});

test('what is due comes most forgotten first', () => {
  const cards = cardsOf([[0, 'easy']], [[0, 'again']], [[0, 'good']], [[0, 'hard']]);
  expect(ids(dueOn(cards, free, undefined, firstDay + 60))).toEqual([1, 3, 2, 0]);
});

test('a card dated after today is asked, once, since one of the dates is wrong', () => {
  const ahead = cardsOf([[300, 'good']]);
  expect(dueOn(ahead, free, undefined, firstDay)).toHaveLength(1);
  const asked = cardsOf([
    [300, 'good'],
    [299, 'good'],
    [0, 'good'],
  ]);
  expect(dueOn(asked, free, undefined, firstDay)).toHaveLength(0);
});

describe('the final sweep', () => {
  const studied = (count: number, reviews: number): CardRecord[] =>
    Array.from({ length: count }, () => ({ ...recordAfter([0, 'good']), reviews }));

  test('lasts three to seven days, longer the further away the first card is', () => {
    const daysOf = (days: number) => {
      const sweep = sweepOf(studied(100, 4), examIn(days), firstDay);
      return sweep ? sweep.to - sweep.from : 0;
    };
    expect([7, 14, 28, 60, 120].map(daysOf)).toEqual([3, 3, 4, 7, 7]);
  });

  test('is none without an exam, on its day, and after it', () => {
    expect(sweepOf(studied(10, 4), free, firstDay)).toBeUndefined();
    expect(sweepOf(studied(10, 4), examIn(0), firstDay)).toBeUndefined();
    expect(sweepOf(studied(10, 4), examIn(-1), firstDay)).toBeUndefined();
  });

  test('asks every card once, the most forgotten on the first day, evenly over its days', () => {
    const course = examIn(20);
    let cards = Array.from({ length: 30 }, (_, id) => ({
      id,
      record: recordAfter([0, 'good'], [3 + (id % 9), 'good'], [15, id % 2 ? 'good' : 'hard']),
    }));
    const sweep = { from: firstDay + 17, to: firstDay + 20, most: 12 };
    const asked: number[] = [];
    for (let day = sweep.from; day < sweep.to; day++) {
      const due = dueOn(cards, course, sweep, day);
      expect(due).toHaveLength(10);
      asked.push(...ids(due));
      const seen = new Set(ids(due));
      cards = cards.map(card =>
        seen.has(card.id)
          ? { ...card, record: { ...card.record, day, dated: day, stability: 100, grade: 'good' } }
          : card,
      );
    }
    expect(new Set(asked).size).toBe(30);
  });

  test('a card not asked before it comes back no later than it begins', () => {
    const record = recordAfter([0, 'easy']);
    const sweep = { from: firstDay + 8, to: firstDay + 11, most: 12 };
    expect(comesBack(record, examIn(11), sweep)).toBe(firstDay + 8);
  });

  test('what it asks comes back the next day only where it would not be safe on the exam day', () => {
    const sweep = { from: firstDay + 5, to: firstDay + 8, most: 12 };
    const shaky = recordAfter([0, 'good'], [5, 'again'], [5, 'good']);
    const firm = recordAfter([0, 'easy'], [5, 'good']);
    expect(recallOn(shaky, sweep.to)).toBeLessThan(0.9);
    expect(comesBack(shaky, examIn(8), sweep)).toBe(firstDay + 6);
    expect(comesBack(firm, examIn(8), sweep)).toBeGreaterThanOrEqual(sweep.to);
  });
});

test.each([
  ['no exam: as many as the settings let', free, 50, 10, 10],
  ['no exam, few left', free, 3, 10, 3],
  ['four weeks: met by a week before', examIn(28), 210, 200, 10],
  ['a week: met by three days before', examIn(7), 40, 200, 10],
  ['never more than the settings let', examIn(7), 400, 10, 10],
  ['tomorrow: all that the settings let', examIn(1), 400, 10, 10],
  ['the exam day itself', examIn(0), 400, 10, 10],
  ['ten years: one a day', examIn(3650), 40, 10, 1],
])('new cards a day, %s', (_what, course, waiting, most, paced) => {
  expect(newOn(waiting, most, course, firstDay)).toBe(paced);
});
