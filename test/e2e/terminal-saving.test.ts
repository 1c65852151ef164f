import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { smallBank } from '../support/banks.ts';
import { cca, program } from '../support/cli.ts';
import { makeHome } from '../support/home.ts';
import { verdict, whole } from '../support/sitting.ts';
import { keys, terminal } from '../support/terminal.ts';

const filler = `${JSON.stringify({ v: 1, id: '0', time: '2026-01-01T00:00:00.000Z', offset: 0, type: 'filler', text: 'x'.repeat(40_000) })}\n`;

/** A quiz on a disk on which the journal may grow by a few events only, played until an answer cannot be saved. */
async function untilFull() {
  const home = makeHome();
  const bank = smallBank(join(home.dir, 'bank'));
  mkdirSync(dirname(home.journal), { recursive: true });
  writeFileSync(home.journal, filler);
  const learner = terminal(['quiz', '--bank', bank, '--kind', 'single', '-n', '12'], {
    home,
    command: ['bash', '-c', 'ulimit -f 44; exec "$@"', 'bash', process.execPath, program],
  });
  await learner.waitFor(/1 of 12/);
  for (let place = 1; ; place++) {
    learner.press('1');
    const screen = await learner.waitFor(/✔ Right|✘ Wrong|cannot be saved/);
    if (/cannot be saved/.test(screen)) return { home, learner, place };
    learner.press(keys.enter);
    await learner.waitFor(new RegExp(`${place + 1} of 12[^]*1-3 answer`));
  }
}

test('An answer that cannot be saved is not shown as given: the question stays and says so', async () => {
  const { home, learner, place } = await untilFull();
  expect((await cca(['resume', '--list'], { home })).stdout).toContain(`${place - 1} of 12 answered`);
  learner.press(keys.down);
  await learner.waitFor(/❯ 2/);
  learner.press('1');
  const screen = await learner.waitFor(whole(/cannot be saved/));
  expect(screen).toContain(`${place} of 12`);
  expect(screen).toMatch(/Try\s+again\s+with\s+the\s+same\s+key,\s+or\s+leave/);
  expect(screen).not.toMatch(verdict);
});

test('Left after a save that failed, the program exits with 4 and says what is saved and how to go on', async () => {
  const { home, learner, place } = await untilFull();
  learner.press('q');
  expect(await learner.ended()).toMatchObject({ exitCode: 4 });
  expect(learner.isAlternate()).toBe(false);
  const screen = learner.screen();
  expect(screen).toMatch(new RegExp(`${place - 1} of 12 answered`));
  expect(screen).toMatch(/cannot be\s+saved/);
  const id = screen.match(/cca resume (\S+)/)?.[1] as string;
  const resumed = await cca(['resume', id], { home });
  expect(resumed.status).toBe(0);
  expect(resumed.stdout).toContain(`Question ${place} of 12`);
});

test('Once there is room again the same key gives the answer', async () => {
  const { home, learner, place } = await untilFull();
  writeFileSync(home.journal, readFileSync(home.journal, 'utf8').replace(filler, ''));
  learner.press('1');
  await learner.waitFor(verdict);
  learner.press('q');
  expect(await learner.ended()).toMatchObject({ exitCode: 0 });
  expect((await cca(['resume', '--list'], { home })).stdout).toContain(`${place} of 12 answered`);
});
