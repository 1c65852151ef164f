import { describe, expect, test } from 'vitest';
import type { Action } from '../../src/session/action.ts';
import { decide } from '../../src/session/decide.ts';
import type { Session } from '../../src/session/session.ts';
import { entryOf } from '../support/banks.ts';
import { questionsOf } from '../support/compiled.ts';
import { beginning } from '../support/events.ts';
import { act, quizOf } from '../support/sessions.ts';

const three = questionsOf(...['a', 'b', 'c'].map(name => entryOf.single(`birds-air-${name}`)));
const right: Action = { type: 'answer', answer: { ids: ['key'] }, guess: false };
const wrong: Action = { type: 'answer', answer: { ids: ['near'] }, guess: false };
const goOn: Action = { type: 'continue' };
const skip: Action = { type: 'skip' };
const flag: Action = { type: 'flag' };
const leave: Action = { type: 'leave' };
const report = (note: string): Action => ({ type: 'report', note });

/** A quiz of three after these actions. */
const after = (...actions: readonly Action[]): Session =>
  actions.reduce((session, action) => act(session, action), quizOf(three));

/** The last letter of the question that is asked or judged, and the phase. */
const standing = ({ phase, queue, judged, seats }: Session): string => {
  const index = phase === 'verdict' ? judged : queue[0];
  return `${phase} ${index === undefined ? '' : (seats[index]?.question.id.at(-1) ?? '')}`.trim();
};

describe('from screen to screen', () => {
  test.each<[string, Action[], string]>([
    ['the first question is asked', [], 'asking a'],
    ['an answer brings its verdict', [right], 'verdict a'],
    ['a wrong one too', [wrong], 'verdict a'],
    ['going on brings the next question', [right, goOn], 'asking b'],
    ['after the last verdict the session is over', [right, goOn, right, goOn, wrong, goOn], 'over'],
    ['skipping brings the next question, without a verdict', [skip], 'asking b'],
    ['a skipped question returns at the end', [skip, right, goOn, right, goOn], 'asking a'],
    ['and is answered there', [skip, right, goOn, right, goOn, wrong], 'verdict a'],
    ['skipped a second time it does not come back', [skip, right, goOn, right, goOn, skip], 'over'],
    ['all skipped return in order', [skip, skip, skip], 'asking a'],
    ['and all skipped twice end the session', [skip, skip, skip, skip, skip, skip], 'over'],
    ['flagging leaves the question on screen', [flag], 'asking a'],
    ['and the verdict', [right, flag], 'verdict a'],
    ['reporting a fault leaves the question on screen', [report('odd')], 'asking a'],
    ['and the verdict', [right, report('odd')], 'verdict a'],
  ])('%s', (_what, actions, expected) => {
    expect(standing(after(...actions))).toBe(expected);
  });
});

describe('what cannot be done now is refused in words', () => {
  const over = [right, goOn, right, goOn, right, goOn];
  test.each<[string, Action[], Action, RegExp]>([
    ['no choice', [], { ...right, answer: { ids: [] } }, /^Choose one[.]$/],
    ['two choices of one', [], { ...right, answer: { ids: ['key', 'far'] } }, /^Choose one[.]$/],
    ['a typed line for a choice', [], { ...right, answer: { text: 'key' } }, /^Choose one[.]$/],
    ['going on before an answer', [], goOn, /^Answer the question first, or skip it/],
    ['a second answer', [wrong], right, /^This question is answered/],
    ['skipping what is answered', [wrong], skip, /^This question is answered/],
    ['an empty report', [], report(' \n '), /^Say in a few words/],
    ['an answer after the end', over, right, /^The session is over/],
    ['going on after the end', over, goOn, /^The session is over/],
    ['skipping after the end', over, skip, /^The session is over/],
    ['flagging after the end', over, flag, /^The session is over/],
    ['reporting after the end', over, report('odd'), /^The session is over/],
  ])('%s', (_what, before, action, words) => {
    expect(decide(after(...before), action, beginning)).toEqual({ refused: expect.stringMatching(words) });
  });
});

