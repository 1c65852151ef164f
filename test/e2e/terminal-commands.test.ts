import { join } from 'node:path';
import { expect, test } from 'vitest';
import { entryOf, topic, writeBank } from '../support/banks.ts';
import { cca } from '../support/cli.ts';
import { makeHome } from '../support/home.ts';
import { answered, sit, verdict, whole } from '../support/sitting.ts';
import { keys } from '../support/terminal.ts';

const one = ['--kind', 'single', '-n', '1'];

test('g marks an answer as a guess, which the verdict shows and the journal keeps', async () => {
  const { home, learner } = await sit(one);
  learner.press('g');
  expect(await learner.waitFor(whole(/^guessing$/m))).toMatch(/g not guessing/);
  learner.press('1');
  await learner.waitFor(/(Right|Wrong).*\(guessing\)/);
  expect(answered(home)).toMatchObject([{ guess: true }]);
});

test('g pressed again takes the guess back', async () => {
  const { home, learner } = await sit(one);
  learner.press('g');
  await learner.waitFor(/g not guessing/);
  learner.press('g');
  await learner.waitFor(/g guessing/);
  learner.press('1');
  expect(await learner.waitFor(whole(verdict))).not.toMatch(/guessing/);
  expect(answered(home)).toMatchObject([{ guess: false }]);
});

test('f flags a question until f clears it, before and after the answer', async () => {
  const { home, learner } = await sit(one);
  const flags = () =>
    home.events().flatMap(event => (event.type === 'question-flagged' ? [event.flagged] : []));
  learner.press('f');
  await learner.waitFor(/⚑ flagged/);
  expect(flags()).toEqual([true]);
  learner.press('1');
  expect(await learner.waitFor(verdict)).toMatch(/⚑ flagged/);
  learner.press('f');
  await learner.waitFor(/new to you\n/);
  expect(flags()).toEqual([true, false]);
});

test('n and the right arrow skip: no key is shown, and the question returns once at the end', async () => {
  const { home, learner } = await sit(['--kind', 'single', '-n', '2']);
  const stem = (screen: string) => screen.match(/about (\S+)\?/)?.[1];
  const first = stem(learner.screen());
  learner.press('n');
  const second = stem(await learner.waitFor(whole(new RegExp(`about (?!${first})`))));
  learner.press('1');
  await learner.waitFor(verdict);
  learner.press(keys.enter);
  expect(stem(await learner.waitFor(whole(/skipped once/)))).toBe(first);
  learner.press(keys.right);
  expect(await learner.ended()).toMatchObject({ exitCode: 0 });
  expect(learner.screen()).toMatch(/of 1 right, 1 skipped/);
  expect(answered(home)).toMatchObject([{ question: second }]);
  expect(home.events().filter(event => event.type === 'question-skipped')).toMatchObject([
    { question: first },
    { question: first },
  ]);
});

test('r reports a fault with a note, which cca bank reports lists', async () => {
  const { home, learner } = await sit(one);
  learner.press('r');
  await learner.waitFor(/What is wrong\?/);
  learner.press('the q key, and 1', keys.enter);
  await learner.waitFor(/q leave/);
  learner.press('1');
  await learner.waitFor(verdict);
  learner.press('r');
  await learner.waitFor(/What is wrong\?/);
  learner.press('after the answer too', keys.enter);
  await learner.waitFor(/Enter next/);
  const { stdout } = await cca(['bank', 'reports'], { home });
  expect(stdout).toContain('the q key, and 1');
  expect(stdout).toContain('after the answer too');
});

test('A report without words is asked for again, and Esc takes it back', async () => {
  const { home, learner } = await sit(one);
  learner.press('r', keys.enter);
  await learner.waitFor(/Say in a few words what is wrong/);
  learner.press(keys.escape);
  await learner.waitFor(/q leave/);
  expect(home.events().map(event => event.type)).not.toContain('question-reported');
});

