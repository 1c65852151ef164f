import { diffArrays } from 'diff';

/** One step from what was typed to what is right. */
export interface Difference {
  readonly kind: 'same' | 'extra' | 'missing';
  readonly words: string;
}

/**
 * Where a typed line differs from the key, by words, when it is a near miss: at least half of the key's words are there.
 * Undefined when it is not near, so that a diff would only be noise.
 */
export function nearMiss(typed: string, key: string): Difference[] | undefined {
  const words = (line: string) => line.trim().split(/\s+/);
  const parts = diffArrays(words(typed), words(key));
  const same = parts
    .filter(part => !part.added && !part.removed)
    .reduce((sum, part) => sum + part.value.length, 0);
  if (same === 0 || same < words(key).length / 2) return undefined;
  return parts.map(({ added, removed, value }) => ({
    kind: added ? 'missing' : removed ? 'extra' : 'same',
    words: value.join(' '),
  }));
}

/** The same in signs that need no colour: `[-typed but wrong-] {+missing+}`. */
export const diffText = (parts: readonly Difference[]): string =>
  parts
    .map(({ kind, words }) => (kind === 'same' ? words : kind === 'extra' ? `[-${words}-]` : `{+${words}+}`))
    .join(' ');
