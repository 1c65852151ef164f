import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { inSequence } from '../../src/draw/sequence.ts';

test('items come in order, as sorting would give them', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer(), { maxLength: 40 }), items => {
      const found = [...inSequence(items, items)];
      expect(found).toEqual(items.toSorted((a, b) => a - b));
    }),
  );
});
