import { isPrintable } from '../../printable.ts';
import type { Rule } from './types.ts';

export const controlCharacters: Rule = {
  name: 'control-characters',
  severity: 'warning',
  check({ placed }, report) {
    for (const item of placed)
      for (const { path, text } of texts(item.written, []))
        if (!isPrintable(text))
          report(
            item,
            path,
            'has control characters, escape sequences or text-direction overrides; they are shown as a mark. Remove them.',
          );
  },
};

/** Every string within a value, with the way to it. */
function* texts(
  value: unknown,
  path: readonly (string | number)[],
): Generator<{ path: readonly (string | number)[]; text: string }> {
  if (typeof value === 'string') yield { path, text: value };
  else if (Array.isArray(value))
    for (const [index, inner] of value.entries()) yield* texts(inner, [...path, index]);
  else if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value)) yield* texts(inner, [...path, key]);
}
