import type { Press } from './press.ts';
import type { Layout } from './screen.ts';
import type { ScreenState } from './state.ts';

/** The state after a scrolling key; undefined for any other. */
export function scrolled(state: ScreenState, key: Press, layout: Layout): ScreenState | undefined {
  const scroll = scrollBy(key, layout);
  return scroll === undefined ? undefined : { ...state, scroll };
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
