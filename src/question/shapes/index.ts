import type { Stream } from '../../rng.ts';
import type { Answer, Orders, Response, Shape } from '../types.ts';
import { choice } from './choice.ts';
import { order } from './order.ts';
import { pairs } from './pairs.ts';
import { text } from './text.ts';
import type { Grade, ResponseShape } from './types.ts';

export type { Grade } from './types.ts';

const shapes = { one: choice, several: choice, text, order, pairs } satisfies Record<
  Shape,
  ResponseShape<never>
>;

/** The row of the table for this response; the cast is safe because a row takes exactly the responses of its shape. */
const of = (response: Response) => shapes[response.shape] as ResponseShape;

export const drawOrders = (response: Response, chance: Stream): Orders =>
  of(response).order(response, chance);
export const refuse = (response: Response, answer: Answer): string | undefined =>
  of(response).refuse(response, answer);
export const grade = (response: Response, answer: Answer): Grade => of(response).grade(response, answer);
export const keyOf = (response: Response): Answer => of(response).key(response);
