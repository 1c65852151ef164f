import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Seen } from '../../src/draw/exposure.ts';
import { lineUp, type Order } from '../../src/draw/lineup.ts';
import type { Row } from '../../src/bank/bank.ts';
import { keyed } from '../../src/rng.ts';
import { now, row, rowsOf } from '../support/rows.ts';

const day = 86_400_000;
const ago = (days: number) => new Date(now - days * day).toISOString();
const seenOnce = (days: number, answer: Seen['answer'] = 'right'): Seen => ({
  first: 's1',
  last: ago(days),
  answer,
});

const lined = (rows: readonly Row[], more: Partial<Order> & { needed?: number } = {}): string[] =>
  [
    ...lineUp({ rows, marks: rows.map(({ id }) => keyed(id)) }, more.needed ?? 1, {
      seed: 'seed',
      seen: {},
      now,
      isKept: () => false,
      ...more,
    }),
  ].map(({ id }) => id);

/** How often each question comes first over this many seeds. */
function shareFirst(rows: readonly Row[], seen: Order['seen'], seeds = 4000): Record<string, number> {
  const shares: Record<string, number> = {};
  for (let seed = 0; seed < seeds; seed++) {
    const [first] = lined(rows, { seen, seed: `${seed}` }) as [string];
    shares[first] = (shares[first] ?? 0) + 1 / seeds;
  }
  return shares;
}

describe('who goes first', () => {
  const rows = rowsOf('birds', 9);

  test('questions never seen, then those drawn but never shown, then those seen', () => {
    const seen: Record<string, Seen> = {
      'birds-1': seenOnce(300, 'wrong'),
      'birds-2': seenOnce(1),
      'birds-3': {},
      'birds-4': {},
      'birds-5': { flagged: true },
    };
    for (let seed = 0; seed < 100; seed++) {
      const order = lined(rows, { seen, seed: `${seed}` });
      expect(order.slice(0, 4).sort()).toEqual(['birds-6', 'birds-7', 'birds-8', 'birds-9']);
      expect(order.slice(4, 7).sort()).toEqual(['birds-3', 'birds-4', 'birds-5']);
      expect(order.slice(7).sort()).toEqual(['birds-1', 'birds-2']);
    }
  });

  test('among questions never seen, each is first equally often', () => {
    const shares = shareFirst(rowsOf('birds', 4), {});
    for (const share of Object.values(shares)) expect(Math.abs(share - 0.25)).toBeLessThan(0.03);
  });

  test.each<[string, Seen, Seen, number]>([
    ['ten days ago against one', seenOnce(10), seenOnce(1), 10 / 11],
    ['both on one day', seenOnce(5), seenOnce(5), 1 / 2],
    ['one of them answered wrong: three times the chance', seenOnce(5, 'wrong'), seenOnce(5), 3 / 4],
    ['one of them guessed: three times the chance', seenOnce(5, 'guessed'), seenOnce(5), 3 / 4],
    ['wrong lately against right long ago', seenOnce(2, 'wrong'), seenOnce(6), 1 / 2],
    ['seen at a time that the clock has not reached', seenOnce(-3), seenOnce(0.01), 1 / 2],
  ])('among questions seen, days decide: %s', (_what, one, other, expected) => {
    const share = shareFirst(rowsOf('birds', 2), { 'birds-1': one, 'birds-2': other })['birds-1'] ?? 0;
    expect(Math.abs(share - expected)).toBeLessThan(0.03);
  });

  test('the order of the files does not matter', () => {
    expect(lined(rows.toReversed())).toEqual(lined(rows));
  });
});

/** Rows whose enemies are mutual, as compiled banks have them. */
const withEnemies = (count: number, pairs: readonly (readonly [number, number])[]): Row[] =>
  rowsOf('birds', count).map((one, i) =>
    row(one.id, {
      enemies: pairs.flatMap(([a, b]) =>
        a === b ? [] : a === i ? [`birds-${b + 1}`] : b === i ? [`birds-${a + 1}`] : [],
      ),
    }),
  );

describe('enemies', () => {
  const star = withEnemies(7, [
    [0, 1],
    [0, 2],
    [0, 3],
  ]);

  test('the question with the most unseen enemies goes first', () => {
    for (let seed = 0; seed < 50; seed++) expect(lined(star, { seed: `${seed}` })[0]).toBe('birds-1');
  });

  test('enemies that were seen do not count', () => {
    const seen = { 'birds-2': seenOnce(1), 'birds-3': seenOnce(1), 'birds-4': seenOnce(1) };
    const firsts = new Set(
      Array.from({ length: 50 }, (_, seed) => lined(star, { seen, seed: `${seed}` })[0]),
    );
    expect(firsts.size).toBeGreaterThan(1);
  });

  test('when the most entangled first cannot fill the seats, it gives way to its enemies', () => {
    for (let seed = 0; seed < 50; seed++) {
      expect(lined(star, { seed: `${seed}`, needed: 4 })).toHaveLength(4);
      const filled = lined(star, { seed: `${seed}`, needed: 5 });
      expect(filled.toSorted()).toEqual(['birds-2', 'birds-3', 'birds-4', 'birds-5', 'birds-6', 'birds-7']);
    }
  });

  test('what gives way still begins with questions never seen', () => {
    // Two hubs with two enemies each, and three questions without enemies that were seen.
    const pairs = [
      [0, 1],
      [0, 2],
      [3, 4],
      [3, 5],
    ] as const;
    const seen = { 'birds-7': seenOnce(1), 'birds-8': seenOnce(1), 'birds-9': seenOnce(1) };
    const order = lined(withEnemies(9, pairs), { seen, needed: 6 });
    expect(order.slice(0, 4).sort()).toEqual(['birds-2', 'birds-3', 'birds-5', 'birds-6']);
  });

  test('enemies that the filters left out do not hold a question back', () => {
    const filteredOut = ['birds-x', 'birds-y', 'birds-z'];
    const rows = [
      row('birds-hub', { enemies: ['birds-1', 'birds-2'] }),
      row('birds-1', { enemies: ['birds-hub', ...filteredOut] }),
      row('birds-2', { enemies: ['birds-hub', ...filteredOut] }),
    ];
    expect(lined(rows, { needed: 2 }).sort()).toEqual(['birds-1', 'birds-2']);
  });

  test('two enemies are never in one line-up, however they are entangled', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 12 }),
        fc.array(fc.tuple(fc.nat(11), fc.nat(11)), { maxLength: 20 }),
        fc.string(),
        fc.nat(12),
        fc.dictionary(fc.constantFrom('birds-1', 'birds-3', 'birds-5'), fc.constant(seenOnce(3))),
        (count, pairs, seed, needed, seen) => {
          const within = pairs.filter(([a, b]) => a < count && b < count);
          const rows = withEnemies(count, within);
          const ids = lined(rows, { seed, needed, seen });
          expect(new Set(ids).size).toBe(ids.length);
          for (const { id, enemies } of rows)
            if (ids.includes(id)) expect(enemies.filter(enemy => ids.includes(enemy))).toEqual([]);
            // Whoever is left out is left out for an enemy that is in.
            else expect(enemies.some(enemy => ids.includes(enemy))).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });
});

test('adding a question to the bank moves no other, for a given seed', () => {
  const rows = rowsOf('birds', 12);
  for (let seed = 0; seed < 100; seed++) {
    const before = lined(rows, { seed: `${seed}` });
    const after = lined([...rows, row(`birds-new-${seed}`)], { seed: `${seed}` });
    expect(after.filter(id => !id.startsWith('birds-new'))).toEqual(before);
  }
});
