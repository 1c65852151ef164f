import { join } from 'node:path';
import { expect, test } from 'vitest';
import { smallBank } from '../support/banks.ts';
import { cca } from '../support/cli.ts';
import { makeHome } from '../support/home.ts';
import { keys, terminal } from '../support/terminal.ts';

test('a quiz runs through a pipe and is saved', async () => {
  const home = makeHome();
  const bank = smallBank(join(home.dir, 'bank'));
  const ran = await cca(['quiz', '--bank', bank, '--kind', 'single', '-n', '2'], { home, input: 'a\nb\n' });
  expect(ran).toMatchObject({ status: 0, stderr: '' });
  expect(ran.stdout).toMatch(/\d of 2 right/);
  expect(home.events().map(event => event.type)).toEqual([
    'session-started',
    'question-shown',
    'question-answered',
    'question-shown',
    'question-answered',
    'session-finished',
  ]);
});

test('a quiz runs in a terminal and leaves the screen as it was', async () => {
  const home = makeHome();
  const bank = smallBank(join(home.dir, 'bank'));
  const learner = terminal(['quiz', '--bank', bank, '--kind', 'single', '-n', '2'], { home });
  await learner.waitFor(/1 of 2/);
  expect(learner.isAlternate()).toBe(true);
  learner.press('1');
  await learner.waitFor(/Right|Wrong/);
  learner.press(keys.enter);
  await learner.waitFor(/2 of 2/);
  learner.press('1', keys.enter);
  expect(await learner.ended()).toMatchObject({ exitCode: 0 });
  expect(learner.isAlternate()).toBe(false);
  expect(learner.screen()).toMatch(/\d of 2 right/);
});
