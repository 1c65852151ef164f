import { describe, expect, test } from 'vitest';
import { steadyNow } from '../../src/clock.ts';
import { decide } from '../../src/session/decide.ts';
import { submission } from '../../src/session/exam.ts';
import { modes } from '../../src/session/modes.ts';
import type { ExamState, Session } from '../../src/session/session.ts';
import type { ExamView } from '../../src/session/exam-view.ts';
import { viewOf, type SummaryView } from '../../src/session/view.ts';
import { dueWarning, timeLeft } from '../../src/ui/render/clock.ts';
import { sample } from '../support/compiled.ts';
import { beginning } from '../support/events.ts';
import { act, quizOf } from '../support/sessions.ts';

const minutes = 10;
const deadline = beginning + minutes * 60_000;

const named = (kind: 'single' | 'multiple', id: string) => ({ ...sample(kind), id });

/** An exam of three questions on the clock, the first on screen. */
const exam = () =>
  quizOf([named('single', 'q1'), named('multiple', 'q2'), named('single', 'q3')], {
    mode: modes['mock-exam'],
    name: 'Mock exam 1',
    form: { length: 'mini', isAttempt: false, passMark: 60 },
    clock: { minutes, deadline: new Date(deadline).toISOString() },
  });

const view = (session: Session) => viewOf(session) as ExamView;
const choose = (session: Session, ...ids: string[]) =>
  act(session, { type: 'choose', answer: { ids }, guess: false });
const submitted = (session: Session) => (viewOf(act(session, { type: 'submit' })) as SummaryView).exam;

describe('in an exam', () => {
  test('a mark stays, can be changed, and can be taken away', () => {
    const marked = choose(exam(), 'near');
    expect(view(marked)).toMatchObject({ answered: 1, answer: { ids: ['near'] } });
    expect(view(choose(marked, 'key')).answer).toEqual({ ids: ['key'] });
    const cleared = act(marked, { type: 'choose', answer: null, guess: false });
    expect(view(cleared)).toMatchObject({ answered: 0, answer: undefined });
  });

  test('some but not all of several is a mark on the way, and more than all is refused', () => {
    const second = act(exam(), { type: 'go', seat: 1 });
    expect(view(choose(second, 'key-1'))).toMatchObject({ answered: 0, answer: { ids: ['key-1'] } });
    expect(view(choose(second, 'key-1', 'wrong-1')).answered).toBe(1);
    const tooMany = { type: 'choose', answer: { ids: ['key-1', 'key-2', 'wrong-1'] }, guess: false } as const;
    expect(decide(second, tooMany, beginning)).toMatchObject({ refused: expect.stringMatching(/Choose 2/) });
  });

  test.each([[['nonsense']], [['key-1', 'key-1']]])(
    'a mark of %j, which is no choice of the question, is refused',
    ids => {
      const second = act(exam(), { type: 'go', seat: 1 });
      expect(decide(second, { type: 'choose', answer: { ids }, guess: false }, beginning)).toHaveProperty(
        'refused',
      );
    },
  );

  test('questions are visited in any order, and the map remembers what was seen and flagged', () => {
    const third = act(act(exam(), { type: 'go', seat: 2 }), { type: 'flag' });
    expect(view(third)).toMatchObject({ number: 3, isFlagged: true });
    expect(view(third).map).toEqual([
      { isSeen: true, isAnswered: false, isFlagged: false },
      { isSeen: false, isAnswered: false, isFlagged: false },
      { isSeen: true, isAnswered: false, isFlagged: true },
    ]);
    expect(decide(third, { type: 'go', seat: 3 }, beginning)).toMatchObject({
      refused: 'There are questions 1 to 3.',
    });
  });

  test('nothing says whether an answer is right before it is handed in', () => {
    const shown = JSON.stringify(view(choose(exam(), 'key')));
    expect(shown).not.toMatch(/It is right|rationale|"key":true|correct/);
  });
});

