import type { Context } from '../context.ts';
import { readable, screenWidth } from '../ui/render/text.ts';

/** Prints lines for a reader: in a terminal they are broken at words; elsewhere they are as they are. */
export function say({ output, print }: Context, ...lines: readonly string[]): void {
  print(...readable(lines, output.columns ? screenWidth(output.columns) : Infinity));
}
