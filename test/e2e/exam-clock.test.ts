import { expect, test } from 'vitest';
import { cca } from '../support/cli.ts';
import { sitExam, submissions } from '../support/exams.ts';
import { makeHome } from '../support/home.ts';
import { shiftedClock } from '../support/shifted-clock.ts';
import { terminal } from '../support/terminal.ts';

const minute = 60_000;
const hour = 60 * minute;

test('a clock set back an hour during an exam adds no time, also not after the exam was left', async () => {
  const home = makeHome();
  const { env, set } = shiftedClock(home);
  const learner = await sitExam(home, ['--minutes', '4'], { env });
  await learner.waitFor(/3:5\d left/);
  set(-hour);
  await learner.waitFor(/3:5[0-7] left/);
  learner.press('1', 'q');
  await learner.ended();
  const back = terminal(['resume'], { home, env });
  await back.waitFor(/answered 1 [^]*leave/);
  expect(back.screen()).toMatch(/question 1 of 10 +3:5\d left/);
  back.press('n');
  await back.waitFor(/question 2 of 10/);
  await back.waitFor(/3:5[0-5] left/);
});

test('a clock set forward a day during an exam is time passed: it is handed in as it stands', async () => {
  const home = makeHome();
  const { env, set } = shiftedClock(home);
  const learner = await sitExam(home, [], { env });
  learner.press('1');
  await learner.waitFor(/answered 1/);
  set(24 * hour);
  await learner.waitFor(/The time was up[^]*Enter leave/);
  expect(submissions(home)).toEqual({ finished: 1, answered: 1 });
  const report = await cca(['mock-exam', 'report', '--json'], { home, env });
  const { ms } = JSON.parse(report.stdout) as { ms: number };
  // Sleep is not thinking: at most ten minutes are counted for a question.
  expect(ms).toBeLessThanOrEqual(10 * minute);
});

test('a clock set forward a day while an exam is closed is time passed', async () => {
  const home = makeHome();
  const { env, set } = shiftedClock(home);
  const learner = await sitExam(home, [], { env });
  learner.press('1', 'q');
  await learner.ended();
  set(24 * hour);
  const late = terminal(['resume'], { home, env });
  await late.waitFor(/The time was up[^]*Enter leave/);
  set(0);
  expect((await cca(['resume'], { home, env })).stdout).toMatch(/Nothing is unfinished/);
  expect(submissions(home)).toEqual({ finished: 1, answered: 1 });
});

test('time that a sleeping computer slept is gone, is said, and is warned of once', async () => {
  const home = makeHome();
  const { env, set } = shiftedClock(home);
  const learner = await sitExam(home, ['--minutes', '40'], { env, rows: 40 });
  await learner.waitFor(/40 min left/);
  // The clock has been looked at once.
  await new Promise(resolve => setTimeout(resolve, 1200));
  set(12 * minute);
  expect(await learner.waitFor(/28 min left[^]*12 minutes have passed at once/)).toMatch(
    /30\s+minutes are left\./,
  );
  learner.press('n');
  await learner.waitFor(/question 2 of 10/);
  expect(learner.screen()).not.toMatch(/minutes are left/);
  set(26 * minute);
  await learner.waitFor(/14 min left[^]*15\s+minutes are left\./);
  set(36 * minute);
  await learner.waitFor(/3:\d\d left[^]*5\s+minutes are left\./);
});

test('a hidden clock draws nothing by itself, and comes back for the last five minutes', async () => {
  const home = makeHome();
  const { env, set } = shiftedClock(home);
  const learner = await sitExam(home, ['--minutes', '20'], { env });
  learner.press('t');
  await learner.waitFor(/clock hidden/);
  await new Promise(resolve => setTimeout(resolve, 700));
  const before = learner.output().length;
  await new Promise(resolve => setTimeout(resolve, 1500));
  expect(learner.output().length).toBe(before);
  set(15.5 * minute);
  await learner.waitFor(/4:\d\d left/);
});

test('an exam without a clock is never handed in by itself, and says that it has none', async () => {
  const home = makeHome();
  const { env, set } = shiftedClock(home);
  const learner = await sitExam(home, ['--untimed'], { env });
  expect(learner.screen()).toMatch(/question 1 of 10 +untimed/);
  set(24 * hour);
  await new Promise(resolve => setTimeout(resolve, 1500));
  learner.press('1', 't');
  await learner.waitFor(/answered 1 [^]*This exam has no clock/);
  expect(submissions(home)).toEqual({ finished: 0, answered: 0 });
});
