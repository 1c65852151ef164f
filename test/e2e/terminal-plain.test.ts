import { join } from 'node:path';
import { expect, test } from 'vitest';
import { smallBank } from '../support/banks.ts';
import { program } from '../support/cli.ts';
import { makeHome } from '../support/home.ts';
import { answered } from '../support/sitting.ts';
import { keys, terminal } from '../support/terminal.ts';

const ways: [name: string, flags: string[], term: string][] = [
  ['With TERM=dumb', [], 'dumb'],
  ['With --plain', ['--plain'], 'xterm-256color'],
];

function begin(flags: readonly string[], term: string) {
  const home = makeHome();
  const bank = smallBank(join(home.dir, 'bank'));
  const learner = terminal(['quiz', '--bank', bank, '--kind', 'single', '-n', '2', ...flags], {
    home,
    // The harness names the terminal itself.
    command: ['env', `TERM=${term}`, process.execPath, program],
  });
  return { home, learner };
}

test.for(ways)(
  '%s a terminal shows plain lines, and the prompt waits on its line',
  async ([, flags, term]) => {
    const { home, learner } = begin(flags, term);
    expect(await learner.waitFor(/type help:$/)).toMatch(/^Question 1 of 2\./m);
    learner.press('a', keys.enter);
    expect(await learner.waitFor(/Question 2 of 2[^]*type help:$/)).toMatch(/type help: a$/m);
    learner.press('b', keys.enter);
    expect(await learner.ended()).toMatchObject({ exitCode: 0 });
    expect(learner.screen()).toMatch(/[012] of 2 right/);
    expect(answered(home)).toHaveLength(2);
    expect(learner.output()).not.toContain('\u001b');
  },
);

test.for([
  ['Ctrl-D', keys.ctrlD, 0],
  ['Ctrl-C', keys.ctrlC, 130],
] as const)('%s leaves a plain session saved, and the last words begin on a line of their own', async row => {
  const [, key, exitCode] = row;
  const { home, learner } = begin(['--plain'], 'xterm-256color');
  await learner.waitFor(/type help:$/);
  learner.press(key);
  expect(await learner.ended()).toMatchObject({ exitCode });
  expect(home.events().at(-1)).toMatchObject({ type: 'session-paused' });
  expect(learner.screen()).toMatch(/^Saved\. Go on with: cca resume [a-z0-9]+$/m);
  expect(learner.screen()).toMatch(/^0 of 2 answered/m);
});

test('With the setting front-end at plain a terminal shows plain lines too', async () => {
  const { home, learner } = begin([], 'xterm-256color');
  await learner.waitFor(/q leave/);
  learner.press('q');
  await learner.ended();
  const set = terminal(['config', 'set', 'front-end', 'plain'], { home });
  expect(await set.ended()).toMatchObject({ exitCode: 0 });
  const resumed = terminal(['resume'], { home });
  await resumed.waitFor(/type help:$/);
  expect(resumed.isAlternate()).toBe(false);
});

test('On a dumb terminal the program alone shows its help instead of the home screen', async () => {
  const home = makeHome();
  const learner = terminal([], { home, rows: 60, command: ['env', 'TERM=dumb', process.execPath, program] });
  expect(await learner.ended()).toMatchObject({ exitCode: 0 });
  expect(learner.screen()).toMatch(/^Usage: cca/);
});
