import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DeckCard } from '../../src/schedule/deck.ts';
import { firstDay as firstDayOf, planFor, type PlanRequest } from '../../src/schedule/plan.ts';
import { cardKey } from '../../src/schedule/schedule.ts';
import { row } from '../support/rows.ts';
import { firstDay, recordAfter, type Made } from '../support/reviews.ts';

const cards = (domain: string, count: number, reviews: readonly Made[] = []): DeckCard[] =>
  Array.from({ length: count }, (_, i) => {
    const of = row(`${domain}-${i}`, { kind: 'card', domain, objective: `${domain}-objective` });
    return { row: of, key: cardKey(of), record: reviews.length > 0 ? recordAfter(...reviews) : undefined };
  });

const today = firstDay;
const request = (days: number | undefined, more: Partial<PlanRequest> = {}): PlanRequest => ({
  deck: [...cards('birds', 70), ...cards('fish', 30)],
  course: { retention: 0.85, exam: days === undefined ? undefined : today + days },
  today,
  domains: [
    { slug: 'birds', title: 'Birds', weight: 70 },
    { slug: 'fish', title: 'Fish', weight: 30 },
  ],
  limits: { newPerDay: 200, metToday: 0, minutes: 600, seconds: 20 },
  reading: [],
  exams: { fresh: 3, taken: [], minutes: 90 },
  horizon: 14,
  ...more,
});
const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

test.each([7, 14, 28, 60])(
  '%i days: every card is met and swept, and no day asks more than three times the average',
  days => {
    const plan = planFor(request(days));
    const load = plan.days.map(({ due, fresh }) => due + fresh);
    expect(plan.days).toHaveLength(days);
    expect(total(plan.days.map(({ fresh }) => fresh))).toBe(100);
    expect(plan.domains.map(({ leftOut }) => leftOut)).toEqual([0, 0]);
    expect(Math.max(...load)).toBeLessThanOrEqual((3 * total(load)) / days);
    expect(plan.kept).toBeGreaterThan(0.9);
    expect(plan.now).toBe(0);
  },
);

test('the same history has the same plan, and today alone is the first of its days', () => {
  const asked = request(28, { deck: [...cards('birds', 40, [[-3, 'good']]), ...cards('fish', 9)] });
  expect(planFor(asked)).toEqual(planFor(asked));
  expect(firstDayOf(asked)).toEqual(planFor(asked).days[0]);
});

test('the minutes a day bound every day but those with a mock exam, and what does not fit is left out', () => {
  const plan = planFor(request(10, { limits: { newPerDay: 200, metToday: 0, minutes: 8, seconds: 20 } }));
  for (const { minutes, exam } of plan.days)
    expect(minutes - (exam === undefined ? 0 : 90)).toBeLessThanOrEqual(8);
  expect(total(plan.domains.map(({ leftOut }) => leftOut))).toBeGreaterThan(0);
});

describe('mock exams', () => {
  const examsIn = (days: number, more: Partial<PlanRequest['exams']> = {}, deck = cards('birds', 10)) =>
    planFor(request(days, { deck, exams: { fresh: 3, taken: [], minutes: 90, ...more } }))
      .days.filter(({ exam }) => exam !== undefined)
      .map(({ day, exam }) => [day - today, exam]);

  test('the first stands soon, the last no later than two days before', () => {
    expect(examsIn(27)).toEqual([
      [2, 1],
      [13, 2],
      [24, 3],
    ]);
    expect(examsIn(5)).toEqual([[2, 1]]);
  });

  test('there are no more than the bank has fresh ones, and none once it is too late', () => {
    expect(examsIn(27, { fresh: 1 })).toEqual([[2, 1]]);
    expect(examsIn(27, { fresh: 0 })).toEqual([]);
    expect(examsIn(1)).toEqual([]);
  });

  test('the first does not move away: it stands two days after the first card, or today when that has passed', () => {
    expect(examsIn(27, {}, cards('birds', 10, [[-1, 'good']]))[0]).toEqual([1, 1]);
    expect(examsIn(27, {}, cards('birds', 10, [[-9, 'good']]))[0]).toEqual([0, 1]);
  });

  test('those taken are counted, and the rest spread over what is left', () => {
    const taken = [today - 4];
    expect(examsIn(20, { taken }, cards('birds', 10, [[-6, 'good']]))).toEqual([
      [0, 2],
      [17, 3],
    ]);
  });
});

test('reading stands before the first questions of objectives never begun, and only there', () => {
  const page = (id: string, done = false) => ({ id, title: `Page ${id}`, minutes: 10, done });
  const reading = [
    { objective: 'birds-objective', items: [page('read already', true), page('b1'), page('b2')] },
    { objective: 'fish-objective', items: [page('f1')] },
  ];
  const exams = { fresh: 0, taken: [], minutes: 90 };
  const plan = planFor(
    request(28, { reading, exams, deck: [...cards('birds', 20), ...cards('fish', 5, [[-2, 'good']])] }),
  );
  expect(plan.days.flatMap(day => day.reading.map(({ id }) => id))).toEqual(['b1', 'b2']);
  expect(plan.days[0]?.reading).toHaveLength(2);
});

test('without an exam the plan looks ahead, and sweeps and examines nothing', () => {
  const plan = planFor(request(undefined));
  expect(plan.days).toHaveLength(14);
  expect(plan.days.filter(({ isSweep, exam }) => isSweep || exam !== undefined)).toEqual([]);
});

test('an exam in ten years is planned to its end', () => {
  const plan = planFor(request(3650, { deck: cards('birds', 20) }));
  expect(plan.days).toHaveLength(3650);
  expect(plan.kept).toBeGreaterThan(0.9);
});

test('whatever the deck and the day, a plan keeps its promises', () => {
  const anyDeck = fc.record({
    known: fc.nat(40),
    waiting: fc.nat(40),
    days: fc.integer({ min: 1, max: 40 }),
    minutes: fc.integer({ min: 5, max: 60 }),
  });
  fc.assert(
    fc.property(anyDeck, ({ known, waiting, days, minutes }) => {
      const deck = [...cards('birds', known, [[-5, 'good']]), ...cards('fish', waiting)];
      const plan = planFor(
        request(days, { deck, limits: { newPerDay: 10, metToday: 0, minutes, seconds: 20 } }),
      );
      expect(plan.days.map(({ day }) => day)).toEqual(Array.from({ length: days }, (_, i) => today + i));
      for (const day of plan.days) {
        expect(day.fresh).toBeLessThanOrEqual(10);
        expect(day.minutes).toBeLessThanOrEqual(minutes + (day.exam === undefined ? 0 : 90));
      }
      expect(plan.kept).toBeGreaterThanOrEqual(plan.now - 1e-9);
    }),
    { numRuns: 40 },
  );
});

test('on the day of the exam nothing is planned, and after it no mock exam is', () => {
  const deck = cards('birds', 40, [[-3, 'good']]);
  expect(firstDayOf(request(0, { deck }))).toBeUndefined();
  expect(planFor(request(-30, { deck })).exams).toBe(0);
});
