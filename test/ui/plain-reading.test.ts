import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keyOf } from '../../src/question/shapes/index.ts';
import type { QuestionView } from '../../src/session/view.ts';
import { viewOf } from '../../src/session/view.ts';
import { readAnswer } from '../../src/ui/plain/reading.ts';
import { sample, type SampleKind } from '../support/compiled.ts';
import { quizOf } from '../support/sessions.ts';
import { anyText } from '../support/texts.ts';

/** What a learner sees of a sample question, its choices in the order written. */
const asked = (kind: SampleKind) => (viewOf(quizOf([sample(kind)])) as QuestionView).response;

describe('a line is read as an answer', () => {
  test.each<[SampleKind, string, object]>([
    ['single', 'b', { ids: ['near'] }],
    ['single', ' B ', { ids: ['near'] }],
    ['single', '2', { ids: ['near'] }],
    ['single', 'a b', { ids: ['key', 'near'] }],
    ['true-false', 'a', { ids: ['true'] }],
    ['true-false', 'true', { ids: ['true'] }],
    ['true-false', 'False', { ids: ['false'] }],
    ['multiple', 'a c', { ids: ['key-1', 'wrong-1'] }],
    ['multiple', 'a,c', { ids: ['key-1', 'wrong-1'] }],
    ['multiple', 'a, c;', { ids: ['key-1', 'wrong-1'] }],
    ['multiple', 'ac', { ids: ['key-1', 'wrong-1'] }],
    ['multiple', '1 3', { ids: ['key-1', 'wrong-1'] }],
    ['multiple', '13', { ids: ['key-1', 'wrong-1'] }],
    ['multiple', 'a 3', { ids: ['key-1', 'wrong-1'] }],
    ['ordering', '3 1 2', { ids: ['c', 'a', 'b'] }],
    ['ordering', 'c a b', { ids: ['c', 'a', 'b'] }],
    ['ordering', 'cab', { ids: ['c', 'a', 'b'] }],
    [
      'matching',
      '1c 2a',
      {
        pairs: [
          ['a', '3'],
          ['b', '1'],
        ],
      },
    ],
    [
      'matching',
      '2A,1C',
      {
        pairs: [
          ['b', '1'],
          ['a', '3'],
        ],
      },
    ],
    [
      'matching',
      '1=c 2=a',
      {
        pairs: [
          ['a', '3'],
          ['b', '1'],
        ],
      },
    ],
    [
      'matching',
      '1:c 2-a',
      {
        pairs: [
          ['a', '3'],
          ['b', '1'],
        ],
      },
    ],
    ['fill-in', ' tool get -n x ', { text: 'tool get -n x' }],
    ['fill-in', '"skip"', { text: 'skip' }],
    ['fill-in', "'quit'", { text: 'quit' }],
    ['fill-in', 'tool get "my things"', { text: 'tool get "my things"' }],
    ['fill-in', '"tool" get "things"', { text: '"tool" get "things"' }],
    ['fill-in', '"', { text: '"' }],
  ])('%s %j', (kind, line, answer) => {
    expect(readAnswer(line, asked(kind))).toEqual({ answer });
  });
});

describe('a line that is no answer says what was expected', () => {
  test.each<[SampleKind, string[], string]>([
    [
      'single',
      ['', 'd', '4', '0', 'ad', '?', 'the right one', '1.', '-1'],
      'Type one letter or digit: a to c, or 1 to 3.',
    ],
    ['true-false', ['', 'c', 'yes', 't'], 'Type one letter or digit: a to b, or 1 to 2.'],
    [
      'multiple',
      ['', 'e', '5', 'a e', 'a and c'],
      'Type 2 letters, such as: a c. They are a to d, or 1 to 4.',
    ],
    [
      'ordering',
      ['', '1 2 4', 'a b d', '123 4'],
      'Type all 3 in order, such as: 3 1 2. They are a to c, or 1 to 3.',
    ],
    [
      'matching',
      ['', 'a1', '1', 'c', '1d', '3a', '1c 2', '1 c'],
      'Type 2 pairs of a digit and a letter, such as: 1c 2a 3b.',
    ],
    ['fill-in', ['', '   '], 'Type the answer, or skip.'],
  ])('%s %j', (kind, lines, expected) => {
    for (const line of lines) expect(readAnswer(line, asked(kind)), line).toEqual({ expected });
  });
});

test.each<[SampleKind, string]>([
  ['single', 'a'],
  ['multiple', 'a b'],
  ['true-false', 'a'],
  ['fill-in', 'tool get --namespace x'],
  ['ordering', '1 2 3'],
  ['matching', '1a 2b'],
])('the key of a %s question can be typed', (kind, line) => {
  expect(readAnswer(line, asked(kind))).toEqual({ answer: keyOf(sample(kind).response) });
});

test('whatever is typed gives an answer or says what was expected', () => {
  const kinds: SampleKind[] = ['single', 'multiple', 'true-false', 'fill-in', 'ordering', 'matching'];
  fc.assert(
    fc.property(fc.constantFrom(...kinds), anyText(), (kind, line) => {
      const view = asked(kind);
      const reading = readAnswer(line, view);
      if ('expected' in reading) return;
      const ids = 'ids' in reading.answer ? reading.answer.ids : [];
      for (const id of ids) expect(view.items.map(item => item.id)).toContain(id);
    }),
  );
});
