import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { entryOf, topic, writeBank } from '../support/banks.ts';
import { cca } from '../support/cli.ts';
import { makeHome, type Home } from '../support/home.ts';
import { keys, terminal } from '../support/terminal.ts';

const singles = (domain: string, count: number) =>
  topic(...Array.from({ length: count }, (_, i) => entryOf.single(`${domain}-q${i + 1}`)));

/**
 * A learner who has handed in an exam of ten: 1 changed and flagged, 2 guessed, 3 answered, the others left open. Gives
 * the session's id.
 */
async function handedIn(home: Home): Promise<string> {
  const bank = writeBank(join(home.dir, 'bank'), {
    'birds/air.yaml': singles('birds-air', 8),
    'fish/water.yaml': singles('fish-water', 4),
  });
  const input = 'a\nb\nflag\nnext\nguess c\nnext\na\nsubmit\nyes\n';
  await cca(['mock-exam', '--bank', bank, '--seed', 'abc'], { home, input });
  const [started] = home.events();
  return started && 'session' in started ? (started.session ?? '') : '';
}

/** The numbers of the questions that a review in plain lines shows. */
async function numbers(home: Home, ...flags: string[]): Promise<number[]> {
  const { stdout } = await cca(['mock-exam', 'review', ...flags], { home });
  return [...stdout.matchAll(/^Question (\d+) of 10:/gm)].map(match => Number(match[1]));
}

