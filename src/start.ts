import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Script } from 'node:vm';

/*
 * Runs the built program from V8's code cache, which the build leaves beside it: compiling the file anew takes 9 of the
 * 20 ms that cca adds to Node's own start. A command has a cache of what it runs itself, where the build made one, so
 * that none has to be read in for another. The caches are for the very Node that made them, and named so: V8 itself takes
 * one that another patch of the same V8 made, and then runs wrong code. Any other Node compiles.
 */

type Program = { main(root: string): Promise<void> };

/** The cache for commands without their own. */
export const anyCommand = 'any';

/** Where the code cache of a command, for this Node, lies below the package's folder. */
export const cacheOf = (root: string, command: string): string =>
  join(root, 'dist', 'code', `${command}.${process.version}-${process.arch}.cache`);

/** Loads `dist/main.cjs` below the package's folder, to run this command. Throws what reading it throws. */
export function load(root: string, command = commandIn(process.argv)): { program: Program; script: Script } {
  const file = join(root, 'dist', 'main.cjs');
  const cachedData = readIfThere(cacheOf(root, command)) ?? readIfThere(cacheOf(root, anyCommand));
  const source = `(function(exports,require,module){${readFileSync(file, 'utf8')}\n})`;
  const script = new Script(source, { filename: file, ...(cachedData && { cachedData }) });
  const module = { exports: {} as Program };
  (script.runInThisContext() as (...args: unknown[]) => void)(module.exports, createRequire(file), module);
  return { program: module.exports, script };
}

/** The home screen stands for no command at all; what is no plain word has no cache. */
function commandIn([, , word = 'home']: readonly string[]): string {
  return /^[a-z-]+$/.test(word) ? word : anyCommand;
}

function readIfThere(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}
