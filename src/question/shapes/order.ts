import type { OrderResponse } from '../types.ts';
import { idsOf, unknownIds, type ResponseShape } from './types.ts';

/** `order`: every item in its place. */
export const order: ResponseShape<OrderResponse> = {
  order: ({ items }, chance) => ({ shown: chance.shuffle(items).map(item => item.id) }),
  refuse({ items }, answer) {
    const ids = idsOf(answer);
    if (ids.length !== items.length) return `Put all ${items.length} in order; ${ids.length} given.`;
    return unknownIds(ids, items);
  },
  grade({ items }, answer) {
    const ids = idsOf(answer);
    const right = ids.filter((id, index) => items[index]?.id === id);
    return { correct: right.length === items.length, right, wrong: ids.filter(id => !right.includes(id)) };
  },
  key: ({ items }) => ({ ids: items.map(item => item.id) }),
};
