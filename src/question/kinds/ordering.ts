import type { QuestionKind, Zod } from '../types.ts';
import { repeatedIds } from './choice.ts';

const orderingFields = (z: Zod) => ({
  items: z
    .array(
      z.strictObject({ id: z.string().min(1), text: z.string().min(1), why: z.string().min(1).optional() }),
    )
    .min(3)
    .max(7)
    .describe('In the right order'),
});

/** Items to bring into order. */
export const ordering: QuestionKind<ReturnType<typeof orderingFields>> = {
  shape: 'order',
  interaction: 'sequencing',
  fields: orderingFields,
  respond: written => ({ shape: 'order', items: written.items }),
  flaws: response => (response.shape === 'order' ? repeatedIds('items', response.items) : []),
};
