import { formatVersion, type Draft, type Event } from './events.ts';

/** What a journal line turned out to be. */
export type Line =
  | { readonly state: 'event'; readonly event: Event }
  /** A type or shape this program does not know: skipped and kept. */
  | { readonly state: 'unknown' }
  | { readonly state: 'newer'; readonly version: number }
  | { readonly state: 'unreadable' };

const known: ReadonlySet<string> = new Set<Draft['type']>([
  'session-started',
  'question-shown',
  'question-answered',
  'question-skipped',
  'question-flagged',
  'question-reported',
  'question-revealed',
  'session-paused',
  'session-resumed',
  'session-finished',
]);

/** An event as its journal line; its stamp stands first, where a reader of a file's end looks for the last id. */
export const encodeLine = (event: Event): string => `${JSON.stringify(event)}\n`;

/** Reads one line, without its newline. Never throws. */
export function decodeLine(text: string): Line {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { state: 'unreadable' };
  }
  if (typeof value !== 'object' || value === null) return { state: 'unreadable' };
  const { v, id, time, type } = value as Record<string, unknown>;
  if (typeof v !== 'number' || typeof id !== 'string' || typeof time !== 'string' || typeof type !== 'string')
    return { state: 'unreadable' };
  if (v > formatVersion) return { state: 'newer', version: v };
  return known.has(type) ? { state: 'event', event: value as Event } : { state: 'unknown' };
}
