import { expect, test } from 'vitest';
import { cca } from '../support/cli.ts';
import { makeHome } from '../support/home.ts';
import { answered, sit, verdict, whole } from '../support/sitting.ts';
import { keys } from '../support/terminal.ts';

const unfinished: [kind: string, typed: string, shown: RegExp, said: RegExp][] = [
  ['multiple', '1', /Choose 2\. 1 of 2 so far/, /Choose 2; 1 chosen/],
  ['multiple', '123', /Choose 2\. 3 of 2 so far/, /Choose 2; 3 chosen/],
  ['ordering', '31', /2 of 3 so far/, /Put all 3 in order; 2 given/],
  ['matching', '1a', /1 of 2 so far/, /Match all 2; 1 matched/],
];

test.for(unfinished)(
  'A question of kind %s waits for the number asked for: "%s" is not an answer',
  async ([kind, typed, shown, said]) => {
    const { home, learner } = await sit(['--kind', kind, '-n', '1']);
    learner.press(typed, keys.enter);
    expect(await learner.waitFor(said)).toMatch(shown);
    expect(answered(home)).toEqual([]);
  },
);

test('A digit takes back what it chose, and c clears everything', async () => {
  const { learner } = await sit(['--kind', 'multiple', '-n', '1']);
  learner.press('12');
  expect(await learner.waitFor(whole(/2 of 2 so far/))).toMatch(/1 ● .*\n.*2 ● .*\n.*3 ○ /);
  learner.press('1');
  expect(await learner.waitFor(whole(/1 of 2 so far/))).toMatch(/1 ○ .*\n.*2 ● .*\n.*3 ○ /);
  learner.press('c');
  expect(await learner.waitFor(whole(/0 of 2 so far/))).not.toMatch(/●/);
});

test('In an ordering an item that is taken out lets the later ones move up', async () => {
  const { learner } = await sit(['--kind', 'ordering', '-n', '1']);
  learner.press('312');
  expect(await learner.waitFor(whole(/3 of 3 so far/))).toMatch(/1 \[2\].*\n.*2 \[3\].*\n.*3 \[1\]/);
  learner.press('1');
  expect(await learner.waitFor(whole(/2 of 3 so far/))).toMatch(/1 \[ \].*\n.*2 \[2\].*\n.*3 \[1\]/);
});

test('A right-hand item that is matched again leaves its first partner', async () => {
  const { learner } = await sit(['--kind', 'matching', '-n', '1']);
  learner.press('1a2b');
  expect(await learner.waitFor(whole(/2 of 2 so far/))).toMatch(/1 \[a\].*\n.*2 \[b\]/);
  learner.press('1b');
  expect(await learner.waitFor(whole(/1 of 2 so far/))).toMatch(/1 \[b\].*\n.*2 \[ \]/);
});

test('A matching that waits for its letter says so, and Esc lets it go', async () => {
  const { learner } = await sit(['--kind', 'matching', '-n', '1']);
  learner.press('2');
  expect(await learner.waitFor(/a letter matches/)).toMatch(/2 \[\?\]/);
  learner.press(keys.escape);
  expect(await learner.waitFor(/q leave/)).toMatch(/2 \[ \]/);
});

test('A digit beyond the choices answers nothing and says how many there are', async () => {
  const { home, learner } = await sit(['--kind', 'single', '-n', '1']);
  learner.press('9');
  await learner.waitFor(/There are 3 choices here/);
  expect(answered(home)).toEqual([]);
});

test('With the setting confirm a digit selects and Enter answers', async () => {
  const home = makeHome();
  await cca(['config', 'set', 'confirm', 'on'], { home });
  const { learner, at } = await sit(['--kind', 'single', '-n', '1'], { home });
  learner.press('3');
  await learner.waitFor(/❯ 3/);
  learner.press('2');
  await learner.waitFor(/❯ 2/);
  expect(answered(home)).toEqual([]);
  learner.press(keys.enter);
  await learner.waitFor(verdict);
  expect(answered(home)).toMatchObject([{ correct: at('The right one') === '2' }]);
});

test('After a verdict only Enter or Space goes on', async () => {
  const { home, learner } = await sit(['--kind', 'single', '-n', '3']);
  learner.press('1');
  await learner.waitFor(verdict);
  learner.press('1', '2', 'n', 'j', 'x', keys.right, keys.down, 'f');
  expect(await learner.waitFor(whole(/flagged/))).toMatch(verdict);
  learner.press(keys.space);
  await learner.waitFor(/2 of 3/);
  learner.press('1');
  await learner.waitFor(verdict);
  learner.press(keys.enter);
  await learner.waitFor(/3 of 3/);
  expect(answered(home)).toHaveLength(2);
});

test('Keys typed ahead are not lost between questions', async () => {
  const { home, learner } = await sit(['--kind', 'single', '-n', '3']);
  learner.press('1\r1\r1\r');
  expect(await learner.ended()).toMatchObject({ exitCode: 0 });
  expect(home.events().map(event => event.type)).toEqual([
    'session-started',
    'question-shown',
    'question-answered',
    'question-shown',
    'question-answered',
    'question-shown',
    'question-answered',
    'session-finished',
  ]);
});
