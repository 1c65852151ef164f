import type { Context } from '../context.ts';
import { deviceName } from '../store/device.ts';
import { openJournal, type Journal } from '../store/journal.ts';

const opened = new WeakMap<Context, Journal>();

/** The journal of this device, opened once. Not a part of the context: most commands never write. */
export function journalOf(context: Context): Journal {
  const known = opened.get(context);
  if (known) return known;
  const journal = openJournal(context.paths, deviceName(context.env), context.clock);
  opened.set(context, journal);
  context.atEnd(() => journal.close());
  return journal;
}
