import { expect, test } from 'vitest';
import { answered, sit, verdict, type Sitting } from '../support/sitting.ts';
import { keys } from '../support/terminal.ts';

type Keys = (at: Sitting['at']) => string;

/** Arrows or letters from the first choice down to this one. */
const downTo = (key: string, down: string) => down.repeat(Number(key) - 1);

const right: [how: string, kind: string, typed: Keys, answer: object][] = [
  ['a digit answers a single choice', 'single', at => at('The right one'), { ids: ['key'] }],
  [
    'arrows and Enter answer a single choice',
    'single',
    at => downTo(at('The right one'), keys.down) + keys.enter,
    { ids: ['key'] },
  ],
  [
    'j, k and Enter answer a single choice',
    'single',
    at => `jk${downTo(at('The right one'), 'j')}${keys.enter}`,
    { ids: ['key'] },
  ],
  [
    'the arrow above the first choice leads to the last',
    'true-false',
    at => keys.up + keys.up + downTo(at('True'), keys.down) + keys.enter,
    { ids: ['true'] },
  ],
  ['a digit answers true or false', 'true-false', at => at('True'), { ids: ['true'] }],
  [
    'digits choose several, and Enter answers',
    'multiple',
    at => at('The first right one') + at('The second right one') + keys.enter,
    { ids: ['key-1', 'key-2'] },
  ],
  [
    'Space chooses what the cursor is on',
    'multiple',
    at =>
      [1, 2, 3, 4]
        .map(place => {
          const isKey = [at('The first right one'), at('The second right one')].includes(String(place));
          return (isKey ? keys.space : '') + keys.down;
        })
        .join('') + keys.enter,
    { ids: expect.arrayContaining(['key-1', 'key-2']) as string[] },
  ],
  [
    'digits put items in order',
    'ordering',
    at => at('Step A') + at('Step B') + at('Step C') + keys.enter,
    { ids: ['a', 'b', 'c'] },
  ],
  [
    'Space picks up items in order',
    'ordering',
    at =>
      ['Step A', 'Step B', 'Step C']
        .map(step => downTo(at(step), 'j') + keys.space + downTo(at(step), 'k'))
        .join('') + keys.enter,
    { ids: ['a', 'b', 'c'] },
  ],
  [
    'a digit and a letter match a pair',
    'matching',
    at => at('Left A') + at('Right one') + at('Left B') + at('Right two') + keys.enter,
    {
      pairs: expect.arrayContaining([
        ['a', '1'],
        ['b', '2'],
      ]) as string[][],
    },
  ],
  [
    'Space and a letter match what the cursor is on, which then moves to the next',
    'matching',
    at => {
      const letters = { a: at('Right one'), b: at('Right two') };
      const [first, second] = at('Left A') === '1' ? [letters.a, letters.b] : [letters.b, letters.a];
      return keys.space + first + keys.space + second + keys.enter;
    },
    {
      pairs: expect.arrayContaining([
        ['a', '1'],
        ['b', '2'],
      ]) as string[][],
    },
  ],
  ['a line is typed', 'fill-in', () => `tool get -n x${keys.enter}`, { text: 'tool get -n x' }],
];

test.for(right)('In the terminal %s', async ([, kind, typed, answer]) => {
  const { home, learner, at } = await sit(['--kind', kind, '-n', '1']);
  learner.press(typed(at));
  expect(await learner.waitFor(verdict)).toMatch(/✔ Right/);
  expect(answered(home)).toMatchObject([{ kind, correct: true, guess: false, answer }]);
});
