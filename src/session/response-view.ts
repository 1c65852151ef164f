import { grade, keyOf } from '../question/shapes/index.ts';
import type { Answer, Item, Response, Shape } from '../question/types.ts';
import type { Seat } from './session.ts';

/** What a front end may know of the choices: texts and ids in the order shown, never which are keys. */
export interface ResponseView {
  readonly shape: Shape;
  /** How many to choose, put in order or match; 1 for a typed line. */
  readonly wanted: number;
  readonly items: readonly { readonly id: string; readonly text: string }[];
  /** The right-hand side of `pairs`. */
  readonly against: readonly { readonly id: string; readonly text: string }[];
}

/** A reason for one choice: its mark says whether it is a key and whether the learner took it. */
export interface Reason {
  readonly id: string;
  readonly text: string;
  readonly why: string | undefined;
  readonly isKey: boolean;
  readonly chosen: boolean;
}

/** The choices in the order drawn. */
export function responseView(response: Response, orders: Seat['orders']): ResponseView {
  const { shape } = response;
  const inOrder = (items: readonly Item[], ids: readonly string[] = []) =>
    ids.flatMap(id => items.filter(item => item.id === id)).map(({ id, text }) => ({ id, text }));
  switch (response.shape) {
    case 'one':
    case 'several':
      return {
        shape,
        wanted: response.options.filter(option => option.key).length,
        items: inOrder(response.options, orders.shown),
        against: [],
      };
    case 'text':
      return { shape, wanted: 1, items: [], against: [] };
    case 'order':
      return {
        shape,
        wanted: response.items.length,
        items: inOrder(response.items, orders.shown),
        against: [],
      };
    case 'pairs':
      return {
        shape,
        wanted: response.left.length,
        items: inOrder(response.left, orders.shown),
        against: inOrder(response.right, orders.against),
      };
  }
}

/** Why each choice is right or wrong, in the order shown. */
export function reasonsFor(response: Response, answer: Answer, shown: ResponseView): Reason[] {
  const ids = 'ids' in answer ? answer.ids : [];
  switch (response.shape) {
    case 'one':
    case 'several':
      return shown.items.flatMap(({ id }) =>
        response.options
          .filter(option => option.id === id)
          .map(({ text, why, key }) => ({ id, text, why, isKey: key, chosen: ids.includes(id) })),
      );
    case 'text': {
      const typed = grade(response, answer).wrong;
      const key = keyOf(response);
      const right = {
        id: 'key',
        text: 'text' in key ? key.text : '',
        why: response.why,
        isKey: true,
        chosen: false,
      };
      const mistakes = response.mistakes.filter(mistake => typed.includes(mistake.id));
      return [right, ...mistakes.map(({ id, text, why }) => ({ id, text, why, isKey: false, chosen: true }))];
    }
    case 'order':
      return response.items.map(({ id, text, why }, index) => ({
        id,
        text,
        why,
        isKey: true,
        chosen: ids[index] === id,
      }));
    case 'pairs': {
      const given = new Map('pairs' in answer ? answer.pairs : []);
      return response.left.map(({ id, text, why }) => {
        const right = response.pairs.find(pair => pair[0] === id)?.[1];
        const match = response.right.find(item => item.id === right)?.text ?? '';
        return { id, text: `${text} = ${match}`, why, isKey: true, chosen: given.get(id) === right };
      });
    }
  }
}
