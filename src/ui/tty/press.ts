import type { Answer } from '../../question/types.ts';
import type { Action } from '../../session/action.ts';
import type { QuestionView, VerdictView, View } from '../../session/view.ts';
import { commandOf, type Command } from '../keys.ts';
import { noted } from '../render/parts.ts';
import type { Layout } from './screen.ts';
import { pressAnywhere } from './press-anywhere.ts';
import { pressCard } from './press-card.ts';
import { isExamOverlay, pressExam } from './press-exam.ts';
import { scrolled } from './scroll.ts';
import type { Press, ScreenState, Step } from './state.ts';

interface Screen {
  readonly view: View;
  readonly layout: Layout;
  /** A digit only selects; Enter answers. */
  readonly confirm: boolean;
}

/** What a key does: another state of the screen, and perhaps an action for the session. Pure. */
export function press(before: ScreenState, key: Press, screen: Screen): Step {
  const { view } = screen;
  const state = { ...before, notice: undefined };
  if (view.screen === 'summary' || key.ctrl) return { state };
  if (state.overlay === 'report') return inReport(state, key);
  if (view.screen === 'exam' && isExamOverlay(state)) return pressExam(state, key, view, screen.layout);
  if (state.overlay !== 'none') return inOverlay(state, key, screen.layout);
  if (state.typing) return whileTyping(state, key);
  if (view.screen === 'question' && state.pending !== undefined) {
    const matched = withLetter(state, key, view);
    if (matched) return matched;
  }
  if (view.screen === 'exam') return pressExam(state, key, view, screen.layout);
  if (view.screen === 'card' || view.screen === 'cards-done')
    return pressCard(state, key, view, screen.layout);
  const command = commandOf(key.name, view.screen, view.response.shape);
  return command === undefined ? { state } : carryOut(command, state, key, view, screen);
}

function inReport(state: ScreenState, key: Press): Step {
  const closed: ScreenState = {
    ...state,
    overlay: 'none',
    typing: false,
    text: state.setAside,
    setAside: '',
  };
  if (key.name === 'escape') return { state: closed };
  if (!isEnter(key)) return { state };
  return {
    state: { ...closed, notice: noted },
    action: { type: 'report', note: state.text },
  };
}

function inOverlay(state: ScreenState, key: Press, layout: Layout): Step {
  const moved = scrolled(state, key, layout);
  return { state: moved ?? { ...state, overlay: 'none', scroll: undefined } };
}

function whileTyping(state: ScreenState, key: Press): Step {
  if (key.name === 'escape') return { state: { ...state, typing: false } };
  if (isEnter(key))
    return { state, action: { type: 'answer', answer: { text: state.text }, guess: state.guess } };
  return { state };
}

const isEnter = ({ name }: Press) => name === 'return' || name === 'enter';

function withLetter(state: ScreenState, { name }: Press, { response }: QuestionView): Step | undefined {
  const right = /^[a-z]$/.test(name) ? response.against[name.charCodeAt(0) - 97] : undefined;
  if (name === 'escape') return { state: { ...state, pending: undefined } };
  if (!right) return undefined;
  // A right-hand item belongs to one left item: taking it elsewhere frees the other.
  const pairs = new Map([...state.pairs].filter(([, taken]) => taken !== right.id)).set(
    state.pending as string,
    right.id,
  );
  const next = response.items.findIndex(item => !pairs.has(item.id));
  return {
    state: { ...state, pairs, pending: undefined, scroll: undefined, cursor: next < 0 ? state.cursor : next },
  };
}

function carryOut(
  command: Command,
  state: ScreenState,
  key: Press,
  view: QuestionView | VerdictView,
  screen: Screen,
): Step {
  switch (command) {
    case 'answer':
      return view.screen === 'question'
        ? choose(state, Number(key.name) - 1, view, screen.confirm)
        : { state };
    case 'move':
      return {
        state: move(state, key.name === 'up' || key.name === 'k' ? -1 : 1, view.response.items.length),
      };
    case 'toggle':
      return { state: toggle(state, state.cursor, view.response.items, view.response.shape) };
    case 'take':
      return view.screen === 'question' ? take(state, view) : { state };
    case 'continue':
      return { state, action: { type: 'continue' } };
    case 'skip':
      return { state, action: { type: 'skip' } };
    case 'guess':
      return { state: { ...state, guess: !state.guess } };
    case 'clear':
      return { state: { ...state, chosen: [], pairs: new Map(), pending: undefined, text: '' } };
    default:
      return pressAnywhere(command, state, key, screen.layout, { name: 'question', exhibits: view.exhibits });
  }
}

const move = (state: ScreenState, by: number, length: number): ScreenState => ({
  ...state,
  cursor: (state.cursor + by + length) % length,
  scroll: undefined,
});

/** A digit: answers, toggles or picks, as the shape has it. */
function choose(state: ScreenState, index: number, view: QuestionView, confirm: boolean): Step {
  const { shape, items } = view.response;
  const item = items[index];
  if (!item) return { state: { ...state, notice: `There are ${items.length} choices here.` } };
  const there = { ...state, cursor: index, scroll: undefined };
  if (shape !== 'one') return { state: toggle(there, index, items, shape) };
  return confirm ? { state: there } : { state: there, action: answerWith(there, { ids: [item.id] }) };
}

function toggle(
  state: ScreenState,
  index: number,
  items: readonly { id: string }[],
  shape: string,
): ScreenState {
  const id = items[index]?.id;
  if (id === undefined) return state;
  if (shape === 'pairs') return { ...state, cursor: index, pending: id };
  const chosen = state.chosen.includes(id)
    ? state.chosen.filter(other => other !== id)
    : [...state.chosen, id];
  return { ...state, chosen };
}

const answerWith = (state: ScreenState, answer: Answer): Action => ({
  type: 'answer',
  answer,
  guess: state.guess,
});

/** Enter: gives what is chosen, or what the cursor is on. A typed answer that was left is typed on. */
function take(state: ScreenState, { response }: QuestionView): Step {
  switch (response.shape) {
    case 'one':
      return { state, action: answerWith(state, { ids: [response.items[state.cursor]?.id ?? ''] }) };
    case 'several':
    case 'order':
      return { state, action: answerWith(state, { ids: state.chosen }) };
    case 'pairs':
      return { state, action: answerWith(state, { pairs: [...state.pairs] }) };
    case 'text':
      return { state: { ...state, typing: true } };
  }
}
