import type { Rule } from './types.ts';
import { choicesOf } from './choices.ts';

/** Two options that say the same: both would have to be right. */
export const repeatedOption: Rule = {
  name: 'repeated-option',
  severity: 'warning',
  check({ placed }, report) {
    for (const item of placed) {
      const seen = new Map<string, string>();
      for (const { path, text } of choicesOf(item.entry)) {
        const same = normalised(text);
        const first = seen.get(same);
        if (first === undefined) seen.set(same, text.trim());
        else report(item, path, `says the same as "${first}". Write something else, or leave it out.`);
      }
    }
  },
};

/** Code keeps its capitals, which mean something there; prose does not, nor the point at its end. */
const normalised = (text: string): string =>
  text
    .split('`')
    .map((part, index) => (index % 2 === 0 ? part.toLowerCase() : part))
    .join('')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.]$/, '');
