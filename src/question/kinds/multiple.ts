import type { QuestionKind } from '../types.ts';
import { choiceFields, choiceResponse, keyCount, repeatedIds } from './choice.ts';

/** Two or more right options, all or nothing as in the exam. */
export const multiple: QuestionKind<ReturnType<typeof choiceFields>> = {
  shape: 'several',
  interaction: 'choice',
  fields: choiceFields,
  respond: written => choiceResponse('several', written),
  flaws(response) {
    if (!('options' in response)) return [];
    const keys = keyCount(response);
    const path = ['options'];
    const flaws = repeatedIds('options', response.options);
    if (keys < 2)
      flaws.push({
        rule: 'no-key',
        path,
        message: `${keys} of the options is a key; "multiple" needs two or more. Mark them with "key: true", or make the kind "single".`,
      });
    if (keys === response.options.length)
      flaws.push({ rule: 'no-distractor', path, message: 'every option is a key. Add one that is wrong.' });
    return flaws;
  },
};
