import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { shareOf } from '../../src/stats/share.ts';

test("the interval of a share is Wilson's at 90%", () => {
  expect(shareOf(0, 10)).toMatchObject({ low: 0, high: expect.closeTo(0.213, 3) });
  expect(shareOf(15, 20)).toMatchObject({ low: expect.closeTo(0.568, 3), high: expect.closeTo(0.873, 3) });
});

test('nothing answered says nothing', () => {
  expect(shareOf(0, 0)).toEqual({ right: 0, of: 0, low: 0, high: 1 });
});

test('the interval holds the share, and turns over with it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), fc.nat(500), (of, some) => {
      const right = some % (of + 1);
      const { low, high } = shareOf(right, of);
      expect(low).toBeLessThanOrEqual(right / of + 1e-12);
      expect(high).toBeGreaterThanOrEqual(right / of - 1e-12);
      expect(shareOf(of - right, of).low).toBeCloseTo(1 - high, 9);
    }),
  );
});
