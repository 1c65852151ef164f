import type { Event } from './events.ts';
import type { Fold } from './fold.ts';

/** The events of one session, in order. Not worth a checkpoint: `name` is unique to the session. */
export const eventsOf = (session: string): Fold<Event[]> => ({
  name: `session-${session}`,
  version: 1,
  start: () => [],
  step(events, event) {
    if ('session' in event && event.session === session) events.push(event);
  },
});
