import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { chanceOfAtLeast, neededRight, scoreChances } from '../../src/stats/pass-chance.ts';

const same = (chance: number, times: number) => Array<number>(times).fill(chance);

test.each([
  [0.65, 0.07],
  [0.75, 0.57],
  [0.8, 0.87],
  [0.85, 0.99],
])('who knows %d of 60 questions passes at 45 with a chance of %d', (known, chance) => {
  expect(chanceOfAtLeast(45, scoreChances(same(known, 60)))).toBeCloseTo(chance, 2);
});

test('chances of scores are those found by going through every way to answer', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 8 }), chances => {
      const scores = Array<number>(chances.length + 1).fill(0);
      for (let way = 0; way < 2 ** chances.length; way++) {
        const right = chances.map((_, i) => ((way >> i) & 1) === 1);
        const chance = chances.reduce((all, p, i) => all * (right[i] ? p : 1 - p), 1);
        const score = right.filter(Boolean).length;
        scores[score] = (scores[score] ?? 0) + chance;
      }
      const found = scoreChances(chances);
      scores.forEach((chance, score) => expect(found[score]).toBeCloseTo(chance, 9));
    }),
  );
});

test('a pass mark that falls between two scores takes the higher', () => {
  expect([neededRight(60, 75), neededRight(10, 75), neededRight(15, 60)]).toEqual([45, 8, 9]);
});
