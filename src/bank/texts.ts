import { isPrintable } from '../printable.ts';

/** A string within a value, with the way to it. */
export interface FoundText {
  readonly path: readonly (string | number)[];
  readonly text: string;
}

/** Every string within a value. */
export function textsIn(value: unknown): FoundText[] {
  const found: FoundText[] = [];
  walk(value, [], (path, text) => found.push({ path, text }));
  return found;
}

function walk(
  value: unknown,
  path: readonly (string | number)[],
  found: (path: readonly (string | number)[], text: string) => void,
): void {
  if (typeof value === 'string') found(path, value);
  else if (Array.isArray(value)) value.forEach((inner, index) => walk(inner, [...path, index], found));
  else if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value)) walk(inner, [...path, key], found);
}

/** What is said of a text that could act on a terminal. */
export const unprintableAdvice =
  'has control characters, escape sequences or text-direction overrides; they are shown as a mark. Remove them.';

/** The texts that could act on a terminal. */
export const unprintableTexts = (value: unknown): FoundText[] =>
  textsIn(value).filter(({ text }) => !isPrintable(text));
