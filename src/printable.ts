/*
 * C0 controls but tab and newline, DEL, C1, the explicit text-direction controls, zero-width and line separators: what
 * can move a cursor, change a terminal or make text read as something else.
 */
const unsafe =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/;
const everyUnsafe = new RegExp(unsafe.source, 'g');

export const isPrintable = (text: string): boolean => !unsafe.test(text);

/** The text with everything that is not printable shown as `\u{…}`, so that nothing it holds can act on a terminal. */
export const printable = (text: string): string =>
  text.replace(everyUnsafe, character => `\\u{${(character.codePointAt(0) as number).toString(16)}}`);

/** The same for every string inside a value. */
export const printableDeep = <T>(value: T): T => mapTexts(value, printable);

/** A value with every string inside it changed. */
export function mapTexts<T>(value: T, change: (text: string) => string): T {
  if (typeof value === 'string') return change(value) as T;
  if (Array.isArray(value)) return value.map(inner => mapTexts<unknown>(inner, change)) as T;
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [key, mapTexts<unknown>(inner, change)]),
    ) as T;
  return value;
}
