import { expect, test } from 'vitest';
import { recommend, type Tries } from '../../src/stats/recommend.ts';
import { examOf } from '../support/rows.ts';

const exam = examOf({ heavy: 60, middle: 30, light: 10 });

/** So many first tries, so many of them right. */
const tries = (firstTries: number, firstRight: number): Tries => ({ firstTries, firstRight });

test('a learner without answers begins with the whole exam', () => {
  expect(recommend(exam, {}, 0)).toEqual({
    domain: undefined,
    why: 'A quiz over the whole exam, by weight.',
    command: 'cca quiz',
  });
});

test.each<[string, Record<string, Tries>, number, string | undefined, RegExp]>([
  [
    'the domain that few first tries say least about, for its weight',
    { heavy: tries(9, 9), light: tries(0, 0) },
    0,
    'middle',
    /^middle has 0 first tries and 30% of the exam/,
  ],
  [
    'a heavy domain with some tries before a light one with none',
    { heavy: tries(6, 6), middle: tries(8, 8) },
    0,
    'heavy',
    /^heavy has 6 first tries/,
  ],
  [
    'a domain that was tried once',
    { heavy: tries(8, 8), middle: tries(1, 1), light: tries(8, 8) },
    0,
    'middle',
    /^middle has 1 first try and 30% of the exam/,
  ],
  [
    'what was missed, once every domain has enough tries',
    { heavy: tries(8, 8), middle: tries(8, 8), light: tries(8, 8) },
    5,
    undefined,
    /^5 questions were answered wrong last time: ask them again/,
  ],
  [
    'the domain that costs most of the exam',
    { heavy: tries(10, 8), middle: tries(10, 5), light: tries(10, 0) },
    4,
    'middle',
    /^middle costs you most of the exam: 5 of 10 first tries right, 30% of it/,
  ],
])('what to do next is %s', (_what, counts, missed, domain, why) => {
  const next = recommend(exam, counts, missed);
  expect(next.why).toMatch(why);
  expect(next.domain).toBe(domain);
  expect(next.command).toBe(domain === undefined ? 'cca quiz --missed' : `cca quiz --domain ${domain}`);
});
