import { kinds } from '../../question/kinds/index.ts';
import { isQuestion, type QuestionKind } from '../../question/types.ts';
import type { Rule } from './types.ts';

/** The faults that each kind finds in its own response, one rule for each name a kind may report. */
export const kindFlaws: readonly Rule[] = [
  'no-key',
  'two-keys',
  'no-distractor',
  'duplicate-option-id',
  'pattern',
].map(name => ({
  name,
  severity: 'error',
  check({ placed }, report) {
    for (const item of placed) {
      if (!isQuestion(item.entry)) continue;
      const kind = (kinds as Record<string, QuestionKind>)[item.entry.kind];
      for (const flaw of kind?.flaws(item.entry.response) ?? [])
        if (flaw.rule === name) report(item, flaw.path, flaw.message);
    }
  },
}));
