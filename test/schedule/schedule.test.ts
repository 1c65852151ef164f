import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayNamed } from '../../src/clock.ts';
import type { Draft, Event } from '../../src/events/events.ts';
import { grades } from '../../src/schedule/memory.ts';
import { scheduleFold, type Scheduled } from '../../src/schedule/schedule.ts';
import { answered, beginning, finished, graded, grown, stamped, started } from '../support/events.ts';
import { dayMs, firstDay, journalOf, recordAfter, type Happened, type Made } from '../support/reviews.ts';

const fold = scheduleFold(4);
const cardAfter = (events: readonly Event[], key = 'q@1', bank = 'test-exam'): Scheduled =>
  grown(fold, events).banks[bank]?.[key] ?? {};
const memoryAfter = (...events: readonly Happened[]) => {
  const { stability, difficulty } = cardAfter(journalOf(...events)).record ?? {};
  return { stability, difficulty };
};
const memoryOf = (...reviews: readonly Made[]) => {
  const { stability, difficulty } = recordAfter(...reviews);
  return { stability, difficulty };
};

test.each([
  ['right and sure is good', { correct: true, guess: false }, 'good'],
  ['right by a guess is hard', { correct: true, guess: true }, 'hard'],
  ['wrong is again', { correct: false, guess: false }, 'again'],
  ['wrong by a guess is again', { correct: false, guess: true }, 'again'],
] as const)('an answer is one review: %s', (_what, how, grade) => {
  expect(cardAfter(journalOf([0, answered('q', how)])).record?.grade).toBe(grade);
});

test.each<[string, Draft]>([
  ['a question shown', { type: 'question-shown', session: 's1', bank: 'test-exam', question: 'q' }],
  ['a question skipped', { type: 'question-skipped', session: 's1', bank: 'test-exam', question: 'q' }],
  [
    'a card revealed',
    { type: 'card-revealed', session: 's1', bank: 'test-exam', question: 'q', part: 'back' },
  ],
  [
    'a mark in an exam',
    {
      type: 'choice-made',
      session: 's1',
      bank: 'test-exam',
      question: 'q',
      answer: { ids: ['key'] },
      guess: false,
    },
  ],
  ['a card crammed', graded('q', { mode: 'cram' })],
])('no review comes of %s', (_what, draft) => {
  expect(cardAfter(journalOf([0, draft])).record).toBeUndefined();
});

test('answers and grades of one card are reviews of one card', () => {
  expect(memoryAfter([0, answered('q')], [3, graded('q', { grade: 'hard' })], [9, answered('q')])).toEqual(
    memoryOf([0, 'good'], [3, 'hard'], [9, 'good']),
  );
});

test('a raised revision begins anew; the old one keeps its history for the day it is restored', () => {
  const events = journalOf([0, answered('q')], [3, answered('q', { revision: 2 })], [5, answered('q')]);
  expect(cardAfter(events, 'q@2').record?.reviews).toBe(1);
  expect(cardAfter(events, 'q@1').record?.reviews).toBe(2);
});

test('two banks may hold the same ids, and an id may be what JavaScript calls something of its own', () => {
  const events = journalOf([0, answered('q')], [1, graded('constructor', { bank: '__proto__' })]);
  expect(cardAfter(events).record?.reviews).toBe(1);
  expect(cardAfter(events, 'constructor@1', '__proto__').record?.reviews).toBe(1);
});

describe("a learner's day", () => {
  const at = (time: string, offset: number) => [{ ...stamped(answered('q'), Date.parse(time), 'a'), offset }];
  test.each([
    ['begins at the rollover hour', '2026-11-22T03:59:00Z', 0, '2026-11-21'],
    ['has begun at the rollover hour', '2026-11-22T04:00:00Z', 0, '2026-11-22'],
    ["is the one of the learner's own clock", '2026-11-21T20:30:00Z', 540, '2026-11-22'],
    ["is the one of the learner's own clock in the west", '2026-11-22T05:30:00Z', -300, '2026-11-21'],
  ])('%s', (_what, time, offset, day) => {
    expect(cardAfter(at(time, offset)).record?.day).toBe(dayNamed(day));
  });
});

