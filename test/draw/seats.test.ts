import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allotSeats, type Share } from '../../src/draw/seats.ts';
import { stream } from '../../src/rng.ts';

const share = (slug: string, weight: number, available = 100): Share => ({ slug, weight, available });

/** The eight domains of the exam that ships. */
const exam = [20, 18, 16, 10, 10, 10, 10, 6].map((weight, i) => share(`d${i}`, weight));

const seatsOf = (shares: readonly Share[], count: number, seed: string | number, fullLength = false) => [
  ...allotSeats(shares, count, fullLength, stream(String(seed), 'seats')).values(),
];

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

/** The mean number of seats of each domain over this many seeds. */
function means(shares: readonly Share[], count: number, seeds: number): number[] {
  const totals = shares.map(() => 0);
  for (let seed = 0; seed < seeds; seed++)
    for (const [i, seats] of seatsOf(shares, count, seed).entries())
      totals[i] = (totals[i] as number) + seats;
  return totals.map(total => total / seeds);
}

describe('a full-length exam', () => {
  test('has 12, 11, 10, 6, 6, 6, 6 and 3 questions of the eight domains, whatever the seed', () => {
    for (let seed = 0; seed < 200; seed++)
      expect(seatsOf(exam, 60, seed, true)).toEqual([12, 11, 10, 6, 6, 6, 6, 3]);
  });

  test.each([
    ['to the heavier domain', [10, 30, 60], 5, [0, 2, 3]],
    ['then to the one listed first', [25, 25, 25, 25], 10, [3, 3, 2, 2]],
    ['also with weights in fractions', [12.5, 37.5, 50], 4, [0, 2, 2]],
  ])('gives a seat on which remainders tie %s', (_to, weights, count, seats) => {
    const shares = weights.map((weight, i) => share(`d${i}`, weight));
    expect(seatsOf(shares, count, 'any', true)).toEqual(seats);
  });

  test('gives the seats of a domain with too few questions to the others by the same rule', () => {
    const shares = exam.map((one, i) => (i === 0 ? { ...one, available: 4 } : one));
    // 8 of 12 seats are left over, for weights of 18, 16, 10, 10, 10, 10 and 6.
    expect(seatsOf(shares, 60, 'any', true)).toEqual([4, 13, 12, 7, 7, 7, 7, 3]);
  });
});

describe('a session of any other length', () => {
  test.each([1, 5, 7, 10, 20, 33, 59])('of %i: each domain gets its share rounded down or up', count => {
    for (let seed = 0; seed < 300; seed++) {
      const seats = seatsOf(exam, count, seed);
      expect(sum(seats)).toBe(count);
      for (const [i, { weight }] of exam.entries())
        expect([0, 1]).toContain((seats[i] as number) - Math.floor((weight * count) / 100 + 1e-9));
    }
  });

  test.each([1, 3, 10, 25])('of %i: over many sessions the shares equal the weights', count => {
    const found = means(exam, count, 5000);
    for (const [i, { weight }] of exam.entries())
      expect(Math.abs((found[i] as number) - (weight * count) / 100)).toBeLessThan(0.03);
  });

  test('of 10: the lightest domain is asked in three of five sessions', () => {
    expect(means(exam, 10, 5000)[7]).toBeCloseTo(0.6, 1);
  });

  test('a domain with too few questions gives its seats to the others by weight', () => {
    const shares = [share('short', 50, 2), share('heavy', 30), share('light', 20)];
    const [short, heavy, light] = means(shares, 10, 5000) as [number, number, number];
    expect(short).toBe(2);
    expect(Math.abs(heavy - 4.8)).toBeLessThan(0.05);
    expect(Math.abs(light - 3.2)).toBeLessThan(0.05);
  });
});

const anyShares = fc.array(
  fc.record({ weight: fc.integer({ min: 1, max: 60 }), available: fc.integer({ min: 0, max: 15 }) }),
  { minLength: 1, maxLength: 9 },
);

test('every seat is filled while there are questions, and no domain gives more than it has', () => {
  fc.assert(
    fc.property(anyShares, fc.nat(80), fc.string(), fc.boolean(), (domains, count, seed, fullLength) => {
      const shares = domains.map((domain, i) => ({ slug: `d${i}`, ...domain }));
      const seats = seatsOf(shares, count, seed, fullLength);
      const available = sum(shares.map(one => one.available));
      expect(sum(seats)).toBe(Math.min(count, available));
      for (const [i, one] of shares.entries()) expect(seats[i]).toBeLessThanOrEqual(one.available);
    }),
    { numRuns: 500 },
  );
});

test('weights in fractions lose no seat', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0.1, max: 50, noNaN: true }), { minLength: 1, maxLength: 9 }),
      fc.integer({ min: 1, max: 60 }),
      fc.string(),
      fc.boolean(),
      (weights, count, seed, fullLength) => {
        const shares = weights.map((weight, i) => share(`d${i}`, weight));
        expect(sum(seatsOf(shares, count, seed, fullLength))).toBe(count);
      },
    ),
    { numRuns: 300 },
  );
});

test('the same seed gives the same seats', () => {
  for (let seed = 0; seed < 50; seed++) expect(seatsOf(exam, 10, seed)).toEqual(seatsOf(exam, 10, seed));
});
