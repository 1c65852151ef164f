import { expand, PatternError } from '../pattern.ts';
import { repeatedIds } from './choice.ts';
import type { Flaw, QuestionKind, Zod } from '../types.ts';

const pattern = (z: Zod) =>
  z.string().min(1).describe('Words with {a|b} for either, [optional] and <any> for any one word');

const fillInFields = (z: Zod) => ({
  input: z.enum(['command', 'term']),
  answers: z.array(pattern(z)).min(1).describe('The first is shown as the key'),
  mistakes: z
    .array(z.strictObject({ id: z.string().min(1), text: pattern(z), why: z.string().min(1) }))
    .optional()
    .describe('Wrong entries that deserve an explanation of their own'),
  why: z.string().min(1),
});

/** A typed command or term. */
export const fillIn: QuestionKind<ReturnType<typeof fillInFields>> = {
  shape: 'text',
  interaction: 'fill-in',
  fields: fillInFields,
  respond: written => ({
    shape: 'text',
    input: written.input,
    answers: written.answers,
    mistakes: written.mistakes ?? [],
    why: written.why,
    flags: [],
  }),
  flaws(response) {
    if (response.shape !== 'text') return [];
    return [
      ...repeatedIds('mistakes', response.mistakes),
      ...response.answers.flatMap((answer, index) => unreadable(answer, ['answers', index])),
      ...response.mistakes.flatMap((mistake, index) => unreadable(mistake.text, ['mistakes', index, 'text'])),
    ];
  },
};

function unreadable(written: string, path: (string | number)[]): Flaw[] {
  try {
    expand(written);
    return [];
  } catch (error) {
    if (error instanceof PatternError) return [{ rule: 'pattern', path, message: error.message }];
    throw error;
  }
}
