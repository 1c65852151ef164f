import { describe, expect, test } from 'vitest';
import type { Draft, Event } from '../../src/events/events.ts';
import type { BankEntry, Card } from '../../src/question/types.ts';
import type { CardRecord } from '../../src/schedule/record.ts';
import { scheduleFold } from '../../src/schedule/schedule.ts';
import type { Action } from '../../src/session/action.ts';
import type { CardsDoneView, CardView } from '../../src/session/card-view.ts';
import { decide } from '../../src/session/decide.ts';
import { evolve } from '../../src/session/evolve.ts';
import { modes, type Mode } from '../../src/session/modes.ts';
import { openSession, type Session } from '../../src/session/session.ts';
import { viewOf, type SummaryView } from '../../src/session/view.ts';
import { sample } from '../support/compiled.ts';
import { beginning, grown, stamped } from '../support/events.ts';
import { recordAfter } from '../support/reviews.ts';

const term = (id: string): Card => ({
  id,
  revision: 1,
  kind: 'card',
  domain: 'birds',
  objective: 'flight',
  front: `Front of ${id}`,
  back: `Back of ${id}`,
  sources: [],
  versions: { from: '1.0' },
  tags: [],
  enemies: [],
  place: { file: 'birds/air.yaml', line: 7 },
});

/** A session played with its journal: every action a second after the one before, unless told otherwise. */
function play(
  entries: readonly BankEntry[],
  records: readonly (CardRecord | undefined)[] = [],
  mode: Mode = modes.flashcards,
) {
  let at = beginning;
  let session: Session = openSession({
    id: 's1',
    mode,
    name: mode.title,
    bank: 'test-exam',
    title: 'Test Exam',
    seed: 'seed',
    given: false,
    seats: [],
    cards: {
      seats: entries.map((entry, i) => ({
        entry,
        orders: { shown: ['far', 'key', 'near'] },
        record: records[i],
      })),
      begun: at,
      plan: { course: { retention: 0.85, exam: undefined }, sweep: undefined, rolloverHour: 4, offset: 0 },
    },
    titles: { domains: { birds: 'Birds' }, objectives: {} },
    seenBefore: new Set(),
    flagged: new Set(),
  });
  const events: Event[] = [];
  const act = (action: Action, ms = 1000): string | undefined => {
    at += ms;
    const decision = decide(session, action, at);
    if ('refused' in decision) return decision.refused;
    const made = decision.events.map((draft: Draft) => stamped(draft, at, `${at}-${events.length}`));
    events.push(...made);
    session = made.reduce(evolve, session);
    return undefined;
  };
  const grade = (given: (Action & { type: 'grade' })['grade'], ms = 1000) => {
    act({ type: 'reveal' }, ms);
    act({ type: 'grade', grade: given }, 0);
  };
  return {
    act,
    grade,
    events,
    view: () => viewOf(session) as CardView,
    screen: () => viewOf(session).screen,
    summary: () => viewOf({ ...session, phase: 'over' }) as SummaryView,
    types: () => events.map(({ type }) => type),
  };
}

const three = [term('a'), term('b'), term('c')];

test('the back, what it brings and the options appear only once they are asked for', () => {
  const table = play([sample('single')]);
  expect(JSON.stringify(table.view())).not.toMatch(/The right one|rationale|It is right/);
  table.act({ type: 'options' });
  expect(table.view().options?.map(({ id }) => id)).toEqual(['far', 'key', 'near']);
  expect(table.view().back).toBeUndefined();
  table.act({ type: 'reveal' });
  expect(table.view().back).toMatchObject({
    key: ['The right one'],
    place: expect.stringMatching(/^birds\/air.yaml:\d+$/),
  });
});

test.each([
  ['several', 'multiple', ['The first right one', 'The second right one']],
  ['text', 'fill-in', ['tool get --namespace x']],
  ['order', 'ordering', ['1. Step A', '2. Step B', '3. Step C']],
  ['pairs', 'matching', ['Left A = Right one', 'Left B = Right two']],
] as const)('the back of a question of the shape %s is its key', (_shape, kind, key) => {
  const table = play([sample(kind)]);
  table.act({ type: 'reveal' });
  expect(table.view().back?.key).toEqual(key);
});

test('each grade says when the card comes back: in minutes, then in more and more days', () => {
  const table = play([term('a')], [recordAfter([-5, 'good'])]);
  table.act({ type: 'reveal' });
  const days =
    table
      .view()
      .back?.grades.map(({ comesBack }) => (comesBack && 'days' in comesBack ? comesBack.days : 0)) ?? [];
  expect(table.view().back?.grades[0]?.comesBack).toEqual({ minutes: 10 });
  expect(days.slice(1)).toEqual(days.slice(1).sort((a, b) => a - b));
  expect(days[1]).toBeGreaterThanOrEqual(1);
});

