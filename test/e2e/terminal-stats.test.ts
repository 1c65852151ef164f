import { expect, test } from 'vitest';
import { makeLearner, type Learner } from '../support/learner.ts';
import { terminal } from '../support/terminal.ts';

async function studied(): Promise<Learner> {
  const learner = makeLearner();
  await learner.quiz(['-n', '4', '--domain', 'birds'], 'right', 'wrong', 'flag', 'right');
  return learner;
}

/** What `cca stats` leaves on a screen of so many rows, and how many lines have scrolled off it. */
async function screenOf({ home, bank }: Learner, rows: number, ...args: readonly string[]) {
  const shown = terminal(['stats', '--bank', bank, ...args], { home, rows });
  expect(await shown.ended()).toMatchObject({ exitCode: 0 });
  return { screen: shown.screen(), scrolled: shown.scrollback() };
}

test('in a low terminal the statistics are one screen with what decides, and a tall one has everything', async () => {
  const learner = await studied();
  const low = await screenOf(learner, 16);
  expect(low.scrolled).toBe(0);
  expect(low.screen).toMatch(/^Test Exam[^]*^Chance of passing[^]*^Birds[^]*^Fish[^]*^Next {2}/m);
  expect(low.screen).toMatch(/^More {2}habits and mistakes: cca stats --all$/m);
  expect(low.screen).not.toMatch(/^Days /m);

  const lower = await screenOf(learner, 13);
  expect(lower.scrolled).toBe(0);
  expect(lower.screen).toMatch(/^More {2}1 domain, habits and mistakes: cca stats --all$/m);

  const { stdout } = await learner.run('stats', '--bank', learner.bank);
  expect((await screenOf(learner, 60)).screen).toBe(stdout.trimEnd());
  expect(stdout).toMatch(/^Days [^]*^Flagged/m);
  expect(stdout).not.toMatch(/^More /m);
});

test('stats --all and stats --domain show all they have in a low terminal too', async () => {
  const learner = await studied();
  const all = await screenOf(learner, 16, '--all');
  expect(all.scrolled).toBeGreaterThan(0);
  expect(all.screen).toMatch(/^Flagged[^]*^Next /m);
  expect((await screenOf(learner, 16, '--domain', 'birds')).screen).toMatch(/^Flagged[^]*^Next /m);
});
