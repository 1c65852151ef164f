import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { lowest } from '../../src/draw/lowest.ts';

test('the lowest of many numbers are those that sorting would put first', () => {
  fc.assert(
    fc.property(fc.array(fc.integer(), { maxLength: 60 }), fc.nat(8), fc.nat(8), (numbers, most, fewer) => {
      const found = lowest(most);
      for (const number of numbers) found.tell(number);
      const wanted = Math.min(most, fewer);
      expect(found.first(wanted)).toEqual(numbers.toSorted((a, b) => a - b).slice(0, wanted));
      expect(found.told()).toBe(numbers.length);
    }),
  );
});
