import { expect, test } from 'vitest';
import { exposure, type Seen } from '../../src/draw/exposure.ts';
import type { Draft } from '../../src/events/events.ts';
import {
  answered,
  aSecondApart,
  beginning,
  flagged,
  graded,
  grown,
  shown,
  skipped,
  started,
} from '../support/events.ts';

const wrong = { correct: false };
const guessed = { guess: true };
const drawing = (...questions: string[]): Draft =>
  started({ seats: questions.map(question => ({ question, revision: 1, shown: [] })) });

/** What history says of question `q` after these events, a second apart. */
const seenAfter = (...drafts: Draft[]): Seen | undefined =>
  grown(exposure, aSecondApart(...drafts))['test-exam']?.['q'];

const at = (second: number) => new Date(beginning + second * 1000).toISOString();

test.each<[string, Draft[], Seen | undefined]>([
  ['never met', [drawing('other')], undefined],
  ['drawn but never shown', [drawing('q')], {}],
  ['shown', [drawing('q'), shown('q')], { first: 's1', last: at(1) }],
  ['skipped', [drawing('q'), shown('q'), skipped('q')], { first: 's1', last: at(2) }],
  ['answered right', [answered('q')], { first: 's1', last: at(0), answer: 'right' }],
  ['answered wrong', [answered('q', wrong)], { first: 's1', last: at(0), answer: 'wrong' }],
  ['answered right by a guess', [answered('q', guessed)], { first: 's1', last: at(0), answer: 'guessed' }],
  [
    'answered wrong by a guess',
    [answered('q', { ...wrong, ...guessed })],
    { first: 's1', last: at(0), answer: 'wrong' },
  ],
  [
    'answered wrong, then right in another session',
    [answered('q', wrong), shown('q', 's2'), answered('q', { session: 's2' })],
    { first: 's1', last: at(2), answer: 'right' },
  ],
  [
    'shown by cca bank show',
    [{ type: 'question-revealed', bank: 'test-exam', question: 'q' }],
    { first: '-', last: at(0) },
  ],
  ...(['options', 'back'] as const).map((seenPart): [string, Draft[], Seen] => [
    `whose ${seenPart} a card showed`,
    [{ type: 'card-revealed', session: 's1', bank: 'test-exam', question: 'q', part: seenPart }],
    { first: 's1', last: at(0) },
  ]),
  ['graded as a card, and not revealed', [graded('q')], undefined],
  ['flagged', [shown('q'), flagged('q')], { first: 's1', last: at(0), flagged: true }],
  ['flagged and cleared', [flagged('q'), flagged('q', false)], { flagged: false }],
  [
    'left before it came up',
    [drawing('other', 'q'), shown('other'), { type: 'session-paused', session: 's1' }],
    {},
  ],
])('a question %s', (_what, drafts, seen) => {
  expect(seenAfter(...drafts)).toEqual(seen);
});

test('two banks may use the same question ids', () => {
  const events = aSecondApart(answered('q'), answered('q', { bank: 'other-exam' }));
  expect(Object.keys(grown(exposure, events))).toEqual(['test-exam', 'other-exam']);
});

test('a question may be called what JavaScript calls something of its own', () => {
  const events = aSecondApart(shown('constructor'), answered('constructor'));
  expect(JSON.parse(JSON.stringify(grown(exposure, events)))).toEqual({
    'test-exam': { constructor: { first: 's1', last: at(1), answer: 'right' } },
  });
});