describe('undo', () => {
  const undone = (event: string): Draft => ({
    type: 'grade-undone',
    session: 's1',
    bank: 'test-exam',
    question: 'q',
    revision: 1,
    event,
  });
  const idOf = (events: readonly Event[], index: number) => (events[index] as Event).id;

  test('a grade taken back leaves the card as it was', () => {
    const events = journalOf([0, answered('q')], [3, started()], [3, graded('q', { grade: 'again' })]);
    const after = [...events, stamped(undone(idOf(events, 2)), beginning + 3 * dayMs, 'z')];
    expect(cardAfter(after).record).toEqual(cardAfter(events.slice(0, 2)).record);
  });

  test('a first grade taken back leaves a new card', () => {
    const events = journalOf([0, graded('q')]);
    expect(cardAfter([...events, stamped(undone(idOf(events, 0)), beginning, 'z')]).record).toBeUndefined();
  });

  test('what another device graded in between stays', () => {
    const events = journalOf(
      [0, graded('q', { grade: 'again' })],
      [0, graded('q', { session: 's2', grade: 'easy' })],
      [1, answered('q')],
    );
    const after = [...events, stamped(undone(idOf(events, 0)), beginning + dayMs, 'z')];
    const { stability } = cardAfter(after).record ?? {};
    expect(stability).toBe(recordAfter([0, 'easy'], [1, 'good']).stability);
  });

  test('a card graded anew is as if its first grade had never been given', () => {
    const events = journalOf([0, graded('q', { grade: 'again' })], [0, graded('q')]);
    const after = [...events, stamped(undone(idOf(events, 0)), beginning + dayMs, 'z')];
    expect(cardAfter(after).record).toEqual(cardAfter(events.slice(1)).record);
  });

  test('a grade of a session that has ended, or one that is not there, changes nothing', () => {
    const events = journalOf([0, started()], [0, graded('q')], [0, finished()]);
    for (const event of [idOf(events, 1), 'nothing'])
      expect(cardAfter([...events, stamped(undone(event), beginning, 'z')]).record).toEqual(
        cardAfter(events).record,
      );
  });

  test('once its session has ended, or was forgotten for a week, nothing is kept to take back', () => {
    const ended = grown(fold, journalOf([0, started()], [0, graded('q')], [0, finished()]));
    const forgotten = grown(
      fold,
      journalOf([0, started()], [0, graded('q')], [9, started({ session: 's2' })]),
    );
    for (const state of [ended, forgotten]) {
      expect(state.open).toEqual({});
      expect(state.banks['test-exam']).toHaveProperty('q@1');
      expect(state.banks['test-exam']?.['q@1']?.recent).toBeUndefined();
    }
  });
});

test('a card is buried until a day, suspended, and taken up again', () => {
  const buried = (until: string | null): Draft => ({
    type: 'card-buried',
    bank: 'test-exam',
    question: 'q',
    revision: 1,
    until,
  });
  const suspended = (is: boolean): Draft => ({
    type: 'card-suspended',
    bank: 'test-exam',
    question: 'q',
    revision: 1,
    suspended: is,
  });
  expect(cardAfter(journalOf([0, buried('2026-11-22')])).buried).toBe(firstDay + 1);
  expect(cardAfter(journalOf([0, buried('2026-11-22')], [0, buried(null)])).buried).toBeUndefined();
  expect(cardAfter(journalOf([0, suspended(true)])).suspended).toBe(true);
  expect(cardAfter(journalOf([0, suspended(true)], [0, suspended(false)])).suspended).toBe(false);
});

test('a line that another program filled with nonsense is no review, and throws nothing', () => {
  const events = [
    ...journalOf([0, answered('q')]),
    { ...stamped(graded('q'), beginning, 'y'), grade: 'superb' } as unknown as Event,
    { ...stamped(graded('q'), beginning, 'z'), time: 'yesterday' },
  ];
  expect(cardAfter(events).record?.reviews).toBe(1);
});

describe('the same journal gives the same schedule', () => {
  const draft = fc.oneof(
    fc
      .record({ q: fc.constantFrom('a', 'b', 'c'), correct: fc.boolean(), guess: fc.boolean() })
      .map(({ q, ...how }) => answered(q, how)),
    fc
      .record({
        q: fc.constantFrom('a', 'b', 'c'),
        grade: fc.constantFrom(...grades),
        session: fc.constantFrom('s1', 's2'),
      })
      .map(({ q, ...how }) => graded(q, how)),
    fc.constantFrom('s1', 's2').map(session => finished(1, 1, session)),
  );
  const dated = fc.tuple(fc.double({ min: -400, max: 400, noNaN: true }), draft);

  test('also from a checkpoint set anywhere, with dates in any order', () => {
    fc.assert(
      fc.property(fc.array(dated, { maxLength: 30 }), fc.nat(30), (made, cut) => {
        const events = journalOf(...made);
        const first = grown(fold, events.slice(0, cut));
        const resumed = JSON.parse(JSON.stringify(first)) as typeof first;
        for (const event of events.slice(cut)) fold.step(resumed, event);
        expect(resumed).toEqual(JSON.parse(JSON.stringify(grown(fold, events))));
      }),
    );
  });

  test('in whatever order two devices wrote, since events are taken in order of id', () => {
    const byId = (a: Event, b: Event) => (a.id < b.id ? -1 : 1);
    fc.assert(
      fc.property(fc.array(dated, { maxLength: 15 }), fc.array(dated, { maxLength: 15 }), (one, two) => {
        const [here, there] = [
          journalOf(...one),
          journalOf(...two).map(event => ({ ...event, id: `${event.id}1` })),
        ];
        const state = grown(fold, [...here, ...there].sort(byId));
        expect(grown(fold, [...there, ...here].sort(byId))).toEqual(state);
      }),
    );
  });
});
