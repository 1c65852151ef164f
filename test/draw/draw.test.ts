import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Row } from '../../src/bank/bank.ts';
import { draw, type DrawRequest } from '../../src/draw/draw.ts';
import type { Seen } from '../../src/draw/exposure.ts';
import { countByDomain, examOf, noFilters, now, request, row, rowsOf } from '../support/rows.ts';

const drawn = (rows: readonly Row[], more: Partial<DrawRequest> = {}): string[] =>
  draw(request(rows, more)).map(({ id }) => id);

const cca = {
  architecture: 20,
  'network-policy': 18,
  'service-mesh': 16,
  'network-observability': 10,
  'installation-and-configuration': 10,
  'cluster-mesh': 10,
  ebpf: 10,
  'bgp-and-external-networking': 6,
};
const ccaRows = Object.keys(cca).flatMap(domain => rowsOf(domain, 14));
const seenAt = (days: number, answer: Seen['answer'] = 'right'): Seen => ({
  first: 's1',
  last: new Date(now - days * 86_400_000).toISOString(),
  answer,
});

test('a full-length exam asks 12, 11, 10, 6, 6, 6, 6 and 3 questions of the eight domains', () => {
  for (let seed = 0; seed < 30; seed++)
    for (const given of [true, false]) {
      const rows = draw(request(ccaRows, { blueprint: examOf(cca), count: 60, seed: `${seed}`, given }));
      expect(countByDomain(rows)).toEqual({
        architecture: 12,
        'network-policy': 11,
        'service-mesh': 10,
        'network-observability': 6,
        'installation-and-configuration': 6,
        'cluster-mesh': 6,
        ebpf: 6,
        'bgp-and-external-networking': 3,
      });
    }
});

test('over thousands of quizzes of ten, every domain is asked by its weight', () => {
  const quizzes = 3000;
  const counts: Record<string, number> = {};
  for (let seed = 0; seed < quizzes; seed++) {
    const rows = draw(request(ccaRows, { blueprint: examOf(cca), seed: `${seed}`, given: true }));
    expect(rows).toHaveLength(10);
    for (const { domain } of rows) counts[domain] = (counts[domain] ?? 0) + 1 / quizzes;
  }
  for (const [domain, weight] of Object.entries(cca))
    expect(Math.abs((counts[domain] ?? 0) - weight / 10), domain).toBeLessThan(0.04);
});

test('as many questions as asked for, or all there are, and none twice', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ weight: fc.integer({ min: 1, max: 50 }), there: fc.nat(9) }), {
        minLength: 1,
        maxLength: 8,
      }),
      fc.integer({ min: 1, max: 50 }),
      fc.string(),
      fc.boolean(),
      (domains, count, seed, given) => {
        const rows = domains.flatMap(({ there }, i) => rowsOf(`d${i}`, there));
        const weights = Object.fromEntries(domains.map(({ weight }, i) => [`d${i}`, weight]));
        const ids = drawn(rows, { blueprint: examOf(weights, 20), count, seed, given });
        expect(ids).toHaveLength(Math.min(count, rows.length));
        expect(new Set(ids).size).toBe(ids.length);
      },
    ),
    { numRuns: 300 },
  );
});

test('cards are never drawn', () => {
  expect(drawn([row('one'), row('card', { kind: 'card' })])).toEqual(['one']);
});

describe('precedence', () => {
  const enemies = [1, 2, 3].map(i => `birds-leaf-${i}`);
  const hub = row('birds-hub', { enemies });
  const leaves = enemies.map(id => row(id, { enemies: ['birds-hub'] }));
  const free = [row('birds-free-1'), row('birds-free-2')];

  test('enemies stay apart, even when that leaves seats empty', () => {
    const pair = [row('a', { enemies: ['b'] }), row('b', { enemies: ['a'] })];
    expect(drawn(pair)).toHaveLength(1);
  });

  test('a quota is filled before the most entangled question gets its turn', () => {
    const rows = [hub, ...leaves, ...free, ...rowsOf('fish', 9)];
    const blueprint = examOf({ birds: 50, fish: 50 });
    for (let seed = 0; seed < 30; seed++) {
      const ids = drawn(rows, { blueprint, seed: `${seed}` });
      expect(ids.filter(id => id.startsWith('birds')).sort()).toEqual(
        [...free, ...leaves].map(({ id }) => id).sort(),
      );
    }
  });

  test('the most entangled question gets its turn when the quota can be filled with it', () => {
    const blueprint = examOf({ birds: 50, fish: 50 });
    for (let seed = 0; seed < 30; seed++)
      expect(
        drawn([hub, ...leaves, ...free, ...rowsOf('fish', 9)], {
          blueprint,
          seed: `${seed}`,
          count: 6,
          given: true,
        }),
      ).toContain('birds-hub');
  });

  test('seats that another domain cannot fill are filled too, when only enemies stand in the way', () => {
    // Fish can give one of its three seats, and birds have five questions that go together.
    const rows = [hub, ...leaves, ...free, ...rowsOf('fish', 1)];
    const blueprint = examOf({ birds: 50, fish: 50 });
    for (let seed = 0; seed < 30; seed++)
      expect(drawn(rows, { blueprint, seed: `${seed}`, count: 6 })).toHaveLength(6);
  });

  test('a quota is filled with seen questions rather than left to another domain', () => {
    const seen = Object.fromEntries(rowsOf('birds', 9).map(({ id }) => [id, seenAt(1)]));
    const rows = draw(
      request([...rowsOf('birds', 9), ...rowsOf('fish', 9)], {
        blueprint: examOf({ birds: 50, fish: 50 }),
        seen,
      }),
    );
    expect(countByDomain(rows)).toEqual({ birds: 5, fish: 5 });
  });

  test('weakness in a domain does not change its share', () => {
    const seen = Object.fromEntries(rowsOf('birds', 9).map(({ id }) => [id, seenAt(9, 'wrong')]));
    const rows = [...rowsOf('birds', 9), ...rowsOf('fish', 9)];
    const blueprint = examOf({ birds: 50, fish: 50 });
    for (const history of [{}, seen])
      expect(countByDomain(draw(request(rows, { blueprint, seen: history })))).toEqual({ birds: 5, fish: 5 });
  });
});

