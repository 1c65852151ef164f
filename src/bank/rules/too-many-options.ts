import { isQuestion } from '../../question/types.ts';
import type { Rule } from './types.ts';

const most = 4;

/** Three good options measure as well as five (Rodriguez 2005); the fourth and later are rarely chosen by anyone. */
export const tooManyOptions: Rule = {
  name: 'too-many-options',
  severity: 'warning',
  check({ placed }, report) {
    for (const item of placed) {
      if (!isQuestion(item.entry)) continue;
      const { response } = item.entry;
      if (response.shape === 'one' && response.options.length > most)
        report(
          item,
          ['options', most],
          `is option ${most + 1} of ${response.options.length}; ${most} are enough. Leave out those that nobody would choose.`,
        );
    }
  },
};
