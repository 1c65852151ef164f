import { join } from 'node:path';
import { expect, test } from 'vitest';
import { smallBank } from '../support/banks.ts';
import { makeHome } from '../support/home.ts';
import { shell } from '../support/shell.ts';
import { sit, verdict, whole } from '../support/sitting.ts';
import { keys, type RunningTerminal } from '../support/terminal.ts';

const single = ['--kind', 'single', '-n', '3'];

/** A quiz that was started from a shell's prompt. */
async function quizInShell(command = (quiz: string) => quiz) {
  const home = makeHome();
  const bank = smallBank(join(home.dir, 'bank'));
  const learner = await shell({ home });
  learner.press(command(`cca quiz --bank ${bank} --seed abc ${single.join(' ')}`), keys.enter);
  const question = await learner.waitFor(whole(/1 of 3/));
  return { home, learner, question };
}

/** Ends the program before the shell ends, which would hang up on it. */
async function leave(learner: RunningTerminal) {
  learner.press('q');
  await learner.waitFor(/\$$/);
}

test('Ctrl-Z gives the shell its screen back, and fg draws the question again', async () => {
  const { learner, question } = await quizInShell();
  learner.press(keys.ctrlZ);
  const stopped = await learner.waitFor(/Stopped[^]*\$$/);
  expect(stopped).not.toMatch(/1 of 3/);
  expect(learner.isAlternate()).toBe(false);
  learner.press('echo so""far', keys.enter);
  await learner.waitFor(/^sofar$/m);

  learner.press('fg', keys.enter);
  await learner.waitFor(whole(/1 of 3/));
  expect(learner.isAlternate()).toBe(true);
  const stem = question.match(/Which one is .*/)?.[0] as string;
  expect(learner.screen()).toContain(stem);
  learner.press('1');
  await learner.waitFor(verdict);
  await leave(learner);
});

test('After Ctrl-Z and fg nothing of the session is left on the screen of the shell', async () => {
  const { learner } = await quizInShell();
  learner.press(keys.ctrlZ);
  await learner.waitFor(/Stopped/);
  learner.press('fg', keys.enter);
  await learner.waitFor(/1 of 3/);
  learner.press('q');
  const screen = await learner.waitFor(/Go on with[^]*\$$/);
  expect(screen).not.toMatch(/Which one is right|1-3 answer/);
});

test('What was typed is still there after Ctrl-Z and fg', async () => {
  const home = makeHome();
  const bank = smallBank(join(home.dir, 'bank'));
  const learner = await shell({ home });
  learner.press(`cca quiz --bank ${bank} --kind fill-in`, keys.enter);
  await learner.waitFor(/Esc other keys/);
  learner.press('tool get', keys.ctrlZ);
  await learner.waitFor(/Stopped/);
  learner.press('fg', keys.enter);
  await learner.waitFor(/^> tool get$/m);
  learner.press(' -n x', keys.enter);
  await learner.waitFor(/✔ Right/);
  await leave(learner);
});

test('A window resized while the session was stopped is filled as it is now', async () => {
  const { learner } = await quizInShell();
  learner.press(keys.ctrlZ);
  await learner.waitFor(/Stopped/);
  learner.resize(60, 20);
  learner.press('fg', keys.enter);
  await learner.waitFor(/1 of 3/);
  const { learner: fresh } = await sit(single, { columns: 60, rows: 20 });
  learner.press(keys.down);
  fresh.press(keys.down);
  await fresh.waitFor(whole(/❯ 2/));
  await learner.waitFor(whole(/❯ 2/));
  expect(learner.screen()).toBe(fresh.screen());
  await leave(learner);
});

test('Ctrl-Z stops what the program was started by, too, so that the shell comes back', async () => {
  const { learner } = await quizInShell(quiz => `sh -c '${quiz}; echo the end'`);
  learner.press(keys.ctrlZ);
  await learner.waitFor(/Stopped[^]*\$$/);
  learner.press('fg', keys.enter);
  await learner.waitFor(/1 of 3/);
  learner.press('q');
  await learner.waitFor(/^the end$/m);
});

test('Where no shell waits, Ctrl-Z changes nothing', async () => {
  const { learner } = await sit(single);
  learner.press(keys.ctrlZ, keys.down);
  await learner.waitFor(/❯ 2/);
  expect(learner.isAlternate()).toBe(true);
  learner.press('q');
  expect(await learner.ended()).toMatchObject({ exitCode: 0 });
});
