import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeAtomically } from './atomic-file.ts';
import type { Paths } from './paths.ts';
import { tokenOf } from '../rng.ts';

/**
 * Remembers in the cache what is costly to work out: the latest value of this name, under all that it depends on, which
 * `key` must hold. What comes back is what `make` gives, or its equal by way of JSON; without the cache it only takes longer.
 */
export function remembered<Value>(name: string, paths: Paths): (key: string, make: () => Value) => Value {
  const path = join(paths.cache, 'remembered', `${name}.json`);
  return (key, make) => {
    const token = tokenOf(key);
    const known = readKnown<Value>(path, token);
    if (known) return known.value;
    const value = make();
    try {
      writeAtomically(path, JSON.stringify({ token, value }), { synced: false });
    } catch {
      // A cache that cannot be written costs time and nothing else.
    }
    return value;
  };
}

function readKnown<Value>(path: string, token: string): { readonly value: Value } | undefined {
  try {
    const known = JSON.parse(readFileSync(path, 'utf8')) as { token: string; value: Value };
    return known.token === token && known.value !== undefined ? known : undefined;
  } catch {
    return undefined;
  }
}
