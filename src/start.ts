import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Script } from 'node:vm';

/*
 * Runs the built program from V8's code cache, which the build leaves beside it: compiling the file anew takes 9 of the
 * 20 ms that cca adds to Node's own start. The cache is for the very Node that made it, and named so: V8 itself takes one that
 * another patch of the same V8 made, and then runs wrong code. Any other Node compiles.
 */

type Program = { main(root: string): Promise<void> };

/** Loads `dist/main.cjs` below the package's folder. Throws what reading it throws. */
export function load(root: string): { program: Program; script: Script } {
  const file = join(root, 'dist', 'main.cjs');
  const cachedData = readIfThere(cacheOf(file));
  const source = `(function(exports,require,module){${readFileSync(file, 'utf8')}\n})`;
  const script = new Script(source, { filename: file, ...(cachedData && { cachedData }) });
  const module = { exports: {} as Program };
  (script.runInThisContext() as (...args: unknown[]) => void)(module.exports, createRequire(file), module);
  return { program: module.exports, script };
}

/** Where the code cache of this Node lies. */
export const cacheOf = (file: string): string => `${file}.${process.version}-${process.arch}.cache`;

function readIfThere(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}
