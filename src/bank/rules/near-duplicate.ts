import { isQuestion, type Question } from '../../question/types.ts';
import type { Placed } from '../parse.ts';
import { alikePairs, resemblance, shinglesOf } from '../resemblance.ts';
import type { Rule } from './types.ts';

/** Two words catch a changed name or number in a stem of a dozen words; longer shingles would miss it. */
const shingle = 2;
const limit = 0.7;

/**
 * Two questions whose stems are much the same, anywhere in the bank. What is asked of two different exhibits is two
 * questions, however alike the words.
 */
export const nearDuplicate: Rule = {
  name: 'near-duplicate',
  severity: 'warning',
  check({ placed }, report) {
    const asked = placed.flatMap(item => (isQuestion(item.entry) ? [{ item, question: item.entry }] : []));
    const pairs = alikePairs(
      asked.map(({ question }) => shinglesOf(question.stem, shingle)),
      limit,
    );
    const nearest = new Map<Asked, { other: Question; alike: number }>();
    for (const { a, b, alike } of pairs) {
      const [first, second] = [asked[a], asked[b]] as [Asked, Asked];
      const whole = Math.min(alike, exhibitsAlike(first.question, second.question));
      if (whole >= limit && whole > (nearest.get(second)?.alike ?? 0))
        nearest.set(second, { other: first.question, alike: whole });
    }
    for (const [{ item }, { other, alike }] of nearest)
      report(
        item,
        ['stem'],
        `is ${Math.round(alike * 100)}% the same as the stem of ${other.id} (${other.place.file}:${other.place.line}). Ask something else, or remove one.`,
      );
  },
};

interface Asked {
  readonly item: Placed;
  readonly question: Question;
}

const exhibitsAlike = (a: Question, b: Question): number =>
  resemblance(shinglesOf(shown(a), shingle), shinglesOf(shown(b), shingle));

const shown = ({ exhibits }: Question) => exhibits.map(({ text }) => text).join('\n');