test('? shows the keys that hold now, and any other key goes back', async () => {
  const { learner } = await sit(one);
  learner.press('?');
  expect(await learner.waitFor(/Any other key goes back/)).toMatch(/1 to 9 answer with that option/);
  learner.press('x');
  await learner.waitFor(/q leave/);
  learner.press('1');
  await learner.waitFor(verdict);
  learner.press('?');
  const help = await learner.waitFor(/Any other key goes back/);
  expect(help).toMatch(/Enter or Space goes on/);
  expect(help).not.toMatch(/1 to 9/);
});

test('e says so when a question has no exhibit', async () => {
  const { learner } = await sit(one);
  learner.press('e');
  expect(await learner.waitFor(whole(/This question has no exhibit/))).toMatch(/1-3 answer/);
});

test('q leaves a question and a verdict; what was answered is saved', async () => {
  const { home, learner } = await sit(['--kind', 'single', '-n', '2']);
  learner.press('1');
  await learner.waitFor(verdict);
  learner.press('q');
  expect(await learner.ended()).toMatchObject({ exitCode: 0 });
  expect(learner.screen()).toMatch(/1 of 2 answered, [01] right so far/);
  expect(home.events().at(-1)).toMatchObject({ type: 'session-paused' });
});

test('q on the last verdict ends the session instead of pausing it', async () => {
  const { home, learner } = await sit(one);
  learner.press('1');
  await learner.waitFor(verdict);
  learner.press('q');
  expect(await learner.ended()).toMatchObject({ exitCode: 0 });
  expect(learner.screen()).toMatch(/[01] of 1 right/);
  expect(home.events().at(-1)).toMatchObject({ type: 'session-finished', answered: 1, of: 1 });
});

const lines = Array.from({ length: 60 }, (_, index) => `          line ${index + 1} of sixty`).join('\n');
const longExhibit = `
    exhibits:
      - language: text
        title: long.txt
        text: |
${lines}`;

test('PgDn unfolds a long exhibit above the options, and the keys that answer go on working', async () => {
  const home = makeHome();
  const bank = writeBank(join(home.dir, 'bank'), {
    'birds/air.yaml': topic(entryOf.single('birds-air-q1', longExhibit)),
  });
  const { learner } = await sit(['-n', '1'], { home, bank });
  expect(learner.screen()).not.toMatch(/line 10 of sixty/);
  learner.press(keys.pageDown);
  await learner.waitFor(whole(/line 10 of sixty/));
  for (let page = 0; page < 5; page++) learner.press(keys.pageDown);
  expect(await learner.waitFor(whole(/line 60 of sixty[^]*The right one/))).toMatch(/1-3 answer/);
  learner.press('1');
  await learner.waitFor(verdict);
});

test('e shows a long exhibit on the whole screen, where PgDn, PgUp and the arrows scroll', async () => {
  const home = makeHome();
  const bank = writeBank(join(home.dir, 'bank'), {
    'birds/air.yaml': topic(entryOf.single('birds-air-q1', longExhibit)),
  });
  const { learner, at } = await sit(['-n', '1'], { home, bank });
  expect(learner.screen()).toMatch(/line 1 of sixty[^]*more lines: PgDn unfolds, e shows all/);
  expect(at('The right one')).toMatch(/[123]/);

  learner.press('e');
  expect(await learner.waitFor(whole(/PgUp\/PgDn scroll/))).not.toMatch(/The right one/);
  const seen = (screen: string) =>
    [...screen.matchAll(/line (\d+) of sixty/g)].map(match => Number(match[1]));
  const pages = [seen(learner.screen())];
  while (pages.at(-1)?.at(-1) !== 60) {
    const last = pages.at(-1)?.at(-1) as number;
    learner.press(keys.pageDown);
    pages.push(seen(await learner.waitFor(whole(new RegExp(`line ${last + 1} of`)))));
  }
  expect(new Set(pages.flat()).size).toBe(60);

  learner.press(keys.pageDown, keys.down, keys.up);
  const [top = 0] = pages.at(-1) ?? [];
  await learner.waitFor(new RegExp(`line ${top - 1} of`));
  learner.press(keys.pageUp.repeat(6));
  expect(seen(await learner.waitFor(whole(/line 1 of/)))[0]).toBe(1);
  learner.press('x');
  await learner.waitFor(/1-3 answer/);
});
