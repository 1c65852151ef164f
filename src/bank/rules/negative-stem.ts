import { isQuestion } from '../../question/types.ts';
import { withoutCode } from '../prose.ts';
import type { Rule } from './types.ts';

/**
 * What asks for the one that does not fit: a question word, or "all of the following", then a negation before anything that
 * begins a clause of its own. "Why does it not start?" and "what follows when it is not set?" do not ask that.
 */
const negative =
  /\b(?:which|what|who|where)\b(?:(?!\b(?:when|where|that|which|who|whose|if|because|why|while|once|so|although|but|unless)\b)[^?.,:;])*?\b(not|except|cannot|never|(?<!at )least)\b|\ball\b[^?.]*?\b(except)\b/i;

/** A stem that asks for what is wrong must say so loudly: readers skip a small "not". */
export const negativeStem: Rule = {
  name: 'negative-stem',
  severity: 'warning',
  check({ placed }, report) {
    for (const item of placed) {
      if (!isQuestion(item.entry)) continue;
      const word = negationIn(item.entry.stem);
      if (word !== undefined && word !== word.toUpperCase())
        report(
          item,
          ['stem'],
          `asks for what does not fit in small letters. Write ${wanted(word)}, or ask for what fits.`,
        );
    }
  },
};

function negationIn(stem: string): string | undefined {
  const questions = (withoutCode(stem).match(/[^.?!]+[.?!]?/g) ?? []).filter(sentence =>
    sentence.endsWith('?'),
  );
  const [, plain, except] = negative.exec(questions.at(-1) ?? '') ?? [];
  return plain ?? except;
}

const wanted = (word: string) =>
  word.toLowerCase() === 'cannot' ? '"can NOT" for "cannot"' : `"${word.toUpperCase()}" for "${word}"`;