/** The types of what comes of an action, and its first event. */
const events = (session: Session, action: Action, at = beginning) => {
  const decision = decide(session, action, at);
  return 'events' in decision ? decision.events : [];
};

describe('what is saved', () => {
  test('an answer says everything that is needed to understand it without the bank', () => {
    expect(events(quizOf(three), { ...wrong, guess: true }, beginning + 4200)).toEqual([
      {
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
        correct: false,
        guess: true,
        ms: 4200,
        first: true,
      },
    ]);
  });

  test('both orders of a matching question are saved with its answer', () => {
    const matching = quizOf(questionsOf(entryOf.matching('birds-air-m')));
    const pairs = [
      ['a', '1'],
      ['b', '2'],
    ] as const;
    expect(events(matching, { type: 'answer', answer: { pairs }, guess: false })).toMatchObject([
      { shown: ['a', 'b'], against: ['1', '2', '3'], answer: { pairs }, correct: true },
    ]);
  });

  test('a question seen before this session is not a first try', () => {
    const seen = quizOf(three, { seenBefore: new Set(['birds-air-a']) });
    expect(events(seen, right)).toMatchObject([{ first: false }]);
    expect(events(quizOf(three), right)).toMatchObject([{ first: true }]);
  });

  test.each([
    ['as it is', 4200, 4200],
    ['nothing at once', 0, 0],
    ['ten minutes at most: the rest was sleep', 3_600_000, 600_000],
    ['never less than nothing, when the clock is set back', -5000, 0],
  ])('the time of an answer is counted %s', (_how, passed, ms) => {
    expect(events(quizOf(three), right, beginning + passed)).toMatchObject([{ ms }]);
  });

  test.each<[string, Action[], Action, string[]]>([
    ['a skip and the next question', [], skip, ['question-skipped', 'question-shown']],
    ['going on', [right], goOn, ['question-shown']],
    ['going on from the last', [right, goOn, right, goOn, right], goOn, ['session-finished']],
    [
      'the second skip of the last',
      [right, goOn, right, goOn, skip],
      skip,
      ['question-skipped', 'session-finished'],
    ],
    ['leaving before an answer pauses', [], leave, ['session-paused']],
    ['leaving at a verdict pauses', [right], leave, ['session-paused']],
    ['leaving at the last verdict finishes', [right, goOn, right, goOn, right], leave, ['session-finished']],
    ['leaving after the end is nothing', [right, goOn, right, goOn, right, goOn], leave, []],
  ])('%s', (_what, before, action, types) => {
    expect(events(after(...before), action).map(event => event.type)).toEqual(types);
  });

  test('a flag is set, and the same key clears it', () => {
    expect(events(after(), flag)).toMatchObject([{ question: 'birds-air-a', flagged: true }]);
    expect(events(after(flag), flag)).toMatchObject([{ question: 'birds-air-a', flagged: false }]);
    expect(events(after(right, flag), flag)).toMatchObject([{ question: 'birds-air-a', flagged: false }]);
  });

  test('a flag of an earlier session still stands', () => {
    const before = quizOf(three, { flagged: new Set(['birds-air-a']) });
    expect(events(before, flag)).toMatchObject([{ flagged: false }]);
  });

  test('a report keeps id, revision, seed and the words, up to 2000 characters', () => {
    expect(events(after(right), report('  the key is wrong '))).toEqual([
      {
        type: 'question-reported',
        session: 'session1',
        bank: 'test-exam',
        question: 'birds-air-a',
        revision: 1,
        seed: 'seed',
        note: 'the key is wrong',
      },
    ]);
    expect(events(after(), report('x'.repeat(5000)))).toMatchObject([{ note: 'x'.repeat(2000) }]);
  });

  test('the end says how many were right, answered and asked', () => {
    expect(events(after(right, goOn, wrong, goOn, skip), skip)[1]).toEqual({
      type: 'session-finished',
      session: 'session1',
      right: 1,
      answered: 2,
      of: 3,
    });
  });
});
