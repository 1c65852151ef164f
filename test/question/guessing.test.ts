import { expect, test } from 'vitest';
import { guessingFloor } from '../../src/question/guessing.ts';

const ids = (...chosen: string[]) => ({ ids: chosen });

test.each([
  ['one of four options', 'single', 4, ids('a'), 1 / 4],
  ['true or false', 'true-false', 2, ids('true'), 1 / 2],
  ['two of five options', 'multiple', 5, ids('a', 'b'), 1 / 10],
  ['three things in order', 'ordering', 3, ids('a', 'b', 'c'), 1 / 6],
  ['a typed line', 'fill-in', 0, { text: 'x' }, 0],
  ['a kind that only a newer program knows', 'riddle', 4, ids('a'), 0],
])('blind luck with %s', (_what, kind, shown, answer, floor) => {
  expect(guessingFloor(kind, shown, answer)).toBeCloseTo(floor, 12);
});
