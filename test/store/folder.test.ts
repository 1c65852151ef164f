import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeFolder } from '../../src/store/folder.ts';
import { makeHome } from '../support/home.ts';

test('folders that are missing on the way are made', () => {
  const home = join(makeHome().dir, 'a', 'b', 'c');
  makeFolder(home);
  makeFolder(home);
  expect(existsSync(home)).toBe(true);
});

test('where the system refuses a folder it is an error, not an endless wait', () => {
  expect(() => makeFolder(join('/proc', 'no-such-home', 'data'))).toThrow(
    /ENOENT|EACCES|EPERM|EROFS|ENOTSUP/,
  );
});