describe('handing in', () => {
  test('counts what is open as wrong, and says what became of changed answers', () => {
    const changed = choose(choose(exam(), 'near'), 'key');
    const report = submitted(changed);
    expect(report).toMatchObject({ right: 1, of: 3, percent: 33, needed: 2, passed: false, unanswered: 2 });
    expect(report?.changed).toEqual({ toRight: 1, toWrong: 0, wrongToWrong: 0 });
  });

  test('passes at the pass mark and not below it', () => {
    const one = act(choose(exam(), 'key'), { type: 'go', seat: 2 });
    expect(submitted(one)?.passed).toBe(false);
    expect(submitted(choose(one, 'key'))).toMatchObject({ right: 2, passed: true });
  });

  test('does not take several marks, made one by one or in another order, for a change', () => {
    const second = act(exam(), { type: 'go', seat: 1 });
    const oneByOne = choose(choose(second, 'key-1'), 'key-1', 'key-2');
    expect(submitted(oneByOne)?.changed).toEqual({ toRight: 0, toWrong: 0, wrongToWrong: 0 });
    const turned = choose(choose(oneByOne, 'key-2'), 'key-2', 'key-1');
    expect(submitted(turned)?.questions[1]).toMatchObject({ isRight: true, isChanged: false });
    const changed = choose(choose(oneByOne, 'key-2'), 'key-2', 'wrong-1');
    expect(submitted(changed)?.changed).toEqual({ toRight: 0, toWrong: 1, wrongToWrong: 0 });
  });

  test('is one list of events: what was never looked at, an answer for each mark, and last the line that makes it count', () => {
    const marked = choose(exam(), 'key');
    const events = submission(marked, marked.exam as ExamState, beginning + 5000);
    expect(events.map(({ type }) => type)).toEqual([
      'question-revealed',
      'question-revealed',
      'question-answered',
      'session-finished',
    ]);
    expect(events[2]).toMatchObject({ firstChoice: { ids: ['key'] }, ms: 5000, correct: true });
  });

  test('whatever is done at the deadline or later hands it in as it stands', () => {
    const marked = choose(exam(), 'key');
    const late = act(marked, { type: 'choose', answer: { ids: ['far'] }, guess: false }, deadline);
    expect((viewOf(late) as SummaryView).exam).toMatchObject({ right: 1, unanswered: 2 });
  });
});

describe('the clock', () => {
  test('never gives time back when it is set back, and takes a sleep as time passed', () => {
    let wall = 1_000_000;
    let ticks = 0;
    const now = steadyNow({ now: () => wall, ticks: () => ticks, offset: () => 0 }, 0);
    expect(now()).toBe(1_000_000);
    wall -= 3_600_000;
    ticks += 5_000;
    expect(now()).toBe(1_005_000);
    wall = 1_000_000 + 86_400_000;
    expect(now()).toBe(wall);
  });

  test('goes on from the latest moment that the journal knows', () => {
    const now = steadyNow({ now: () => 500, ticks: () => 0, offset: () => 0 }, 9_000);
    expect(now()).toBe(9_000);
  });

  test.each([
    [61 * 60_000, '61 min left'],
    [5 * 60_000 + 1, '6 min left'],
    [5 * 60_000, '5:00 left'],
    [900, '0:01 left'],
    [-5, '0:00 left'],
  ])('with %i milliseconds to go reads %j', (ms, words) => {
    expect(timeLeft(ms)).toBe(words);
  });

  test('warns at 30, 15 and 5 minutes, once each, and of the last when several passed in a sleep', () => {
    const m = 60_000;
    expect(dueWarning(31 * m, 30 * m)).toBe('30 minutes are left.');
    expect(dueWarning(30 * m, 29 * m)).toBeUndefined();
    expect(dueWarning(31 * m, 4 * m)).toBe('5 minutes are left.');
    expect(dueWarning(undefined, 4 * m)).toBeUndefined();
  });
});
