import { describe, expect, test } from 'vitest';
import type { Action } from '../../src/session/action.ts';
import type { QuestionView, VerdictView } from '../../src/session/view.ts';
import { viewOf } from '../../src/session/view.ts';
import { press } from '../../src/ui/tty/press.ts';
import { freshState, stateFor, type ScreenState } from '../../src/ui/tty/state.ts';
import { sample, type SampleKind } from '../support/compiled.ts';
import { act, quizOf } from '../support/sessions.ts';

const asked = (kind: SampleKind) => viewOf(quizOf([sample(kind)])) as QuestionView;
const verdict = viewOf(
  act(quizOf([sample('single')]), { type: 'answer', answer: { ids: ['near'] }, guess: false }),
) as VerdictView;

/** A page of ten lines of thirty. */
const layout = { scroll: 0, height: 10, total: 30, isFolded: false };

interface Pressed {
  readonly state: ScreenState;
  readonly actions: readonly Action[];
}

/** Presses keys one after the other, words between white space; gives the last state and every action. */
function pressed(
  view: QuestionView | VerdictView,
  keys: string,
  { confirm = false, before = freshState(view) } = {},
): Pressed {
  const actions: Action[] = [];
  let state = before;
  for (const name of keys.split(' ').filter(Boolean)) {
    const step = press(
      state,
      { name, ctrl: false },
      { view, layout: { ...layout, scroll: state.scroll ?? 0 }, confirm },
    );
    state = step.state;
    if (step.action) actions.push(step.action);
  }
  return { state, actions };
}

const ids = (...given: string[]): Action => ({ type: 'answer', answer: { ids: given }, guess: false });

describe('keys that answer', () => {
  test.each<[string, SampleKind, string, Action[]]>([
    ['a digit answers with that option', 'single', '2', [ids('near')]],
    ['Enter answers with what the cursor is on', 'single', 'return', [ids('key')]],
    ['arrows move the cursor', 'single', 'down down return', [ids('far')]],
    ['j and k move it too', 'single', 'j j k return', [ids('near')]],
    ['the cursor goes round', 'single', 'up return', [ids('far')]],
    ['g marks the answer as a guess', 'single', 'g 2', [{ ...ids('near'), guess: true } as Action]],
    ['g again takes the mark away', 'single', 'g g 2', [ids('near')]],
    ['a digit without an option answers nothing', 'single', '9', []],
    ['true and false are 1 and 2', 'true-false', '2', [ids('false')]],
    ['digits choose, Enter answers', 'multiple', '1 2 return', [ids('key-1', 'key-2')]],
    ['a digit again drops the choice', 'multiple', '1 2 1 3 return', [ids('key-2', 'wrong-1')]],
    ['Space chooses what the cursor is on', 'multiple', 'space down space return', [ids('key-1', 'key-2')]],
    ['c clears what was chosen', 'multiple', '1 2 c 3 return', [ids('wrong-1')]],
    ['digits put items in order', 'ordering', '3 1 2 return', [ids('c', 'a', 'b')]],
    ['a digit again takes an item out', 'ordering', '3 1 3 2 3 return', [ids('a', 'b', 'c')]],
    [
      'a digit and a letter match',
      'matching',
      '1 c 2 a return',
      [
        {
          type: 'answer',
          answer: {
            pairs: [
              ['a', '3'],
              ['b', '1'],
            ],
          },
          guess: false,
        },
      ],
    ],
    [
      'Space and a letter match too',
      'matching',
      'space c space a return',
      [
        {
          type: 'answer',
          answer: {
            pairs: [
              ['a', '3'],
              ['b', '1'],
            ],
          },
          guess: false,
        },
      ],
    ],
    [
      'a letter taken by another is moved',
      'matching',
      '1 a 2 a return',
      [{ type: 'answer', answer: { pairs: [['b', '1']] }, guess: false }],
    ],
    [
      'Esc gives up a match half made',
      'matching',
      '1 escape a return',
      [{ type: 'answer', answer: { pairs: [] }, guess: false }],
    ],
  ])('%s', (_what, kind, keys, actions) => {
    expect(pressed(asked(kind), keys).actions).toEqual(actions);
  });

  test('with the setting confirm a digit selects and Enter answers', () => {
    expect(pressed(asked('single'), '3', { confirm: true })).toMatchObject({
      state: { cursor: 2 },
      actions: [],
    });
    expect(pressed(asked('single'), '3 return', { confirm: true }).actions).toEqual([ids('far')]);
    expect(pressed(asked('multiple'), '1 2 return', { confirm: true }).actions).toEqual([
      ids('key-1', 'key-2'),
    ]);
  });

  test('a digit without an option says how many there are', () => {
    expect(pressed(asked('single'), '9').state.notice).toBe('There are 3 choices here.');
    expect(pressed(asked('single'), '9 down').state.notice).toBeUndefined();
  });

  test('letters that match nothing keep their own meaning while a match is half made', () => {
    expect(pressed(asked('matching'), '1 q').actions).toEqual([{ type: 'leave' }]);
    expect(pressed(asked('matching'), '1 c').actions).toEqual([]);
  });
});

