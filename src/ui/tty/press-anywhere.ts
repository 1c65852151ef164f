import type { Exhibit } from '../../question/types.ts';
import type { Command } from '../keys.ts';
import { scrolledOrFolded } from './scroll.ts';
import type { Layout } from './screen.ts';
import type { Press, ScreenState, Step } from './state.ts';

/** What is on screen: a question or a card, in the word for it, with its exhibits. */
interface Here {
  readonly name: 'question' | 'card';
  readonly exhibits: readonly Exhibit[];
}

/** What the keys do that mean the same at a question, its verdict, in an exam and at a card; nothing for any other. Pure. */
export function pressAnywhere(
  command: Command | undefined,
  state: ScreenState,
  key: Press,
  layout: Layout,
  { name, exhibits }: Here,
): Step {
  switch (command) {
    case 'exhibit':
      return {
        state:
          exhibits.length > 0
            ? { ...state, overlay: 'exhibit', scroll: 0 }
            : { ...state, notice: `This ${name} has no exhibit.` },
      };
    case 'scroll':
      return { state: scrolledOrFolded(state, key, layout) };
    case 'report':
      return { state: { ...state, overlay: 'report', typing: true, text: '', setAside: state.text } };
    case 'help':
      return { state: { ...state, overlay: 'help', scroll: 0 } };
    case 'flag':
    case 'leave':
      return { state, action: { type: command } };
    default:
      return { state };
  }
}
