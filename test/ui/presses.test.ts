import { expect, test } from 'vitest';
import { pressesOf } from '../../src/ui/tty/presses.ts';

const escape = { name: 'escape', ctrl: false };

test.each([
  ['a letter', { name: 'n', sequence: 'n' }, [{ name: 'n', ctrl: false }]],
  ['a sign, which has no name', { sequence: '/' }, [{ name: '/', ctrl: false }]],
  ['Escape', { name: 'escape', meta: true, sequence: '\u001b' }, [escape]],
  ['an arrow', { name: 'up', sequence: '\u001b[A' }, [{ name: 'up', ctrl: false }]],
  [
    'Escape and a letter in one go',
    { name: 'n', meta: true, sequence: '\u001bn' },
    [escape, { name: 'n', ctrl: false }],
  ],
  ['Escape and a sign in one go', { meta: true, sequence: '\u001b/' }, [escape, { name: '/', ctrl: false }]],
])('%s arrives as the keys that were pressed', (_what, event, keys) => {
  expect(pressesOf(event)).toEqual(keys);
});
