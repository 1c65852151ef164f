import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextId } from '../../src/events/ids.ts';

const some = '05ab39e4cd71';
const lowest = '0'.repeat(12);
const highest = 'z'.repeat(12);
const noon = Date.UTC(2026, 10, 21, 12);

const chance = fc.stringMatching(/^[0-9a-f]{12}$/);
const moment = fc.integer({ min: 0, max: Date.UTC(2200, 0) });

test('an id is 22 letters and digits, the time first', () => {
  expect(nextId(noon, '', some)).toMatch(/^[0-9a-hjkmnp-tv-z]{22}$/);
  expect(nextId(noon, '', some).slice(0, 10)).toBe(nextId(noon, '', highest).slice(0, 10));
});

test('ids made later sort later, on every device', () => {
  fc.assert(
    fc.property(moment, fc.integer({ min: 1, max: 1e12 }), chance, chance, (now, later, one, other) => {
      expect(nextId(now, '', one) < nextId(now + later, '', other)).toBe(true);
    }),
  );
});

test('each id of a file is above the one before, also when the clock goes back', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(moment, chance), { minLength: 2, maxLength: 30 }), made => {
      let last = '';
      for (const [now, digits] of made) {
        const id = nextId(now, last, digits);
        expect(id > last).toBe(true);
        expect(id).toHaveLength(22);
        last = id;
      }
    }),
  );
});

test.each([
  ['after a clock set back a year', noon - 365 * 86_400_000, nextId(noon, '', some)],
  ['in the same millisecond, by lower chance', noon, nextId(noon, '', highest)],
  ['after the highest chance of a later time', 0, nextId(noon, '', highest)],
  ['after an id of nothing but the highest digit', noon, 'z'.repeat(22)],
  ['after a shorter id', noon, 'zz'],
  ['after an id in letters that ours have not', noon, 'ulio-~~~'],
  ['after an id of another program', noon, '~'.repeat(30)],
])('an id is above the last of its file %s', (_when, now, last) => {
  expect(nextId(now, last, lowest) > last).toBe(true);
});

test('a thousand ids of one moment are a thousand ids', () => {
  let last = '';
  const ids = Array.from({ length: 1000 }, () => (last = nextId(noon, last, some)));
  expect(new Set(ids).size).toBe(1000);
  expect(ids).toEqual(ids.toSorted());
});

test('two processes that go on from the same id with their clocks set back make different ids', () => {
  const ids = ['0123456789ab', 'ba9876543210'].map(digits =>
    nextId(noon - 1000, nextId(noon, '', highest), digits),
  );
  expect(ids[0]).not.toBe(ids[1]);
});
