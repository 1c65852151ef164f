import type { QuestionKind, Zod } from '../types.ts';

const trueFalseFields = (z: Zod) => ({
  answer: z.boolean(),
  why: z
    .strictObject({ true: z.string().min(1), false: z.string().min(1) })
    .describe('Why each choice is right or wrong'),
});

/** A statement to judge. Shown as true, then false, always. */
export const trueFalse: QuestionKind<ReturnType<typeof trueFalseFields>> = {
  shape: 'one',
  interaction: 'true-false',
  fields: trueFalseFields,
  respond: written => ({
    shape: 'one',
    options: [
      { id: 'true', text: 'True', key: written.answer, why: written.why.true },
      { id: 'false', text: 'False', key: !written.answer, why: written.why.false },
    ],
    fixed: true,
  }),
  flaws: () => [],
};
