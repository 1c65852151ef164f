import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { alikePairs, containment, resemblance, shinglesOf, wordsOf } from '../../src/bank/resemblance.ts';

test('words are lower case, without the signs around them but with those inside', () => {
  expect(wordsOf('The `app=api` Pods, (in kube-system)…')).toEqual([
    'the',
    'app=api',
    'pods',
    'in',
    'kube-system',
  ]);
});

test('shingles are runs of words, each once; a text shorter than a run is one', () => {
  expect([...shinglesOf('a b a b a', 2)]).toEqual(['a b', 'b a']);
  expect([...shinglesOf('a', 2)]).toEqual(['a']);
  expect([...shinglesOf(' , ', 2)]).toEqual([]);
});

test('resemblance and containment are shares of what is common', () => {
  const [abc, bcd] = [new Set(['a', 'b', 'c']), new Set(['b', 'c', 'd'])];
  expect(resemblance(abc, bcd)).toBe(0.5);
  expect(containment(abc, bcd)).toBeCloseTo(2 / 3);
  expect(resemblance(new Set(), new Set())).toBe(1);
  expect(containment(new Set(), abc)).toBe(0);
});

test('the quick search for alike pairs finds what comparing every pair finds', () => {
  const set = fc
    .array(fc.constantFrom(...'abcdefgh'), { maxLength: 8 })
    .map(signs => new Set(signs) as ReadonlySet<string>);
  fc.assert(
    fc.property(fc.array(set, { maxLength: 12 }), fc.constantFrom(0.3, 0.5, 0.7, 1), (sets, limit) => {
      const slow = sets.flatMap((right, b) =>
        sets.slice(0, b).flatMap((left, a) => {
          const alike = resemblance(left, right);
          return left.size > 0 && alike >= limit ? [{ a, b, alike }] : [];
        }),
      );
      const inOrder = (pairs: typeof slow) => pairs.toSorted((x, y) => x.b - y.b || x.a - y.a);
      expect(inOrder(alikePairs(sets, limit))).toEqual(inOrder(slow));
    }),
  );
});
