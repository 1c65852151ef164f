import { formatVersion, type Draft, type Event } from './events.ts';

/** What a journal line turned out to be. */
export type Line =
  | { readonly state: 'event'; readonly event: Event }
  /** A type or shape this program does not know: skipped and kept. */
  | { readonly state: 'unknown'; readonly id: string; readonly time: string }
  | { readonly state: 'newer'; readonly version: number }
  | { readonly state: 'unreadable' };

/** The fields that each type must have for this program to fold it. */
const fields: { readonly [Type in Draft['type']]: readonly (keyof (Draft & { type: Type }))[] } = {
  'session-started': ['session', 'mode', 'bank', 'title', 'seed', 'kept', 'seats'],
  'question-shown': ['session', 'bank', 'question'],
  'question-answered': ['session', 'mode', 'bank', 'question', 'domain', 'objective', 'answer', 'correct'],
  'choice-made': ['session', 'bank', 'question', 'answer', 'guess'],
  'seat-flagged': ['session', 'question', 'flagged'],
  'clock-hidden': ['session', 'hidden'],
  'question-skipped': ['session', 'bank', 'question'],
  'question-flagged': ['bank', 'question', 'flagged'],
  'question-reported': ['session', 'bank', 'question', 'note'],
  'question-revealed': ['bank', 'question'],
  'guide-item-done': ['bank', 'item', 'done'],
  'card-revealed': ['session', 'bank', 'question', 'part'],
  'card-graded': ['session', 'mode', 'bank', 'question', 'revision', 'domain', 'grade'],
  'grade-undone': ['session', 'bank', 'question', 'revision', 'event'],
  'card-buried': ['bank', 'question', 'revision', 'until'],
  'card-suspended': ['bank', 'question', 'revision', 'suspended'],
  'session-paused': ['session'],
  'session-resumed': ['session'],
  'session-finished': ['session'],
  'history-forgotten': ['before'],
};

const fieldsOf: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(fields));

function isWhole(value: Record<string, unknown>, type: string): boolean {
  const needed = fieldsOf.get(type);
  if (!needed) return false;
  // A loop of its own: this runs for every line of a history.
  for (const field of needed) if (value[field] === undefined) return false;
  return type !== 'session-started' || Array.isArray(value['seats']);
}

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
  return isWhole(value as Record<string, unknown>, type)
    ? { state: 'event', event: value as Event }
    : { state: 'unknown', id, time };
}
