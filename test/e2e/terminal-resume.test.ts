import { join } from 'node:path';
import { expect, test } from 'vitest';
import { smallBank } from '../support/banks.ts';
import { cca } from '../support/cli.ts';
import { makeHome } from '../support/home.ts';
import { answered, sit, verdict } from '../support/sitting.ts';
import { keys, terminal } from '../support/terminal.ts';

const single = ['--kind', 'single', '-n', '4'];

test('Killed between any two answers, a session goes on with the next question and the right counts', async () => {
  const home = makeHome();
  const bank = smallBank(join(home.dir, 'bank'));
  const asked: (string | undefined)[] = [];
  for (const place of [1, 2, 3, 4]) {
    const learner =
      place === 1 ? (await sit(single, { home, bank })).learner : terminal(['resume'], { home });
    const right = answered(home).filter(answer => answer.correct).length;
    const screen = await learner.waitFor(/q leave/);
    expect(screen).toContain(`${place} of 4 · ${right} right · ${place - 1 - right} wrong`);
    asked.push(screen.match(/about (\S+)\?/)?.[1]);
    learner.press('1');
    await learner.waitFor(verdict);
    // Once on the verdict, once on the next question.
    if (place === 2) {
      learner.press(keys.enter);
      await learner.waitFor(/3 of 4/);
    }
    learner.kill('SIGKILL');
    await learner.ended();
  }
  expect(answered(home).map(answer => answer.question)).toEqual(asked);
  expect(new Set(asked).size).toBe(4);
  expect(await cca(['resume'], { home })).toMatchObject({
    status: 0,
    stdout: expect.stringContaining('cca quiz') as string,
  });
});

test('A question that was on the screen when the program was killed is asked again', async () => {
  const { home, learner } = await sit(single);
  const stem = learner.screen().match(/Which one is .*/)?.[0] as string;
  learner.press('2');
  learner.kill('SIGKILL');
  await learner.ended();
  const resumed = terminal(['resume'], { home });
  await resumed.waitFor(/q leave/);
  const isSaved = answered(home).length > 0;
  expect(resumed.screen().includes(stem)).toBe(!isSaved);
});

test('A second terminal on the same session is told which process has it', async () => {
  const { home, learner } = await sit(single);
  const id = home.events()[0];
  const second = terminal(['resume'], { home });
  expect(await second.ended()).toMatchObject({ exitCode: 2 });
  expect(second.screen().replaceAll('\n', '')).toContain(
    `Session ${id && 'session' in id ? id.session : ''} is open in another window (process ${learner.pid}).`,
  );
  expect(second.isAlternate()).toBe(false);
  learner.press('1');
  await learner.waitFor(verdict);
  expect(home.events().map(event => event.type)).not.toContain('session-resumed');
});

test('A session whose terminal was killed is taken over, and two sessions run side by side', async () => {
  const { home, learner } = await sit(single);
  learner.kill('SIGKILL');
  await learner.ended();
  const resumed = terminal(['resume'], { home });
  await resumed.waitFor(/1 of 4/);
  const { learner: other } = await sit(['--kind', 'fill-in'], { home, bank: join(home.dir, 'bank') });
  other.press('tool get -n x', keys.enter);
  await other.waitFor(verdict);
  resumed.press('1');
  await resumed.waitFor(verdict);
  expect(answered(home)).toHaveLength(2);
  expect(new Set(answered(home).map(answer => answer.session)).size).toBe(2);
});
