import type { QuestionKind } from '../types.ts';
import { choiceFields, choiceResponse, keyCount, repeatedIds } from './choice.ts';

/** One right option. */
export const single: QuestionKind<ReturnType<typeof choiceFields>> = {
  shape: 'one',
  interaction: 'choice',
  fields: choiceFields,
  respond: written => choiceResponse('one', written),
  flaws(response) {
    if (!('options' in response)) return [];
    const keys = keyCount(response);
    const path = ['options'];
    const repeated = repeatedIds('options', response.options);
    if (keys === 1) return repeated;
    const flaw =
      keys === 0
        ? { rule: 'no-key', path, message: 'no option is the key. Write "key: true" on the right one.' }
        : {
            rule: 'two-keys',
            path,
            message: `${keys} options are keys. Leave "key: true" on one, or make the kind "multiple".`,
          };
    return [flaw, ...repeated];
  },
};
