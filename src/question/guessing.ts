import { shapeOf } from './kinds/index.ts';
import type { Answer } from './types.ts';

/**
 * The chance of answering right with nothing but the screen to go by: one in so many options, in so many choices of the
 * number asked for, in so many orders. A typed line has none. `shown` is how many parts were shown.
 */
export function guessingFloor(kind: string, shown: number, answer: Answer): number {
  if (shown < 2) return 0;
  switch (shapeOf(kind)) {
    case 'one':
      return 1 / shown;
    case 'several':
      return 1 / choices(shown, 'ids' in answer ? answer.ids.length : 1);
    case 'order':
    case 'pairs':
      return 1 / orders(shown);
    case 'text':
    case undefined:
      return 0;
  }
}

const choices = (of: number, wanted: number): number => {
  const taken = Math.min(Math.max(wanted, 1), of - 1);
  return orders(of) / (orders(taken) * orders(of - taken));
};

const orders = (of: number): number => (of < 2 ? 1 : of * orders(of - 1));
