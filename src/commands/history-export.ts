import { userInfo } from 'node:os';
import type { Context } from '../context.ts';
import { exitStatus, type ExitStatus } from '../errors.ts';
import type { Event } from '../events/events.ts';
import type { Fold } from '../events/fold.ts';
import { encodeLine } from '../events/line.ts';
import { answersAsCsv } from '../report/history/csv.ts';
import { xapiStatements } from '../report/history/xapi.ts';
import { foldHistory } from '../store/history.ts';
import { findingNotices } from './history-notices.ts';
import { sinceMoment } from './since.ts';

export interface ExportFlags {
  readonly since?: string;
  readonly format: 'json-lines' | 'csv' | 'xapi';
  readonly actor?: string;
}

/** `cca history export`: all of history, or what happened since a moment, on stdout. */
export async function historyExport(flags: ExportFlags, context: Context): Promise<ExitStatus> {
  const from =
    flags.since === undefined ? '' : new Date(sinceMoment(flags.since, '--since', context)).toISOString();
  const { state: events, findings } = foldHistory(everything(from), context.paths, { keeps: false });
  context.warn(...findingNotices(findings));
  const text = formats[flags.format](events, flags.actor);
  if (text !== '') context.output.write(text);
  return exitStatus.done;
}

const formats: Readonly<Record<ExportFlags['format'], (events: readonly Event[], actor?: string) => string>> =
  {
    'json-lines': events => events.map(encodeLine).join(''),
    csv: answersAsCsv,
    xapi: (events, actor) =>
      `${JSON.stringify(xapiStatements(events, actor?.includes('@') ? { email: actor, name: actor } : { name: actor ?? userInfo().username }), null, 2)}\n`,
  };

const everything = (from: string): Fold<Event[]> => ({
  name: 'everything',
  version: 1,
  start: () => [],
  step(events, event) {
    if (event.time >= from) events.push(event);
  },
});
