import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayAndMonth, dayNamed, dayNow, dayOf, dayWord, momentOf, weekdayAndDay } from '../src/clock.ts';

const at = (time: string) => Date.parse(time);

describe('a moment of the journal', () => {
  test('is read as it was written', () => {
    fc.assert(
      fc.property(fc.date({ noInvalidDate: true }), date => {
        expect(momentOf(date.toISOString())).toBe(date.getTime());
      }),
    );
  });

  test.each([
    '',
    'yesterday',
    '2026-11-22',
    '2026-11-22T03:59:00Z',
    '2026-11-22T03:59:00.000+01:00',
    '2026-11-22T24:00:00.000Z',
    '2026-11-22T24:00:00.001Z',
    '2026-11-22T03:60:00.000Z',
    '2026-11-22T0x:59:00.000Z',
    '2026-11-22T03:59:00.0x0Z',
    '2026-02-30T03:59:00.000Z',
    '2026-13-01T03:59:00.000Z',
    '2026/11/22T03:59:00.000Z',
    '2026-11-22T03x59x00x000Z',
    '2026-11-22 03:59:00.000Z',
  ])('written otherwise, as %j, is what the language makes of it', word => {
    expect(momentOf(word)).toBe(Date.parse(word));
  });
});

describe("a learner's day", () => {
  test.each<[string, number, number, string]>([
    ['2026-11-21T12:00:00Z', 0, 4, '2026-11-21'],
    ['2026-11-22T03:59:59Z', 0, 4, '2026-11-21'],
    ['2026-11-22T04:00:00Z', 0, 4, '2026-11-22'],
    ['2026-11-22T00:00:00Z', 0, 0, '2026-11-22'],
    ['2026-11-21T22:00:00Z', 330, 4, '2026-11-21'],
    ['2026-11-21T22:30:00Z', 330, 4, '2026-11-22'],
    ['2026-11-22T06:00:00Z', -480, 4, '2026-11-21'],
    ['1969-12-31T12:00:00Z', 0, 4, '1969-12-31'],
  ])('%s, %i minutes ahead of UTC, rolling over at %i, is %s', (time, offset, rollover, word) => {
    expect(dayWord(dayOf(at(time), offset, rollover))).toBe(word);
  });

  test('lasts 24 hours, whatever the offset and the rollover hour', () => {
    const any = {
      at: fc.integer({ min: -1e12, max: 4e12 }),
      offset: fc.integer({ min: -720, max: 840 }),
      hour: fc.integer({ min: 0, max: 12 }),
    };
    fc.assert(
      fc.property(any.at, any.offset, any.hour, (moment, offset, hour) => {
        expect(dayOf(moment + 86_400_000, offset, hour)).toBe(dayOf(moment, offset, hour) + 1);
      }),
    );
  });

  test('is read off a clock with the offset of that moment', () => {
    const clock = { now: () => at('2026-11-21T23:00:00Z'), ticks: () => 0, offset: () => 360 };
    expect(dayWord(dayNow(clock, 4))).toBe('2026-11-22');
  });
});

test('a day and its word name each other', () => {
  fc.assert(
    fc.property(fc.integer({ min: -10_000, max: 100_000 }), day => {
      expect(dayNamed(dayWord(day))).toBe(day);
    }),
  );
});

test.each(['2026-02-30', '2026-13-01', '26-12-18', 'tomorrow', '', '2026-12-18T00:00:00Z'])(
  '"%s" names no day',
  word => {
    expect(dayNamed(word)).toBeUndefined();
  },
);

test('days are shown as a learner would write them', () => {
  const day = dayNamed('2026-12-06') ?? 0;
  expect([dayAndMonth(day), weekdayAndDay(day)]).toEqual(['6 Dec', 'Sun 6']);
});
