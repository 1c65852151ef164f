import type { Layout } from './screen.ts';
import type { Press, ScreenState } from './state.ts';

/** The state after a scrolling key; undefined for any other. */
export function scrolled(state: ScreenState, key: Press, layout: Layout): ScreenState | undefined {
  const scroll = scrollBy(key, layout);
  return scroll === undefined ? undefined : { ...state, scroll };
}

/** The same where exhibits may be folded: what fits with them folded unfolds first, and folds again above its top. */
export function scrolledOrFolded(state: ScreenState, key: Press, layout: Layout): ScreenState {
  if (layout.isFolded && layout.total <= layout.height && key.name === 'pagedown')
    return { ...state, isUnfolded: true, scroll: 0 };
  if (state.isUnfolded && layout.scroll === 0 && key.name === 'pageup')
    return { ...state, isUnfolded: false };
  return scrolled(state, key, layout) ?? state;
}

/** The first line shown after a scrolling key; undefined for any other. */
export function scrollBy({ name }: Press, { scroll, height, total }: Layout): number | undefined {
  const page = Math.max(1, height - 1);
  const steps: Readonly<Record<string, number>> = {
    pageup: -page,
    pagedown: page,
    up: -1,
    down: 1,
    k: -1,
    j: 1,
    space: page,
  };
  const step = steps[name];
  return step === undefined ? undefined : Math.max(0, Math.min(scroll + step, total - height));
}
