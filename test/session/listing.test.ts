import { expect, test } from 'vitest';
import type { Draft } from '../../src/events/events.ts';
import { isUnfinished, sessionListing, unfinished } from '../../src/session/listing.ts';
import {
  answered,
  aSecondApart,
  finished,
  graded,
  grown,
  shown,
  skipped,
  started,
} from '../support/events.ts';

const seat = (question: string) => ({ question, revision: 1, shown: ['key'] });
const quiz = started({ seats: [seat('a'), seat('b')] });

const listedAfter = (...drafts: Draft[]) => grown(sessionListing, aSecondApart(quiz, ...drafts))['s1'];

test.each<[string, Draft[], { answered: number; right: number; open: number }, boolean]>([
  ['just started', [shown('a')], { answered: 0, right: 0, open: 2 }, true],
  ['half answered', [answered('a')], { answered: 1, right: 1, open: 1 }, true],
  [
    'paused',
    [answered('a', { correct: false }), { type: 'session-paused', session: 's1' }],
    { answered: 1, right: 0, open: 1 },
    true,
  ],
  [
    'answered to the end, and killed before it was said',
    [answered('a'), answered('b')],
    { answered: 2, right: 2, open: 0 },
    false,
  ],
  ['with a question skipped once', [answered('a'), skipped('b')], { answered: 1, right: 1, open: 1 }, true],
  [
    'with a question skipped for good',
    [answered('a'), skipped('b'), skipped('b')],
    { answered: 1, right: 1, open: 0 },
    false,
  ],
  ['finished', [answered('a'), answered('b'), finished(2, 2)], { answered: 2, right: 2, open: 0 }, false],
  ['ended as it stood', [answered('a'), finished(1, 1)], { answered: 1, right: 1, open: 1 }, false],
  [
    'with events of another',
    [answered('a', { session: 's2' }), finished(0, 0, 's2')],
    { answered: 0, right: 0, open: 2 },
    true,
  ],
])('a session %s', (_what, drafts, counts, isOpen) => {
  const listed = listedAfter(...drafts);
  expect(listed).toMatchObject({ id: 's1', mode: 'quiz', of: 2, seed: 'seed', ...counts });
  expect(listed && isUnfinished(listed)).toBe(isOpen);
});

test('unfinished sessions come newest first, by when something last happened in them', () => {
  const state = grown(
    sessionListing,
    aSecondApart(
      quiz,
      started({ session: 's2' }),
      started({ session: 's3' }),
      finished(0, 0, 's3'),
      shown('a'),
    ),
  );
  expect(unfinished(state).map(({ id }) => id)).toEqual(['s1', 's2']);
});

test('a session of a mode that a newer program brings is listed, but not offered to resume', () => {
  const state = grown(sessionListing, aSecondApart(started({ mode: 'drill' }), shown('q')));
  expect(state['s1']).toMatchObject({ mode: 'drill' });
  expect(unfinished(state)).toEqual([]);
});

test('events whose session began in a journal that is not here yet are left out', () => {
  expect(grown(sessionListing, aSecondApart(answered('a'), finished()))).toEqual({});
});

test.each(['flashcards', 'cram'])(
  '%s: grades are counted apart from answers, and what was killed is not offered to resume',
  mode => {
    const undone: Draft = {
      type: 'grade-undone',
      session: 's1',
      bank: 'test-exam',
      question: 'b',
      revision: 1,
      event: 'id',
    };
    const state = grown(
      sessionListing,
      aSecondApart(
        started({ mode, seats: [seat('a'), seat('b')] }),
        graded('a', { mode }),
        graded('b', { mode }),
        undone,
      ),
    );
    expect(state['s1']).toMatchObject({ graded: 1, answered: 0, right: 0, finished: false });
    expect(unfinished(state)).toEqual([]);
  },
);
