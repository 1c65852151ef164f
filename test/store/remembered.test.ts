import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { remembered } from '../../src/store/remembered.ts';
import { makeHome } from '../support/home.ts';
import { pathsOf } from '../support/store.ts';

test('what was worked out is remembered as long as it depends on the same, and worked out anew where the cache is damaged', () => {
  const paths = pathsOf(makeHome());
  let made = 0;
  const ask = (key: string) =>
    remembered<{ share: number }>('share', paths)(key, () => ({ share: ++made / 3 }));
  expect([ask('a'), ask('a')]).toEqual([{ share: 1 / 3 }, { share: 1 / 3 }]);
  expect([ask('b'), ask('b')]).toEqual([{ share: 2 / 3 }, { share: 2 / 3 }]);
  expect(ask('a')).toEqual({ share: 1 });
  const folder = join(paths.cache, 'remembered');
  for (const name of readdirSync(folder)) writeFileSync(join(folder, name), '{"hash":');
  expect(ask('a')).toEqual({ share: 4 / 3 });
});

test('a cache that cannot be written is done without', () => {
  const home = makeHome();
  const cache = join(home.dir, 'file');
  writeFileSync(cache, '');
  expect(remembered('share', { ...pathsOf(home), cache })('a', () => 7)).toBe(7);
});
