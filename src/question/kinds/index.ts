import type { QuestionKind, Shape } from '../types.ts';
import { fillIn } from './fill-in.ts';
import { matching } from './matching.ts';
import { multiple } from './multiple.ts';
import { ordering } from './ordering.ts';
import { single } from './single.ts';
import { trueFalse } from './true-false.ts';

/** Every kind that a quiz can ask, by the name it has in YAML. */
export const kinds = {
  single,
  multiple,
  'true-false': trueFalse,
  'fill-in': fillIn,
  ordering,
  matching,
} satisfies Record<string, QuestionKind>;

export type KindName = keyof typeof kinds;

export const kindNames = Object.keys(kinds) as KindName[];

/** The kinds whose answers are marks on options: what an exam can ask, since a mark stays and can be changed. */
export const markedKinds = kindNames.filter(name => ['one', 'several'].includes(kinds[name].shape));

/** The shape of a kind's answers; undefined for a kind that only a newer program knows. */
export const shapeOf = (kind: string): Shape | undefined =>
  Object.hasOwn(kinds, kind) ? kinds[kind as KindName].shape : undefined;
