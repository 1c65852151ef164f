import { join } from 'node:path';
import type { Clock } from '../../src/clock.ts';
import type { Draft } from '../../src/events/events.ts';
import { openJournal } from '../../src/store/journal.ts';
import type { Paths } from '../../src/store/paths.ts';
import { beginning } from './events.ts';
import type { Home } from './home.ts';

/** The places on disk of a learner whose folders are a test's own. */
export const pathsOf = ({ dir }: Home): Paths => ({
  data: join(dir, 'home', 'data'),
  settings: join(dir, 'home', 'config', 'config.json'),
  cache: join(dir, 'cache', 'cca'),
  shippedBank: join(dir, 'shipped'),
  shippedCompiled: join(dir, 'shipped.bank'),
});

/** A clock that goes as told: each look gives the next moment, then the last one for good. */
export function clockAt(...moments: readonly number[]): Clock {
  let looks = 0;
  return {
    now: () => moments[Math.min(looks++, moments.length - 1)] ?? beginning,
    ticks: () => 0,
    offset: () => 60,
  };
}

/** Appends events to a device's journal, one after the other, each at its moment. */
export function journaled(
  paths: Paths,
  device: string,
  events: readonly (readonly [at: number, draft: Draft])[],
): void {
  const journal = openJournal(paths, device, clockAt(...events.map(([at]) => at)));
  for (const [, draft] of events) journal.append([draft], { synced: false });
  journal.close();
}