describe('the same request', () => {
  const rows = [...rowsOf('birds', 20), ...rowsOf('fish', 20)];
  const blueprint = examOf({ birds: 70, fish: 30 });
  const seen = { 'birds-1': seenAt(3, 'wrong'), 'fish-2': seenAt(9), 'birds-4': {} };

  test('gives the same questions in the same order', () => {
    for (let seed = 0; seed < 30; seed++) {
      const more = { blueprint, seed: `${seed}`, seen };
      expect(drawn(rows, more)).toEqual(drawn(rows.toReversed(), more));
    }
  });

  test('with a given seed gives everyone the same, whatever they have seen and when', () => {
    for (let seed = 0; seed < 30; seed++) {
      const more = { blueprint, seed: `${seed}`, given: true };
      expect(drawn(rows, { ...more, seen, now: now + 1e10 })).toEqual(drawn(rows, more));
    }
  });

  test('with another seed gives other questions in another order', () => {
    const draws = Array.from({ length: 30 }, (_, seed) =>
      drawn(rows, { blueprint, seed: `${seed}` }).join(' '),
    );
    expect(new Set(draws).size).toBe(30);
  });
});

describe('adding a question to the bank, for a given seed', () => {
  const rows = [...rowsOf('birds', 20), ...rowsOf('fish', 20)];
  const pairs = Array.from({ length: 100 }, (_, seed) => {
    const more = { blueprint: examOf({ birds: 70, fish: 30 }), seed: `${seed}`, given: true };
    return [drawn(rows, more), drawn([...rows, row(`birds-new-${seed}`)], more)] as const;
  });
  const isNew = (id: string) => id.startsWith('birds-new');

  test('changes nothing when the new question is not drawn', () => {
    const without = pairs.filter(([, after]) => !after.some(isNew));
    expect(without.length).toBeGreaterThan(10);
    for (const [before, after] of without) expect(after).toEqual(before);
  });

  test('puts it in the place of one other when it is drawn', () => {
    const drawnNow = pairs.filter(([, after]) => after.some(isNew));
    expect(drawnNow.length).toBeGreaterThan(10);
    for (const [before, after] of drawnNow)
      expect(after.filter(id => before.includes(id))).toHaveLength(before.length - 1);
  });

  test('moves no other question', () => {
    for (const [before, after] of pairs)
      expect(after.filter(id => before.includes(id))).toEqual(before.filter(id => after.includes(id)));
  });
});

describe('filters', () => {
  const rows = [
    row('a', { kind: 'multiple', tags: ['l7'] }),
    row('b', { objective: 'song', difficulty: 'hard' }),
    row('c', { domain: 'fish', objective: 'gills', tags: ['l7', 'dns'] }),
    row('d', { domain: 'fish', objective: 'gills', kind: 'ordering', difficulty: 'hard' }),
  ];
  const seen: Record<string, Seen> = {
    a: seenAt(1, 'wrong'),
    b: seenAt(1, 'guessed'),
    c: { ...seenAt(1), flagged: true },
    d: {},
  };
  test.each([
    ['nothing', {}, 'abcd'],
    ['a domain', { domains: ['fish'] }, 'cd'],
    ['two domains', { domains: ['fish', 'birds'] }, 'abcd'],
    ['an objective', { objectives: ['song'] }, 'b'],
    ['a kind', { kinds: ['multiple', 'ordering'] }, 'ad'],
    ['a difficulty', { difficulties: ['hard'] }, 'bd'],
    ['a tag', { tags: ['dns', 'l7'] }, 'ac'],
    ['a domain and a difficulty', { domains: ['fish'], difficulties: ['hard'] }, 'd'],
    ['what was never seen', { unseen: true }, 'd'],
    ['what was answered wrong last', { missed: true }, 'a'],
    ['what is flagged', { flagged: true }, 'c'],
    ['some ids', { only: new Set(['b', 'c', 'x']) }, 'bc'],
    ['what does not exist', { domains: ['fish'], objectives: ['song'] }, ''],
  ])('%s', (_what, filters, ids) => {
    const more = {
      blueprint: examOf({ birds: 50, fish: 50 }),
      filters: { ...noFilters, ...filters },
      seen,
    };
    expect(drawn(rows, more).sort().join('')).toBe(ids);
    expect(
      drawn(rows, { ...more, given: true })
        .sort()
        .join(''),
    ).toBe(ids);
  });
});