test.each<[string, Action, RegExp]>([
  ['graded', { type: 'grade', grade: 'good' }, /Look at the back first/],
  ['gone on from', { type: 'continue' }, /not possible/],
  ['answered', { type: 'answer', answer: { ids: [] }, guess: false }, /not possible/],
  ['asked for options where there are none', { type: 'options' }, /no options/],
  ['undone', { type: 'undo' }, /nothing to take back/],
])('a front cannot be %s', (_what, action, why) => {
  expect(play(three).act(action)).toMatch(why);
});

test('a forgotten card comes back after ten minutes, or when nothing else is left', () => {
  const table = play(three);
  table.grade('again');
  expect(table.view().id).toBe('b');
  table.grade('good', 11 * 60_000);
  expect(table.view().id).toBe('a');
  table.grade('again');
  table.grade('good');
  expect(table.view().id).toBe('a');
  table.grade('good');
  expect(table.screen()).toBe('cards-done');
});

test('undo goes back any number of steps, over grades, burials and suspensions, and the schedule with it', () => {
  const table = play(three);
  const fold = scheduleFold(4);
  table.grade('again');
  table.act({ type: 'bury' });
  table.act({ type: 'suspend' });
  expect(table.view().id).toBe('a');
  for (const id of ['c', 'b', 'a']) {
    table.act({ type: 'undo' });
    expect(table.view()).toMatchObject({ id, back: undefined });
  }
  expect(table.view()).toMatchObject({ done: 0, canUndo: false, isNew: true });
  const cards = Object.values(grown(fold, table.events).banks['test-exam'] ?? {});
  expect(cards.map(({ record, buried, suspended }) => [record, buried, suspended ?? false])).toEqual(
    cards.map(() => [undefined, undefined, false]),
  );
});

test('what the session shows after grades is what the journal folds to', () => {
  const table = play(three, [recordAfter([-5, 'good'])]);
  for (const grade of ['again', 'hard', 'easy', 'good'] as const) table.grade(grade);
  expect(table.summary().cards).toMatchObject({
    graded: 3,
    by: { again: 0, hard: 1, good: 1, easy: 1 },
    left: 0,
  });
  const record = grown(scheduleFold(4), table.events).banks['test-exam']?.['b@1']?.record;
  expect(record).toMatchObject({ grade: 'hard', reviews: 1 });
});

describe('leaving', () => {
  test('ends the session with every grade kept: what is due is drawn anew', () => {
    const table = play(three);
    table.grade('good');
    table.act({ type: 'reveal' });
    table.act({ type: 'leave' });
    expect(table.events.at(-1)).toMatchObject({ type: 'session-finished', right: 1, answered: 1, of: 3 });
    expect(table.summary().cards).toMatchObject({ graded: 1, left: 2 });
  });

  test('once all cards are done the last grade can still be taken back, and Enter ends', () => {
    const table = play([term('a')]);
    table.grade('easy');
    expect(viewIsDone(table)).toBe(true);
    table.act({ type: 'undo' });
    table.grade('hard');
    table.act({ type: 'continue' });
    expect(table.types().slice(-2)).toEqual(['card-graded', 'session-finished']);
    expect(table.screen()).toBe('summary');
  });
});

const viewIsDone = (table: { view(): CardView | CardsDoneView }) => table.view().screen === 'cards-done';

test('what is crammed is journaled as crammed, and brings nothing back', () => {
  const table = play([term('a')], [recordAfter([-5, 'good'])], modes.cram);
  table.act({ type: 'reveal' });
  expect(table.view().back?.grades.map(({ comesBack }) => comesBack)).toEqual([null, null, null, null]);
  table.act({ type: 'grade', grade: 'again' });
  expect(table.events.at(-1)).toMatchObject({ type: 'card-graded', mode: 'cram' });
  expect(grown(scheduleFold(4), table.events).banks).toEqual({});
});

test('after eight lapses a card is called a leech', () => {
  const lapsing = Array.from(
    { length: 8 },
    (_, i) =>
      [
        [2 * i - 40, 'good'],
        [2 * i - 39, 'again'],
      ] as const,
  ).flat();
  expect(play([term('a')], [recordAfter(...lapsing)]).view()).toMatchObject({ lapses: 8, isLeech: true });
  expect(play([term('a')], [recordAfter(...lapsing.slice(0, 14))]).view()).toMatchObject({
    lapses: 7,
    isLeech: false,
  });
});
