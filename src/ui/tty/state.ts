import type { Action } from '../../session/action.ts';
import type { View } from '../../session/view.ts';

/** What the terminal remembers between keys, beyond the session: nothing here is ever saved. */
export interface ScreenState {
  /** The question and phase that this state belongs to: another view starts afresh. */
  readonly of: string;
  readonly cursor: number;
  /** Ids chosen, in the order chosen. */
  readonly chosen: readonly string[];
  /** Matched so far: left id to right id. */
  readonly pairs: ReadonlyMap<string, string>;
  /** The left id that waits for a letter. */
  readonly pending: string | undefined;
  readonly guess: boolean;
  readonly overlay: 'none' | 'help' | 'exhibit' | 'report' | 'map' | 'go-to' | 'submit';
  /** What the map of an exam shows. */
  readonly filter: 'all' | 'unanswered' | 'flagged' | 'unseen';
  /** A text field is open and letters are typed into it. */
  readonly typing: boolean;
  readonly text: string;
  /** The typed answer, set aside while a report is typed. */
  readonly setAside: string;
  /** First line shown; undefined lets the screen choose. */
  readonly scroll: number | undefined;
  /** Exhibits stand at their full length above the options. */
  readonly isUnfolded: boolean;
  /** A sentence above the footer, until the next key. */
  readonly notice: string | undefined;
}

/** A key as the terminal reports it. */
export interface Press {
  /** `a`, `1`, `up`, `return`, `escape`, `?` … */
  readonly name: string;
  readonly ctrl: boolean;
}

/** What a key does: another state of the screen, and perhaps an action for the session. */
export interface Step {
  readonly state: ScreenState;
  readonly action?: Action;
}

function keyOfView(view: View): string {
  if (view.screen === 'summary' || view.screen === 'cards-done') return view.screen;
  // A card that comes back, or is undone, is begun afresh.
  return view.screen === 'card'
    ? `card ${view.id} ${view.done} ${view.back ? 'back' : 'front'}`
    : `${view.screen} ${view.id}`;
}

export const freshState = (view: View, notice?: string): ScreenState => ({
  of: keyOfView(view),
  cursor: 0,
  chosen: [],
  pairs: new Map(),
  pending: undefined,
  guess: false,
  overlay: 'none',
  filter: 'all',
  typing: view.screen === 'question' && view.response.shape === 'text',
  text: '',
  setAside: '',
  // A question and the front of a card are read from their top; a verdict and the back begin below.
  scroll: view.screen === 'verdict' || (view.screen === 'card' && view.back) ? undefined : 0,
  isUnfolded: false,
  notice,
});

/** The state for a view: the same one while the view is of the same question and phase. */
export const stateFor = (state: ScreenState, view: View): ScreenState =>
  state.of === keyOfView(view) ? state : freshState(view);
