import type { ChoiceResponse, Flaw, Response, Zod } from '../types.ts';

/** The fields that `single` and `multiple` share. */
export const choiceFields = (z: Zod) => ({
  options: z
    .array(
      z.strictObject({
        id: z
          .string()
          .regex(/^[a-z0-9][a-z0-9.-]*$/)
          .describe('A short name, unique in the question, never reused, never a position'),
        text: z.string().min(1),
        key: z.boolean().optional().describe('true for a right option'),
        why: z.string().min(1).describe('Why it is right, or which misreading makes it wrong'),
        last: z.boolean().optional().describe('Stays below the shuffled options'),
      }),
    )
    .min(2)
    .max(6),
  shuffle: z.boolean().optional().describe('false keeps the written order'),
  waives: z
    .strictObject({ 'option-lengths': z.string().min(1).optional() })
    .optional()
    .describe('Rules of craft that a reader has let go here, each with the reason'),
});

interface WrittenChoice {
  options: { id: string; text: string; key?: boolean | undefined; why: string; last?: boolean | undefined }[];
  shuffle?: boolean | undefined;
}

export function choiceResponse(shape: 'one' | 'several', written: WrittenChoice): ChoiceResponse {
  return {
    shape,
    options: written.options.map(option => ({ ...option, key: option.key ?? false })),
    fixed: written.shuffle === false,
  };
}

/** How many of a choice's options are keys; 0 for a response of another shape. */
export const keyCount = (response: Response): number =>
  'options' in response ? response.options.filter(option => option.key).length : 0;

export function repeatedIds(path: string, items: readonly { id: string }[]): Flaw[] {
  return items.flatMap(({ id }, index) =>
    items.findIndex(other => other.id === id) < index
      ? [
          {
            rule: 'duplicate-option-id',
            path: [path, index],
            message: `"${id}" names two entries of this question. Give each an id of its own.`,
          },
        ]
      : [],
  );
}
