import { stringify } from 'csv-stringify/sync';
import type { Event } from '../../events/events.ts';

const columns = [
  'time',
  'offset',
  'session',
  'mode',
  'bank',
  'question',
  'revision',
  'domain',
  'objective',
  'kind',
  'difficulty',
  'answer',
  'correct',
  'guess',
  'ms',
  'first',
  'id',
] as const;

/** Every answer as a line of CSV (RFC 4180) under a line of names. `answer` is JSON; `ms` are milliseconds. */
export function answersAsCsv(events: readonly Event[]): string {
  const answers = events.filter(event => event.type === 'question-answered');
  const rows = answers.map(answer => ({ ...answer, answer: JSON.stringify(answer.answer) }));
  return stringify(rows, { header: true, columns: [...columns], cast: { boolean: String } });
}
