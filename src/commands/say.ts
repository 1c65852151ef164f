import type { Context } from '../context.ts';
import { screenWidth, wrapIndented } from '../ui/render/text.ts';

/**
 * Prints lines for a reader: in a terminal they are broken at words, but for those with an address, which stays whole to
 * be followed; elsewhere they are as they are.
 */
export function say({ output, print }: Context, ...lines: readonly string[]): void {
  const width = output.columns ? screenWidth(output.columns) : Infinity;
  print(
    ...lines
      .flatMap(line => line.split('\n'))
      .flatMap(line => (line.includes('://') ? [line] : wrapIndented(line, width))),
  );
}
