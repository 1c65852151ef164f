import { isQuestion } from '../../question/types.ts';
import { asShown } from '../prose.ts';
import type { Rule } from './types.ts';

/** Characters; shorter options are names and numbers, whose length nobody chooses. */
const shortest = 20;
const widestRatio = 1.6;

/** The longest option is the likeliest key in most banks: options of like length give nothing away. */
export const optionLengths: Rule = {
  name: 'option-lengths',
  severity: 'warning',
  check({ placed }, report) {
    for (const item of placed) {
      if (!isQuestion(item.entry) || !('options' in item.entry.response) || isWaived(item.written)) continue;
      const lengths = item.entry.response.options.map(({ text }) => asShown(text).length);
      const counted = lengths.filter(length => length >= shortest);
      const [least, most] = [Math.min(...counted), Math.max(...counted)];
      if (counted.length > 1 && most > least * widestRatio)
        report(
          item,
          ['options', lengths.indexOf(most), 'text'],
          `has ${most} characters where another option has ${least}, over ${widestRatio} times as many. Write options of like length, or say why not with "waives: {option-lengths: …}".`,
        );
    }
  },
};

const isWaived = (written: Readonly<Record<string, unknown>>) =>
  typeof (written['waives'] as { 'option-lengths'?: unknown } | undefined)?.['option-lengths'] === 'string';
