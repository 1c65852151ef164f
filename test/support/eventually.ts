import type { Event } from '../../src/events/events.ts';
import type { Home } from './home.ts';

/**
 * Waits until `read` gives something, and gives it; what it throws meanwhile counts as nothing. When nothing has come in
 * time it throws that, or else what was waited for.
 */
export async function eventually<T>(what: () => string, read: () => T | undefined, ms = 15_000): Promise<T> {
  for (const end = Date.now() + ms; ;) {
    try {
      const found = read();
      if (found !== undefined) return found;
    } catch (error) {
      if (Date.now() > end) throw error;
    }
    if (Date.now() > end) throw new Error(`not in time: ${what()}`);
    await new Promise(resolve => setTimeout(resolve, 10));
  }
}

/** Waits until the journal holds what is wanted, and gives its events. */
export const saved = (home: Home, wanted: (events: readonly Event[]) => boolean): Promise<Event[]> =>
  eventually(
    () => `in the journal, which ends with ${JSON.stringify(home.events().at(-1))}`,
    () => {
      const events = home.events();
      return wanted(events) ? events : undefined;
    },
  );

export const countOf = (events: readonly Event[], type: Event['type']): number =>
  events.filter(event => event.type === type).length;