test('a review in plain lines shows what its filter names, and says so when that is nothing', async () => {
  const home = makeHome();
  await handedIn(home);
  expect(await numbers(home)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(await numbers(home, '--flagged')).toEqual([1]);
  expect(await numbers(home, '--changed')).toEqual([1]);
  expect(await numbers(home, '--guessed')).toEqual([2]);
  expect(await numbers(home, '--unanswered')).toEqual([4, 5, 6, 7, 8, 9, 10]);
  const wrong = await numbers(home, '--wrong');
  expect(wrong).toEqual(expect.arrayContaining([4, 5, 6, 7, 8, 9, 10]));
  const both = await cca(['mock-exam', 'review', '--wrong', '--flagged'], { home });
  expect(both).toMatchObject({ status: 2, stderr: expect.stringMatching(/--wrong and --flagged exclude/) });
});

test('each question of a review has what was chosen, first and last, the key, why and sources', async () => {
  const home = makeHome();
  await handedIn(home);
  const { stdout } = await cca(['mock-exam', 'review', '--changed'], { home });
  expect(stdout).toMatch(/^Question 1 of 10: (right|wrong), flagged, changed\. (Birds|Fish), /m);
  expect(stdout.match(/\[(?:key, )?your choice\]/g)).toHaveLength(1);
  expect(stdout.match(/\[key/g)).toHaveLength(1);
  expect(stdout).toMatch(/^You chose first: /m);
  expect(stdout).toMatch(/^Why: This rationale[^]*^Read: https:\/\/example\.org\/page \(Facts\)/m);
});

test('in a terminal a review goes through the questions by filter, number and arrow, and leaves with q', async () => {
  const home = makeHome();
  const id = await handedIn(home);
  const learner = terminal(['mock-exam', 'review', id.slice(0, 5)], { home, rows: 30 });
  await learner.waitFor(/question 1 of 10 +all: 1 of 10[^]*(Right|Wrong)[^]*Why +This rationale/);
  learner.press(keys.right, 'n', 'p');
  await learner.waitFor(/question 2 of 10[^]*guessed · /);
  learner.press('u');
  await learner.waitFor(/question 4 of 10 +unanswered: 1 of 7[^]*✘ Unanswered/);
  learner.press('/', '1', '0', keys.enter);
  await learner.waitFor(/question 10 of 10 +unanswered: 7 of 7/);
  learner.press('n');
  await learner.waitFor(/This is the last/);
  learner.press('/', '2', keys.enter);
  await learner.waitFor(/question 2 of 10 +all: 2 of 10[^]*Question 2 is not unanswered/);
  learner.press('c');
  await learner.waitFor(/question 1 of 10 +changed: 1 of 1[^]*Changed from /);
  learner.press('?');
  await learner.waitFor(/q leaves the review/);
  learner.press('x', 'q');
  expect(await learner.ended()).toMatchObject({ exitCode: 0 });
  expect(learner.isAlternate()).toBe(false);
});

test('a review in a terminal begins with the filter asked for, and shows all where that is nothing', async () => {
  const home = makeHome();
  await handedIn(home);
  const flagged = terminal(['mock-exam', 'review', '--flagged'], { home });
  await flagged.waitFor(/flagged: 1 of 1/);
  flagged.press(keys.ctrlC);
  expect(await flagged.ended()).toMatchObject({ exitCode: 130 });
  await cca(['mock-exam', '--bank', join(home.dir, 'bank')], { home, input: 'submit\nyes\n' });
  const none = terminal(['mock-exam', 'review', '--guessed'], { home });
  await none.waitFor(/all: 1 of 10[^]*No answer was marked as a guess/);
  none.press(keys.escape);
  expect(await none.ended()).toMatchObject({ exitCode: 0 });
});

test('after an exam the report offers what was wrong, flagged, all, and a page, and ends with Enter', async () => {
  const home = makeHome();
  const bank = writeBank(join(home.dir, 'bank'), { 'birds/air.yaml': singles('birds-air', 12) });
  const learner = terminal(['mock-exam', '--bank', bank], { home, cwd: home.dir });
  await learner.waitFor(/question 1 of 10/);
  learner.press('1', 'f', 's');
  await learner.waitFor(/Type yes/);
  learner.press('yes', keys.enter);
  await learner.waitFor(/Mock exam 1: [01] of 10, not passed\.\n ?w wrong[^]*f flagged \(1\)[^]*Enter leave/);
  learner.press('f');
  await learner.waitFor(/flagged: 1 of 1/);
  learner.press('q');
  await learner.waitFor(/Enter leave/);
  learner.press('h');
  await learner.waitFor(/Written: [^]*\.html[^]*Enter leave/);
  learner.press(keys.enter);
  expect(await learner.ended()).toMatchObject({ exitCode: 0 });
  const [started] = home.events();
  const file = join(home.dir, `mock-exam-${started && 'session' in started ? started.session : ''}.html`);
  expect(readFileSync(file, 'utf8')).toMatch(/^<!doctype html>[^]*Mock exam 1: Test Exam/);
  expect(learner.screen().match(/Enter leave/g) ?? []).toEqual([]);
});

test('a report page that cannot be written is exit 4, and says why and that the exam is saved', async () => {
  const home = makeHome();
  await handedIn(home);
  mkdirSync(join(home.dir, 'folder'));
  writeFileSync(join(home.dir, 'file'), '');
  for (const [path, why] of [
    ['missing/report.html', 'its folder does not exist'],
    ['folder', 'it is a folder'],
    ['file/report.html', 'a part of its path is a file'],
  ] as const) {
    const ran = await cca(['mock-exam', 'report', '--html', join(home.dir, path)], { home });
    expect(ran).toMatchObject({ status: 4, stdout: '' });
    expect(ran.stderr).toContain(`cannot be written to ${join(home.dir, path)}: ${why}`);
    expect(ran.stderr).toContain('the exam itself is saved');
  }
  expect(existsSync(join(home.dir, 'missing'))).toBe(false);
  if (existsSync('/dev/full'))
    expect(await cca(['mock-exam', 'report', '--html', '/dev/full'], { home })).toMatchObject({
      status: 4,
      stderr: expect.stringContaining('the disk is full'),
    });
});

test('the report names pace, the slowest questions, guesses and changes, in words and as JSON', async () => {
  const home = makeHome();
  await handedIn(home);
  const text = await cca(['mock-exam', 'report'], { home });
  expect(text.stdout).toMatch(/^\d+ s a question; the exam allows 90, and 0 took longer\./m);
  expect(text.stdout).toMatch(/^Unanswered 7, flagged 1, guessed 1 \([01] right\)\.$/m);
  expect(text.stdout).toMatch(/^You changed 1 answer: /m);
  const json = await cca(['mock-exam', 'report', '--json'], { home });
  const { questions } = JSON.parse(json.stdout) as { questions: { isFlagged: boolean; ms: number }[] };
  expect(questions.map(({ isFlagged }) => isFlagged)).toEqual([
    true,
    ...Array.from({ length: 9 }, () => false),
  ]);
  expect(questions.every(({ ms }) => ms >= 0)).toBe(true);
});

test('an option that belongs to another of its commands is refused, and the right one is named', async () => {
  const home = makeHome();
  for (const [args, words] of [
    [['--html', 'x.html'], /cca mock-exam report --html/],
    [['--wrong'], /cca mock-exam review --wrong/],
    [['list', '--json'], /--json does not go with mock-exam list/],
    [['report', '--length', 'mini'], /--length does not go with mock-exam report/],
    [['review', '--json-lines'], /--json-lines does not go with mock-exam review/],
  ] as const) {
    const ran = await cca(['mock-exam', ...args], { home });
    expect(ran).toMatchObject({ status: 2, stdout: '' });
    expect(ran.stderr).toMatch(words);
  }
});
