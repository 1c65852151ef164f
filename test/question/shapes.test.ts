import { describe, expect, test } from 'vitest';
import { grade, keyOf, refuse } from '../../src/question/shapes/index.ts';
import type { Answer } from '../../src/question/types.ts';
import { sample, sampleKinds, type SampleKind } from '../support/compiled.ts';

const ids = (...given: string[]): Answer => ({ ids: given });
const text = (given: string): Answer => ({ text: given });
const pairs = (...given: [string, string][]): Answer => ({ pairs: given });

describe('an answer that is not whole is refused in words', () => {
  test.each<[SampleKind, Answer, string]>([
    ['single', ids(), 'Choose one.'],
    ['single', ids('key', 'near'), 'Choose one.'],
    ['single', ids('nowhere'), '"nowhere" is not one of the choices: key, near, far.'],
    ['multiple', ids('key-1'), 'Choose 2; 1 chosen.'],
    ['multiple', ids('key-1', 'key-2', 'wrong-1'), 'Choose 2; 3 chosen.'],
    ['multiple', ids('key-1', 'key-1'), 'The same choice is given twice.'],
    ['multiple', ids('key-1', 'x'), '"x" is not one of the choices: key-1, key-2, wrong-1, wrong-2.'],
    ['true-false', ids('maybe'), '"maybe" is not one of the choices: true, false.'],
    ['fill-in', text('  '), 'Type an answer first.'],
    ['fill-in', text('x'.repeat(1001)), 'The answer has more than 1000 characters.'],
    ['ordering', ids('a', 'b'), 'Put all 3 in order; 2 given.'],
    ['ordering', ids('a', 'b', 'b'), 'The same choice is given twice.'],
    ['ordering', ids('a', 'b', 'd'), '"d" is not one of the choices: a, b, c.'],
    ['matching', pairs(['a', '1']), 'Match all 2; 1 matched.'],
    ['matching', pairs(['a', '1'], ['a', '2']), 'The same choice is given twice.'],
    ['matching', pairs(['a', '1'], ['b', '1']), 'The same choice is given twice.'],
    ['matching', pairs(['a', '1'], ['c', '2']), '"c" is not one of the choices: a, b.'],
    ['matching', pairs(['a', '1'], ['b', '4']), '"4" is not one of the choices: 1, 2, 3.'],
  ])('%s %j: %s', (kind, answer, words) => {
    expect(refuse(sample(kind).response, answer)).toBe(words);
  });

  test.each(sampleKinds)('%s refuses every answer of another shape', kind => {
    const { response } = sample(kind);
    const shape = Object.keys(keyOf(response))[0] as string;
    const others = [ids('key'), text('key'), pairs(['a', '1'])].filter(answer => !(shape in answer));
    expect(others.map(answer => refuse(response, answer))).toEqual([expect.any(String), expect.any(String)]);
  });
});

describe('a wrong answer is wrong as a whole, and each part has its own verdict', () => {
  test.each<[SampleKind, Answer, { right: string[]; wrong: string[] }]>([
    ['single', ids('near'), { right: [], wrong: ['near'] }],
    ['multiple', ids('key-2', 'wrong-1'), { right: ['key-2'], wrong: ['wrong-1'] }],
    ['multiple', ids('wrong-1', 'wrong-2'), { right: [], wrong: ['wrong-1', 'wrong-2'] }],
    ['true-false', ids('false'), { right: [], wrong: ['false'] }],
    ['fill-in', text('tool delete -n x'), { right: [], wrong: [] }],
    ['fill-in', text('tool list -n x'), { right: [], wrong: ['listed'] }],
    ['ordering', ids('b', 'a', 'c'), { right: ['c'], wrong: ['b', 'a'] }],
    ['ordering', ids('b', 'c', 'a'), { right: [], wrong: ['b', 'c', 'a'] }],
    ['matching', pairs(['a', '1'], ['b', '3']), { right: ['a'], wrong: ['b'] }],
    ['matching', pairs(['a', '2'], ['b', '1']), { right: [], wrong: ['a', 'b'] }],
  ])('%s %j: %j', (kind, answer, parts) => {
    expect(grade(sample(kind).response, answer)).toEqual({ correct: false, ...parts });
  });
});

describe('a right answer is right in every spelling and order that means the same', () => {
  test.each<[SampleKind, Answer, string[]]>([
    ['single', ids('key'), ['key']],
    ['multiple', ids('key-2', 'key-1'), ['key-2', 'key-1']],
    ['true-false', ids('true'), ['true']],
    ['fill-in', text('tool get -n=x'), []],
    ['ordering', ids('a', 'b', 'c'), ['a', 'b', 'c']],
    ['matching', pairs(['b', '2'], ['a', '1']), ['b', 'a']],
  ])('%s %j', (kind, answer, right) => {
    expect(grade(sample(kind).response, answer)).toEqual({ correct: true, right, wrong: [] });
  });
});

test.each<[SampleKind, Answer]>([
  ['single', ids('key')],
  ['multiple', ids('key-1', 'key-2')],
  ['true-false', ids('true')],
  ['fill-in', text('tool get --namespace x')],
  ['ordering', ids('a', 'b', 'c')],
  ['matching', pairs(['a', '1'], ['b', '2'])],
])('the key of a %s question is an answer that is taken and right', (kind, key) => {
  const { response } = sample(kind);
  expect(keyOf(response)).toEqual(key);
  expect(refuse(response, key)).toBeUndefined();
  expect(grade(response, key).correct).toBe(true);
});
