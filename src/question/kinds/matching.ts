import type { Flaw, QuestionKind, Zod } from '../types.ts';
import { repeatedIds } from './choice.ts';

const side = (z: Zod) => z.strictObject({ id: z.string().min(1), text: z.string().min(1) });

const matchingFields = (z: Zod) => ({
  pairs: z
    .array(z.strictObject({ left: side(z), right: side(z), why: z.string().min(1) }))
    .min(2)
    .max(7),
  distractors: z
    .array(z.strictObject({ id: z.string().min(1), text: z.string().min(1), why: z.string().min(1) }))
    .max(4)
    .optional()
    .describe('Right-hand entries that match nothing'),
});

/** Left-hand items to pair with right-hand ones. */
export const matching: QuestionKind<ReturnType<typeof matchingFields>> = {
  shape: 'pairs',
  interaction: 'matching',
  fields: matchingFields,
  respond: written => ({
    shape: 'pairs',
    left: written.pairs.map(pair => ({ ...pair.left, why: pair.why })),
    right: [...written.pairs.map(pair => pair.right), ...(written.distractors ?? [])],
    pairs: written.pairs.map(pair => [pair.left.id, pair.right.id] as const),
  }),
  flaws: response =>
    response.shape === 'pairs'
      ? [
          ...repeatedIds('pairs', response.left),
          ...repeatedIds('pairs', response.right).map(flaw => atDistractor(flaw, response.pairs.length)),
        ]
      : [],
};

/** The right-hand side lists the pairs first and then the distractors. */
function atDistractor(flaw: Flaw, pairs: number): Flaw {
  const index = Number(flaw.path[1]);
  return index < pairs ? flaw : { ...flaw, path: ['distractors', index - pairs] };
}
