import { expect, test } from 'vitest';
import { allCards, deckOf, type DeckCard, type DeckFilters } from '../../src/schedule/deck.ts';
import { cardKey, type Scheduled } from '../../src/schedule/schedule.ts';
import { mixed, partOf, queueOf, type Limits } from '../../src/schedule/today.ts';
import type { Seen } from '../../src/draw/exposure.ts';
import type { Row } from '../../src/bank/bank.ts';
import { countByDomain, examOf, row } from '../support/rows.ts';
import { firstDay, recordAfter, type Made } from '../support/reviews.ts';

const blueprint = examOf({ birds: 70, fish: 30 });
const weights = new Map([
  ['birds', 70],
  ['fish', 30],
]);
const course = { retention: 0.85, exam: undefined };
const limits: Limits = { newPerDay: 10, metToday: 0, minutes: Infinity, seconds: 20 };

const card = (id: string, reviews: readonly Made[] = [], more: Partial<Row> = {}): DeckCard => {
  const of = row(id, { kind: 'card', ...more });
  return { row: of, key: cardKey(of), record: reviews.length > 0 ? recordAfter(...reviews) : undefined };
};
const cards = (domain: string, count: number, reviews: readonly Made[] = []) =>
  Array.from({ length: count }, (_, i) => card(`${domain}-${i}`, reviews, { domain }));
const today = firstDay + 10;
const part = (deck: readonly DeckCard[], more: Partial<Limits> = {}) =>
  partOf(deck, course, undefined, today, weights, { ...limits, ...more });
const idsOf = (some: readonly DeckCard[]) => some.map(one => one.row.id);

interface Known {
  readonly scheduled?: Readonly<Record<string, Scheduled>>;
  readonly seen?: Readonly<Record<string, Seen>>;
  readonly filters?: Partial<DeckFilters>;
}
const rows = [
  row('term', { kind: 'card' }),
  row('typed', { kind: 'fill-in' }),
  row('exam-question'),
  row('met'),
];
const deck = ({ scheduled = {}, seen = {}, filters = {} }: Known) =>
  idsOf(
    deckOf({
      blueprint,
      rows,
      scheduled,
      seen: { met: { first: 's1' }, ...seen },
      filters: { ...allCards, ...filters },
      today,
    }),
  );

test.each<[string, Known, string[]]>([
  ['terms, practice kinds, and questions met already', {}, ['term', 'typed', 'met']],
  [
    'an exam question once it is answered',
    { scheduled: { 'exam-question@1': { record: recordAfter([0, 'good']) } } },
    ['term', 'typed', 'exam-question', 'met'],
  ],
  [
    'exam questions never met only where questions alone are asked for',
    { filters: { only: 'questions' } },
    ['typed', 'exam-question', 'met'],
  ],
  ['terms alone', { filters: { only: 'terms' } }, ['term']],
  ['nothing suspended', { scheduled: { 'term@1': { suspended: true } } }, ['typed', 'met']],
  ['nothing buried until tomorrow', { scheduled: { 'term@1': { buried: today + 1 } } }, ['typed', 'met']],
  ['what was buried until today', { scheduled: { 'term@1': { buried: today } } }, ['term', 'typed', 'met']],
  ['nothing of another domain', { filters: { domains: ['fish'] } }, []],
])('a deck holds %s', (_what, known, ids) => {
  expect(deck(known)).toEqual(ids);
});

test('a card that the bank has lost is in no deck, whatever history says of it', () => {
  expect(deck({ scheduled: { 'gone@1': { record: recordAfter([0, 'good']) } } })).toEqual([
    'term',
    'typed',
    'met',
  ]);
});

test('what was met today in a quiz counts against the new cards', () => {
  const waiting = cards('birds', 30);
  expect(part(waiting).fresh).toHaveLength(10);
  expect(part(waiting, { metToday: 4 }).fresh).toHaveLength(6);
  expect(part(waiting, { metToday: 40 }).fresh).toHaveLength(0);
  expect(part(waiting, { metToday: 40, fresh: 7 }).fresh).toHaveLength(7);
});

test('new cards begin every objective before they go into one', () => {
  const of = (objective: string, count: number, reviews: readonly Made[] = []) =>
    Array.from({ length: count }, (_, i) => card(`${objective}-${i}`, reviews, { objective }));
  const { fresh } = part(
    [...of('begun', 2, [[9, 'easy']]), ...of('a', 4), ...of('b', 4), ...of('begun-too', 1)],
    { newPerDay: 5 },
  );
  expect(idsOf(fresh)).toEqual(['a-0', 'b-0', 'begun-too-0', 'a-1', 'b-1']);
});

test('cards that give each other away do not meet on one day', () => {
  const one = card('one', [[0, 'good']], { enemies: ['two'] });
  const two = card('two', [[0, 'good']], { enemies: ['one'] });
  expect(part([one, two]).due).toHaveLength(1);
  const askedToday = card(
    'two',
    [
      [0, 'good'],
      [10, 'good'],
    ],
    { enemies: ['one'] },
  );
  expect(part([one, askedToday]).due).toHaveLength(0);
});

test('what the minutes do not hold is put off: new cards first, then the lightest domain', () => {
  const deckOfDay = [
    ...cards('birds', 10, [[0, 'again']]),
    ...cards('fish', 10, [[0, 'again']]),
    card('new'),
  ];
  const { due, fresh, putOff } = part(deckOfDay, { minutes: 5 });
  expect(countByDomain(due.map(one => one.row))).toEqual({ birds: 10, fish: 5 });
  expect(fresh).toHaveLength(0);
  expect(countByDomain(putOff.map(one => one.row))).toEqual({ fish: 5 });
});

test('any beginning of a queue has each domain by its weight', () => {
  const mix = mixed([...cards('fish', 30), ...cards('birds', 70)], weights);
  for (const length of [10, 20, 50, 100])
    expect(countByDomain(mix.slice(0, length).map(one => one.row))).toEqual({
      birds: length * 0.7,
      fish: length * 0.3,
    });
});

test('new cards are spread among those due, and a limit takes of both', () => {
  const { due, fresh } = part([...cards('birds', 20, [[0, 'again']]), ...cards('fish', 10)]);
  const queue = queueOf({ due, fresh, putOff: [] }, weights, 15);
  expect(queue).toHaveLength(15);
  expect(queue.filter(one => one.record === undefined)).toHaveLength(5);
  expect(queueOf({ due, fresh, putOff: [] }, weights, Infinity)).toHaveLength(30);
});