describe('a typed answer', () => {
  const view = asked('fill-in');
  const typed = { ...freshState(view), text: 'tool get' };

  test('is typed at once, and Enter gives it', () => {
    expect(freshState(view).typing).toBe(true);
    expect(pressed(view, 'return', { before: typed }).actions).toEqual([
      { type: 'answer', answer: { text: 'tool get' }, guess: false },
    ]);
  });

  test('takes every letter and digit: none is a key while the field is open', () => {
    const { state, actions } = pressed(view, 'q n f g c e r ? 1 space up pagedown', { before: typed });
    expect(actions).toEqual([]);
    expect(state).toEqual(typed);
  });

  test('is left with Esc, which frees the keys, and typed on with Enter', () => {
    expect(pressed(view, 'escape', { before: typed }).state).toMatchObject({
      typing: false,
      text: 'tool get',
    });
    expect(pressed(view, 'escape g return return', { before: typed }).actions).toEqual([
      { type: 'answer', answer: { text: 'tool get' }, guess: true },
    ]);
    expect(pressed(view, 'escape n', { before: typed }).actions).toEqual([{ type: 'skip' }]);
    expect(pressed(view, 'escape c', { before: typed }).state).toMatchObject({ text: '' });
  });

  test.each(['r escape', 'r return', '? x', 'f'])('is still there after %j', keys => {
    const { state } = pressed(view, `escape ${keys} return`, { before: typed });
    expect(state).toMatchObject({ overlay: 'none', typing: true, text: 'tool get' });
  });
});

describe('other keys', () => {
  test.each<[string, string, Action[]]>([
    ['n skips', 'n', [{ type: 'skip' }]],
    ['→ skips', 'right', [{ type: 'skip' }]],
    ['f flags', 'f', [{ type: 'flag' }]],
    ['q leaves', 'q', [{ type: 'leave' }]],
    ['a key that is not bound does nothing', 'z home tab escape', []],
  ])('%s', (_what, keys, actions) => {
    expect(pressed(asked('single'), keys).actions).toEqual(actions);
  });

  test('? shows help, and any other key goes back without doing anything else', () => {
    const view = asked('single');
    expect(pressed(view, '?').state.overlay).toBe('help');
    for (const key of ['?', 'q', '1', 'return', 'escape', 'n'])
      expect(pressed(view, `? ${key}`)).toMatchObject({
        state: { overlay: 'none', cursor: 0, chosen: [], guess: false, notice: undefined },
        actions: [],
      });
  });

  test('e shows exhibits, and says when there are none', () => {
    expect(pressed(asked('single'), 'e').state).toMatchObject({
      overlay: 'none',
      notice: 'This question has no exhibit.',
    });
    const view = { ...asked('single'), exhibits: [{ language: 'text', text: 'a' }] };
    expect(pressed(view, 'e').state).toMatchObject({ overlay: 'exhibit', scroll: 0 });
  });

  test('PgUp and PgDn scroll, never past the ends, and moving the cursor brings it back into view', () => {
    const view = asked('single');
    expect(pressed(view, 'pagedown').state.scroll).toBe(9);
    expect(pressed(view, 'pagedown pagedown pagedown pagedown').state.scroll).toBe(20);
    expect(pressed(view, 'pagedown pageup pageup').state.scroll).toBe(0);
    expect(pressed(view, 'pagedown down').state.scroll).toBeUndefined();
    expect(pressed(view, '? down j pagedown k').state).toMatchObject({ overlay: 'help', scroll: 10 });
  });

  test('PgDn unfolds an exhibit while everything else fits, then scrolls; PgUp at the top folds it again', () => {
    const view = asked('single');
    const folded = { scroll: 0, height: 10, total: 10, isFolded: true };
    const unfolded = press(
      freshState(view),
      { name: 'pagedown', ctrl: false },
      { view, layout: folded, confirm: false },
    ).state;
    expect(unfolded).toMatchObject({ isUnfolded: true, scroll: 0 });
    expect(pressed(view, 'pagedown', { before: unfolded }).state).toMatchObject({
      isUnfolded: true,
      scroll: 9,
    });
    expect(pressed(view, 'pageup', { before: unfolded }).state.isUnfolded).toBe(false);
    expect(pressed(view, '1', { before: unfolded }).actions).toMatchObject([{ type: 'answer' }]);
  });

  test('r asks what is wrong; Enter reports it, Esc goes back', () => {
    const view = asked('single');
    const writing = { ...pressed(view, 'r').state, text: 'the key is wrong' };
    expect(writing).toMatchObject({ overlay: 'report', typing: true });
    expect(pressed(view, 'return', { before: writing })).toMatchObject({
      state: { overlay: 'none', typing: false, notice: expect.stringContaining('cca bank reports') },
      actions: [{ type: 'report', note: 'the key is wrong' }],
    });
    expect(pressed(view, 'q 1 ?', { before: writing }).actions).toEqual([]);
    expect(pressed(view, 'escape', { before: writing })).toMatchObject({
      state: { overlay: 'none' },
      actions: [],
    });
  });

  test('keys pressed with Ctrl are left to the terminal', () => {
    const view = asked('single');
    const step = press(freshState(view), { name: 'q', ctrl: true }, { view, layout, confirm: false });
    expect(step.action).toBeUndefined();
  });
});

describe('at a verdict', () => {
  test.each<[string, Action[]]>([
    ['return', [{ type: 'continue' }]],
    ['enter', [{ type: 'continue' }]],
    ['space', [{ type: 'continue' }]],
    ['f', [{ type: 'flag' }]],
    ['q', [{ type: 'leave' }]],
    ['1 2 3 n right left up down j k g c y escape', []],
  ])('%s', (keys, actions) => {
    expect(pressed(verdict, keys).actions).toEqual(actions);
  });
});

test('a new question begins with a fresh screen; the same one keeps it', () => {
  const view = asked('multiple');
  const { state } = pressed(view, '1 g down');
  expect(stateFor(state, view)).toBe(state);
  expect(stateFor(state, { ...view, id: 'another' })).toEqual(freshState({ ...view, id: 'another' }));
  expect(stateFor(state, verdict)).toEqual(freshState(verdict));
});
