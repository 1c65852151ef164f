import { grades } from '../../schedule/memory.ts';
import type { CardsDoneView, CardView } from '../../session/card-view.ts';
import { commandOf, situationOf } from '../keys.ts';
import { pressAnywhere } from './press-anywhere.ts';
import type { Layout } from './screen.ts';
import type { Press, ScreenState, Step } from './state.ts';

/** What a key does with a card. Pure, as `press` is. */
export function pressCard(
  state: ScreenState,
  key: Press,
  view: CardView | CardsDoneView,
  layout: Layout,
): Step {
  const command = commandOf(key.name, situationOf(view), 'one');
  switch (command) {
    case 'grade': {
      const grade = grades[Number(key.name) - 1];
      return grade
        ? { state, action: { type: 'grade', grade } }
        : { state: { ...state, notice: 'There are four grades, 1 to 4.' } };
    }
    case 'reveal':
    case 'options':
    case 'undo':
    case 'bury':
    case 'suspend':
    case 'flag':
    case 'continue':
    case 'leave':
      return { state: { ...state, scroll: undefined }, action: { type: command } };
    default:
      return pressAnywhere(command, state, key, layout, {
        name: 'card',
        exhibits: view.screen === 'card' ? view.exhibits : [],
      });
  }
}
