import { own, type Fold } from './fold.ts';

/** The items of reading guides that are ticked off, with the moment (ISO 8601), by bank. */
export type GuideItemsDone = Record<string, Record<string, string>>;

export const guideItemsDone: Fold<GuideItemsDone> = {
  name: 'guide-items',
  version: 1,
  start: () => ({}),
  step(state, event) {
    if (event.type !== 'guide-item-done') return;
    const items = own(state, event.bank, (): Record<string, string> => ({}));
    delete items[event.item];
    if (event.done) own(items, event.item, () => event.time);
  },
};
