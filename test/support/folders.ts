import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Everything below a folder, files by a hash of their content: two listings are equal when nothing was written. */
export function listing(dir: string): Readonly<Record<string, string>> {
  const entries = readdirSync(dir, { recursive: true, withFileTypes: true });
  return Object.fromEntries(
    entries.map(entry => {
      const path = join(entry.parentPath, entry.name);
      const content = () => createHash('sha256').update(readFileSync(path)).digest('hex');
      return [path, entry.isFile() ? content() : 'folder'];
    }),
  );
}
