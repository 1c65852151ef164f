import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Copies the built program to a folder that has a bank in `questions`: the program as if it shipped with that bank. */
export function shippedIn(dir: string): readonly [string, string] {
  for (const part of ['bin', 'dist', 'package.json'])
    cpSync(join(root, part), join(dir, part), { recursive: true });
  return [process.execPath, join(dir, 'bin', 'cca.js')];
}
