import { isPrintable } from '../printable.ts';

/** A string within a value, with the way to it. */
export interface FoundText {
  readonly path: readonly (string | number)[];
  readonly text: string;
}

/** Every string within a value. */
export function* textsIn(value: unknown, path: readonly (string | number)[] = []): Generator<FoundText> {
  if (typeof value === 'string') yield { path, text: value };
  else if (Array.isArray(value))
    for (const [index, inner] of value.entries()) yield* textsIn(inner, [...path, index]);
  else if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value)) yield* textsIn(inner, [...path, key]);
}

/** What is said of a text that could act on a terminal. */
export const unprintableAdvice =
  'has control characters, escape sequences or text-direction overrides; they are shown as a mark. Remove them.';

/** The texts that could act on a terminal. */
export const unprintableTexts = (value: unknown): FoundText[] =>
  [...textsIn(value)].filter(({ text }) => !isPrintable(text));
