import { expect, test } from 'vitest';
import { drawOrders } from '../../src/question/shapes/index.ts';
import type { Orders, Question } from '../../src/question/types.ts';
import { stream } from '../../src/rng.ts';
import { entryOf } from '../support/banks.ts';
import { questionsOf, sample, type SampleKind } from '../support/compiled.ts';

const drawn = (question: Question, seed: number): Orders =>
  drawOrders(question.response, stream(`seed-${seed}`, `options ${question.id}`));

/** How far the counts of equally likely outcomes are from even: chi-square, with `counts.length - 1` degrees of freedom. */
function chiSquare(counts: readonly number[]): number {
  const even = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  return counts.reduce((sum, count) => sum + (count - even) ** 2 / even, 0);
}

/** How often each order came up over this many seeds. */
function tally(seeds: number, orderOf: (seed: number) => readonly string[]): number[] {
  const counts = new Map<string, number>();
  for (let seed = 0; seed < seeds; seed++) {
    const order = orderOf(seed).join(' ');
    counts.set(order, (counts.get(order) ?? 0) + 1);
  }
  return [...counts.values()];
}

// The bounds are the values that chance exceeds about once in a hundred thousand times.
const bound: Readonly<Record<number, number>> = { 2: 19.5, 6: 30.9, 24: 65 };

test.each<[SampleKind, 'shown' | 'against', number]>([
  ['single', 'shown', 6],
  ['multiple', 'shown', 24],
  ['ordering', 'shown', 6],
  ['matching', 'shown', 2],
  ['matching', 'against', 6],
])('%s: every order of what is %s comes up equally often, the written one included', (kind, side, orders) => {
  const question = sample(kind);
  const counts = tally(6000, seed => drawn(question, seed)[side] ?? []);
  expect(counts).toHaveLength(orders);
  expect(chiSquare(counts)).toBeLessThan(bound[orders] as number);
});

test('the two sides of a matching question are ordered independently', () => {
  const question = sample('matching');
  const counts = tally(6000, seed => {
    const { shown, against = [] } = drawn(question, seed);
    return [...shown, ...against];
  });
  expect(counts).toHaveLength(12);
  expect(chiSquare(counts)).toBeLessThan(43);
});

test('questions of one session are ordered independently', () => {
  const [one, other] = questionsOf(entryOf.single('birds-air-one'), entryOf.single('birds-air-other'));
  const counts = tally(6000, seed => [
    ...drawn(one as Question, seed).shown,
    ...drawn(other as Question, seed).shown,
  ]);
  expect(counts).toHaveLength(36);
  expect(chiSquare(counts)).toBeLessThan(85);
});

const seeds = Array.from({ length: 50 }, (_, seed) => seed);

test('an option marked last stays below the others, which are still shuffled', () => {
  const written = entryOf.single('birds-air-last').replace('{id: key,', '{id: key, last: true,');
  const question = questionsOf(written)[0] as Question;
  expect(new Set(seeds.map(seed => drawn(question, seed).shown.join(' ')))).toEqual(
    new Set(['near far key', 'far near key']),
  );
});

test('options with shuffle: false keep the written order', () => {
  const question = questionsOf(entryOf.single('birds-air-fixed', '\n    shuffle: false'))[0] as Question;
  for (const seed of seeds) expect(drawn(question, seed)).toEqual({ shown: ['key', 'near', 'far'] });
});

test('a true-false question shows true, then false', () => {
  for (const seed of seeds) expect(drawn(sample('true-false'), seed)).toEqual({ shown: ['true', 'false'] });
});

test('a typed answer has nothing to order', () => {
  expect(drawn(sample('fill-in'), 1)).toEqual({ shown: [] });
});

test('the same seed gives the same orders', () => {
  const question = sample('matching');
  for (const seed of seeds) expect(drawn(question, seed)).toEqual(drawn(question, seed));
});
