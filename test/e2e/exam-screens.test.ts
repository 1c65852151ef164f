import { join } from 'node:path';
import { expect, test } from 'vitest';
import { entryOf, topic, writeBank } from '../support/banks.ts';
import { handIn, sitExam } from '../support/exams.ts';
import { makeHome } from '../support/home.ts';
import { keys, type RunningTerminal, type TerminalOptions } from '../support/terminal.ts';

const exhibit = `
    exhibits:
      - language: yaml
        title: a-long-policy.yaml
        text: |
          spec:
${Array.from({ length: 59 }, (_, line) => `            number-${line + 1}: a value that takes some room on its line`).join('\n')}`;

/** An exam whose every question has an exhibit of sixty lines. */
async function sitLong(args: readonly string[], options: Partial<TerminalOptions>): Promise<RunningTerminal> {
  const home = makeHome();
  const bank = writeBank(join(home.dir, 'bank'), {
    'birds/air.yaml': topic(
      ...Array.from({ length: 10 }, (_, i) => entryOf.single(`birds-air-q${i + 1}`, exhibit)),
    ),
  });
  return sitExam(home, args, { ...options, bank });
}

test('in 24 lines with a 60-line exhibit the ticking clock moves nothing and no scrollback grows', async () => {
  const learner = await sitLong(['--minutes', '4'], { rows: 24 });
  const body = () => learner.screen().split('\n').slice(1).join('\n');
  learner.press('n');
  await learner.waitFor(/question 2 of 10/);
  const clocks = new Set<string>();
  const before = body();
  for (let look = 0; look < 8; look++) {
    await new Promise(resolve => setTimeout(resolve, 400));
    const [first = ''] = learner.screen().split('\n');
    expect(first).toMatch(/^Mock exam 1 · question 2 of 10 +\d:\d\d left$/);
    clocks.add(first);
  }
  expect(clocks.size).toBeGreaterThanOrEqual(3);
  expect(body()).toBe(before);
  learner.press('e');
  await learner.waitFor(/PgUp\/PgDn/);
  for (let page = 0; page < 6; page++) learner.press(keys.pageDown);
  await learner.waitFor(/number-59/);
  expect(learner.screen().split('\n')[0]).toMatch(/^Mock exam 1/);
  expect(learner.scrollback()).toBe(0);
  expect(learner.isAlternate()).toBe(true);
});

test('in 60 columns every screen of an exam keeps its words within the window', async () => {
  const learner = await sitLong(['--minutes', '30'], { columns: 60, rows: 24 });
  const fits = (screen: string) => {
    for (const line of screen.split('\n')) expect(line.length).toBeLessThanOrEqual(59);
    return screen;
  };
  fits(await learner.waitFor(/question 1 of 10 +30 min left/));
  learner.press('f', '1');
  fits(await learner.waitFor(/answered 1 · flagged 1 +⚑ flagged/));
  learner.press('m');
  fits(
    await learner.waitFor(
      /10 ·[^]*● answered +○ seen +· not seen +⚑ flagged[^]*s a question left[^]*Esc back/,
    ),
  );
  learner.press('u');
  fits(await learner.waitFor(/showing:\s+unanswered/));
  learner.press(keys.escape, 's');
  fits(await learner.waitFor(/Unanswered +2, 3, 4[^]*Flagged +1[^]*Type yes/));
  learner.press('yes', keys.enter);
  fits(await learner.waitFor(/Enter leave/));
  learner.press('a');
  fits(await learner.waitFor(/question 1 of 10[^]*q leave/));
  learner.press(keys.pageDown);
  fits(await learner.waitFor(/Why +This rationale/));
});

const colour = /\u001b\[(?:\d+;)*(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])(?:;\d+)*m/;

test('without colour everything an exam says is still said, by sign and word', async () => {
  const home = makeHome();
  const learner = await sitExam(home, ['--seed', 'abc'], { env: { NO_COLOR: '1' }, rows: 30 });
  learner.press('1', 'f', 'n', 'g');
  await learner.waitFor(/Mark an answer first/);
  learner.press('2', 'g');
  await learner.waitFor(/guessing$/m);
  learner.press('m');
  await learner.waitFor(/1 ●⚑❯ +2 ●/);
  learner.press(keys.escape);
  await handIn(learner);
  learner.press('a');
  await learner.waitFor(/(right|wrong), flagged[^]*[✔✘] (Right|Wrong)/);
  learner.press('u');
  await learner.waitFor(/unanswered · [^]*✘ Unanswered/);
  learner.press('q');
  await learner.waitFor(/Enter leave/);
  learner.press('q');
  await learner.ended();
  expect(learner.output()).not.toMatch(colour);
});

test('in the C locale every byte of an exam and its review is ASCII', async () => {
  const home = makeHome();
  const learner = await sitExam(home, ['--seed', 'abc'], { env: { LANG: 'C' }, rows: 30 });
  learner.press('1', 'f', 'm');
  await learner.waitFor(/\* answered +o seen +\| not seen +! flagged/);
  learner.press(keys.escape);
  await handIn(learner);
  learner.press('a');
  await learner.waitFor(/[+x] (Right|Wrong)/);
  learner.press('q');
  await learner.waitFor(/Enter leave/);
  learner.press(keys.enter);
  await learner.ended();
  expect(learner.output()).not.toMatch(/[^\u0000-\u007f]/);
});

test('a window that is made smaller and larger during a review is drawn again as it is now', async () => {
  const learner = await sitLong([], { rows: 30 });
  await handIn(learner);
  learner.press('a');
  await learner.waitFor(/question 1 of 10/);
  learner.resize(50, 16);
  await learner.waitFor(/^Mock exam 1[^]*more lines: PgDn/);
  expect(learner.screen().split('\n').length).toBeLessThanOrEqual(16);
  learner.resize(100, 40);
  await learner.waitFor(/^Mock exam 1.{70,}all: 1 of 10\n/);
});
