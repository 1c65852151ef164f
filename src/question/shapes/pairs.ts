import type { PairsResponse } from '../types.ts';
import { unknownIds, type ResponseShape } from './types.ts';

/** `pairs`: every left item with its right one. */
export const pairs: ResponseShape<PairsResponse> = {
  order: ({ left, right }, chance) => ({
    shown: chance.shuffle(left).map(item => item.id),
    against: chance.shuffle(right).map(item => item.id),
  }),
  refuse({ left, right }, answer) {
    const given = 'pairs' in answer ? answer.pairs : [];
    if (given.length !== left.length) return `Match all ${left.length}; ${given.length} matched.`;
    return (
      unknownIds(
        given.map(pair => pair[0]),
        left,
      ) ??
      unknownIds(
        given.map(pair => pair[1]),
        right,
      )
    );
  },
  grade({ pairs: wanted }, answer) {
    const given = 'pairs' in answer ? answer.pairs : [];
    const right = given
      .filter(([left, match]) => wanted.some(pair => pair[0] === left && pair[1] === match))
      .map(pair => pair[0]);
    const wrong = given.map(pair => pair[0]).filter(id => !right.includes(id));
    return { correct: right.length === wanted.length, right, wrong };
  },
  key: ({ pairs: wanted }) => ({ pairs: wanted }),
};
