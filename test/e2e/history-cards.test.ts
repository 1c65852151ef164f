import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cardBank } from '../support/banks.ts';
import { cca } from '../support/cli.ts';
import { makeHome } from '../support/home.ts';

/** A learner with cards, and a session of them in which one was graded again, then good, and one undone. */
async function learner(input = '\n1\n\n3\n\n2\nundo\n\n3\nquit\n') {
  const home = makeHome();
  const bank = cardBank(join(home.dir, 'bank'));
  const run = (args: readonly string[], lines = '') =>
    cca([...args, ...(args[0] === 'history' ? [] : ['--bank', bank])], { home, input: lines });
  expect(await run(['flashcards', '--terms', '-n', '3'], input)).toMatchObject({ status: 0, stderr: '' });
  return { home, run };
}

test('history list says how many grades a session of cards was given, and calls none of them wrong', async () => {
  const { run } = await learner();
  expect((await run(['history', 'list'])).stdout).toMatch(/ Flashcards: 3 grades given\n/);
});

test('history check finds no fault in sessions of cards, and tells when grades of one are missing', async () => {
  const { home, run } = await learner();
  expect(await run(['history', 'check'])).toMatchObject({
    status: 0,
    stdout: expect.stringContaining('1 session, 0 answers, 4 card grades'),
  });
  const lines = readFileSync(home.journal, 'utf8').split('\n');
  writeFileSync(home.journal, lines.filter(line => !line.includes('card-graded')).join('\n'));
  expect(await run(['history', 'check'])).toMatchObject({
    status: 1,
    stdout: expect.stringMatching(/3 of its 3 cards are missing/),
  });
});

test('history show lists each card with the grades that stand, and review points there', async () => {
  const { run } = await learner();
  const { stdout } = await run(['history', 'show']);
  expect(stdout).toMatch(/3 of 3 cards graded/);
  expect(stdout).toMatch(/^ +\d  good /m);
  const { cards } = JSON.parse((await run(['history', 'show', '--json'])).stdout) as {
    cards: { grades: { grade: string }[] }[];
  };
  expect(cards.flatMap(({ grades }) => grades.map(({ grade }) => grade)).sort()).toEqual([
    'again',
    'good',
    'good',
  ]);
  expect(await run(['history', 'review'])).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('cca history show'),
  });
});

test('a flagged term card is named by the statistics, and flashcards --flagged --cram asks it', async () => {
  const { run } = await learner('flag\n\n3\n\n3\nquit\n');
  expect((await run(['stats', '--json'])).stdout).toMatch(/"flagged": \[\s+"(birds|fish)-terms-t\d"\s+\]/);
  const none = await run(['flashcards', '--flagged']);
  expect(none.stdout).toMatch(/None of your 1 flagged card is due today/);
  const crammed = await run(['flashcards', '--flagged', '--cram'], '\n3\n');
  expect(crammed.stdout).toMatch(/^1 card done/m);
});
