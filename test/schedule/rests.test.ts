import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { comesBack } from '../../src/schedule/course.ts';
import { grades } from '../../src/schedule/memory.ts';
import { cardKey, scheduleFold } from '../../src/schedule/schedule.ts';
import { daysOff } from '../../src/schedule/study.ts';
import type { Draft } from '../../src/events/events.ts';
import { answered, graded, grown } from '../support/events.ts';
import { firstDay, journalOf, type Happened } from '../support/reviews.ts';
import { examOf, row } from '../support/rows.ts';

const fold = scheduleFold(4);
const blueprint = examOf({ birds: 100 });
const names = ['a', 'b', 'c', 'd'];
const rowsOf = (ids: readonly string[], revision = 1) => ids.map(id => row(id, { revision }));

/** Whether nothing was due between two days, all days counted from the first. */
function wasOff(
  happened: readonly Happened[],
  [from, to]: readonly [number, number],
  { rows = rowsOf(names), retention = 0.85, today = to } = {},
): boolean {
  const schedule = grown(fold, journalOf(...happened));
  return daysOff({ blueprint, rows, schedule }, retention, firstDay + today)(firstDay + from, firstDay + to);
}

const suspended = (question: string, isSuspended = true): Draft => ({
  type: 'card-suspended',
  bank: 'test-exam',
  question,
  revision: 1,
  suspended: isSuspended,
});

// After one good review a card comes back on the fourth day.
test.each<[string, Happened[], number, boolean]>([
  ['a card known well', [[0, graded('a', { grade: 'good' })]], 3, true],
  ['a card that came back on the last of them', [[0, graded('a', { grade: 'good' })]], 5, false],
  ['a card just forgotten', [[0, graded('a', { grade: 'again' })]], 2, false],
  [
    'one of two',
    [
      [0, graded('a', { grade: 'easy' })],
      [0, answered('b', { correct: false })],
    ],
    2,
    false,
  ],
  [
    'a card that is suspended',
    [
      [0, graded('a', { grade: 'again' })],
      [0, suspended('a')],
    ],
    9,
    true,
  ],
])('what was due on days without practice is known of %s', (_what, happened, to, off) => {
  expect(wasOff(happened, [0, to])).toBe(off);
  // The same once the gap has ended, and the card was asked again.
  expect(wasOff([...happened, [to, graded('a')], [to, graded('b')]], [0, to], { today: to })).toBe(off);
});

test('a card that is reviewed later was due before, and one that left the bank was not', () => {
  const happened: Happened[] = [
    [0, answered('a', { correct: false })],
    [0, answered('b')],
    [3, answered('b')],
  ];
  expect(wasOff(happened, [0, 3])).toBe(false);
  expect(wasOff(happened, [0, 3], { rows: rowsOf(['b']) })).toBe(true);
  expect(wasOff(happened, [0, 3], { rows: [...rowsOf(['b']), ...rowsOf(['a'], 2)] })).toBe(true);
  expect(wasOff([...happened, [4, answered('a')]], [0, 3], { rows: rowsOf(['b']) })).toBe(false);
});

test('a card taken up again breaks no streak for the time it was suspended', () => {
  const happened: Happened[] = [
    [0, graded('a', { grade: 'again' })],
    [0, suspended('a')],
    [9, graded('b')],
    [9, suspended('a', false)],
    [9, graded('a')],
  ];
  expect(wasOff(happened, [0, 9])).toBe(true);
});

test('practice without reviews ends a gap too', () => {
  const happened: Happened[] = [
    [0, graded('a', { grade: 'good' })],
    [2, graded('b', { mode: 'cram' })],
    [7, graded('a', { grade: 'good' })],
  ];
  expect(wasOff(happened, [0, 2])).toBe(true);
  expect(wasOff(happened, [2, 7])).toBe(false);
});

test('days of which the journal does not tell are not forgiven', () => {
  expect(wasOff([[0, graded('a')]], [-5, -2])).toBe(false);
});

const step = fc.record({
  after: fc.nat({ max: 9 }),
  question: fc.constantFrom(...names),
  grade: fc.constantFrom(...grades),
  mode: fc.constantFrom('flashcards', 'flashcards', 'cram'),
  suspends: fc.option(fc.tuple(fc.constantFrom(...names), fc.boolean()), { freq: 4, nil: undefined }),
});

test('the fold says of every gap what looking at all cards on every day says, whatever the retention', () => {
  fc.assert(
    fc.property(
      fc.array(step, { maxLength: 25 }),
      fc.double({ min: 0.7, max: 0.97, noNaN: true }),
      fc.integer({ min: 0, max: 12 }),
      (steps, retention, later) => {
        let day = 0;
        const days: number[] = [];
        const happened = steps.flatMap(({ after, question, grade, mode, suspends }): Happened[] => {
          days.push((day += after));
          const set = suspends ? [[day, suspended(...suspends)] as Happened] : [];
          return [[day, graded(question, { grade, mode })], ...set];
        });
        const ends = [...new Set(days), day + later].sort((a, b) => a - b);
        ends.slice(1).forEach((to, i) => {
          const from = ends[i] as number;
          if (to - from < 2) return;
          expect(wasOff(happened, [from, to], { retention, today: day + later })).toBe(
            isOff(
              happened.filter(([at]) => at < to),
              to,
              retention,
            ),
          );
        });
      },
    ),
  );
});

/** Whether no card, as the reviews so far have left it, comes back before a day. */
function isOff(happened: readonly Happened[], to: number, retention: number): boolean {
  const cards = grown(fold, journalOf(...happened)).banks['test-exam'] ?? {};
  return rowsOf(names).every(of => {
    const { record, suspended: isSuspended } = cards[cardKey(of)] ?? {};
    return (
      !record || isSuspended || comesBack(record, { retention, exam: undefined }, undefined) >= firstDay + to
    );
  });
}
