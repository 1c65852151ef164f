import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Event } from '../../src/events/events.ts';
import type { Action } from '../../src/session/action.ts';
import { decide } from '../../src/session/decide.ts';
import { evolve } from '../../src/session/evolve.ts';
import type { Session } from '../../src/session/session.ts';
import { viewOf } from '../../src/session/view.ts';
import { entryOf } from '../support/banks.ts';
import { questionsOf } from '../support/compiled.ts';
import { beginning, finished, shown, stamped } from '../support/events.ts';
import { quizOf } from '../support/sessions.ts';

const four = questionsOf(...['a', 'b', 'c', 'd'].map(name => entryOf.single(`birds-air-${name}`)));

const action = fc.oneof(
  fc.record({
    type: fc.constant('answer' as const),
    answer: fc.record({ ids: fc.subarray(['key', 'near', 'far']) }),
    guess: fc.boolean(),
  }),
  fc.constantFrom<Action>(
    { type: 'continue' },
    { type: 'continue' },
    { type: 'skip' },
    { type: 'flag' },
    { type: 'leave' },
    { type: 'report', note: 'odd' },
  ),
);

/** Plays actions on a quiz, those that are refused left out; gives where it stands and what was saved. */
function play(actions: readonly Action[]): { session: Session; saved: Event[] } {
  const saved: Event[] = [];
  let session = quizOf(four);
  for (const [i, each] of actions.entries()) {
    const decision = decide(session, each, beginning + i * 1000);
    if ('refused' in decision) continue;
    const stamps = decision.events.map(draft => stamped(draft, beginning + i * 1000));
    saved.push(...stamps);
    session = stamps.reduce(evolve, session);
  }
  return { session, saved };
}

test('a session folded from its saved events is the session that was played', () => {
  fc.assert(
    fc.property(fc.array(action, { maxLength: 40 }), actions => {
      const { session, saved } = play(actions);
      expect(saved.reduce(evolve, quizOf(four))).toEqual(session);
    }),
  );
});

test('whatever is done, no question is answered twice, lost, or asked more than twice', () => {
  fc.assert(
    fc.property(fc.array(action, { maxLength: 60 }), actions => {
      const { session, saved } = play(actions);
      const answered = saved.flatMap(event => (event.type === 'question-answered' ? [event.question] : []));
      expect(new Set(answered).size).toBe(answered.length);
      expect(session.outcomes.size).toBe(answered.length);
      for (const { id } of four)
        expect(
          saved.filter(event => event.type === 'question-skipped' && event.question === id).length,
        ).toBeLessThanOrEqual(2);
      const gone = [...session.skips.values()].filter(skips => skips > 1).length;
      expect(session.queue.length + session.outcomes.size + gone).toBe(four.length);
      expect(saved.filter(event => event.type === 'session-finished').length).toBeLessThanOrEqual(1);
    }),
  );
});

test('a verdict is shown as it was saved, also when the program would judge otherwise today', () => {
  const saved = stamped({
    type: 'question-answered',
    session: 'session1',
    mode: 'quiz',
    bank: 'test-exam',
    question: 'birds-air-a',
    revision: 1,
    domain: 'birds',
    objective: 'flight',
    kind: 'single',
    difficulty: 'easy',
    shown: ['key', 'near', 'far'],
    answer: { ids: ['near'] },
    correct: true,
    guess: false,
    ms: 10,
    first: true,
  });
  const session = evolve(quizOf(four), saved);
  expect(viewOf(session)).toMatchObject({ screen: 'verdict', correct: true, right: 1, wrong: 0 });
});

test('a session that was taken up again shows its question anew, and counts its time from there', () => {
  const resumed = evolve(quizOf(four), stamped({ type: 'session-resumed', session: 'session1' }));
  expect(resumed.phase).toBe('waiting');
  const again = evolve(resumed, stamped({ ...shown('birds-air-a', 'session1') }, beginning + 86_400_000));
  expect(
    decide(again, { type: 'answer', answer: { ids: ['key'] }, guess: false }, beginning + 86_402_000),
  ).toMatchObject({ events: [{ ms: 2000 }] });
});

test('events of other sessions change nothing', () => {
  const session = quizOf(four);
  expect(evolve(session, stamped(finished(1, 1, 'another')))).toBe(session);
  expect(
    evolve(session, stamped({ type: 'question-revealed', bank: 'test-exam', question: 'birds-air-a' })),
  ).toBe(session);
});
