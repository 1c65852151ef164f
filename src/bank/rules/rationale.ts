import { isQuestion, type Question } from '../../question/types.ts';
import { containment, shinglesOf } from '../resemblance.ts';
import type { Rule } from './types.ts';

/** Characters. */
const [least, most] = [120, 900];

export const rationaleLength: Rule = {
  name: 'rationale-length',
  severity: 'warning',
  check({ placed }, report) {
    for (const item of placed) {
      if (!isQuestion(item.entry)) continue;
      const { length } = item.entry.rationale;
      if (length < least)
        report(
          item,
          ['rationale'],
          `has ${length} characters, under ${least}. Say why the key is right and what the others get wrong.`,
        );
      if (length > most)
        report(
          item,
          ['rationale'],
          `has ${length} characters, over ${most}. Keep what teaches; the page named in "sources" has the rest.`,
        );
    }
  },
};

const shingle = 3;
/** So much of a rationale found in the key and its reason teaches nothing that was not said there. */
const copied = 0.8;

export const rationaleCopiesKey: Rule = {
  name: 'rationale-copies-key',
  severity: 'warning',
  check({ placed }, report) {
    for (const item of placed) {
      if (!isQuestion(item.entry)) continue;
      const share = containment(
        shinglesOf(item.entry.rationale, shingle),
        shinglesOf(keyWords(item.entry), shingle),
      );
      if (share >= copied)
        report(
          item,
          ['rationale'],
          `repeats the key and its reason (${Math.round(share * 100)}% of it). Say what they do not: the mechanism, and when it matters.`,
        );
    }
  },
};

/** What the key says of itself, by shape. */
function keyWords({ response }: Question): string {
  switch (response.shape) {
    case 'one':
    case 'several':
      return response.options
        .filter(({ key }) => key)
        .map(({ text, why }) => `${text} ${why}`)
        .join(' ');
    case 'text':
      return `${response.answers[0]} ${response.why}`;
    case 'order':
      return response.items.map(({ text, why }) => `${text} ${why ?? ''}`).join(' ');
    case 'pairs':
      return [...response.left, ...response.right].map(({ text, why }) => `${text} ${why ?? ''}`).join(' ');
  }
}
