import type { Stream } from '../../rng.ts';
import type { Answer, Orders, Response } from '../types.ts';

/** What grading says: right or wrong as a whole, and each part's own verdict by id. */
export interface Grade {
  readonly correct: boolean;
  readonly right: readonly string[];
  readonly wrong: readonly string[];
}

/**
 * A response shape: how its parts are ordered for a session, when an answer is whole, and how it is graded. The table is
 * in `shapes/index.ts`; every front end implements every shape.
 */
export interface ResponseShape<R extends Response = Response> {
  /** Orders drawn uniformly from the stream; an order that carries meaning is kept. */
  order(response: R, chance: Stream): Orders;
  /** Why an answer cannot be graded, in words for the learner, or undefined when it can. */
  refuse(response: R, answer: Answer): string | undefined;
  /** Grades an answer that is not refused. */
  grade(response: R, answer: Answer): Grade;
  /** The right answer. */
  key(response: R): Answer;
}

/** The ids of an answer; none for an answer of another shape. */
export const idsOf = (answer: Answer): readonly string[] => ('ids' in answer ? answer.ids : []);

export function unknownIds(ids: readonly string[], known: readonly { id: string }[]): string | undefined {
  const stranger = ids.find(id => !known.some(item => item.id === id));
  if (stranger !== undefined)
    return `"${stranger}" is not one of the choices: ${known.map(item => item.id).join(', ')}.`;
  return new Set(ids).size < ids.length ? 'The same choice is given twice.' : undefined;
}
