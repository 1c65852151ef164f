import { join } from 'node:path';
import pty from '@lydell/node-pty';
import { expect, test } from 'vitest';
import { smallBank } from '../support/banks.ts';
import { cca, learnerEnv, program } from '../support/cli.ts';
import { makeHome } from '../support/home.ts';
import { inScript, type Scripted } from '../support/shell.ts';
import { verdict } from '../support/sitting.ts';
import { keys } from '../support/terminal.ts';

const quizIn = (dir: string) => [
  'quiz',
  '--bank',
  smallBank(join(dir, 'bank')),
  '--kind',
  'single',
  '-n',
  '3',
];

/** Cursor shown, then the second screen left, and neither undone afterwards. */
const restored = /\u001b\[\?25h\u001b\[\?1049l(?![^]*\u001b\[\?(?:25l|1049h))/;

const ways: [how: string, leave: (quiz: Scripted) => void, status: number][] = [
  ['q', ({ learner }) => learner.press('q'), 0],
  ['Ctrl-D', ({ learner }) => learner.press(keys.ctrlD), 0],
  ['Ctrl-C', ({ learner }) => learner.press(keys.ctrlC), 130],
  ['SIGINT from outside', quiz => quiz.signal('SIGINT'), 130],
  ['SIGTERM', quiz => quiz.signal('SIGTERM'), 143],
  ['SIGHUP', quiz => quiz.signal('SIGHUP'), 129],
];

test.for(ways)(
  'Left by %s, a session is saved, the terminal is as it was, and the line that resumes it is printed',
  async ([, leave, expected]) => {
    const home = makeHome();
    const quiz = inScript(quizIn(home.dir), { home });
    const { learner } = quiz;
    await learner.waitFor(/1 of 3/);
    learner.press('1');
    await learner.waitFor(verdict);
    leave(quiz);
    const { status, modes } = await quiz.left();
    expect(status).toBe(expected);
    expect(modes).toEqual([modes[0], modes[0]]);
    expect(learner.output()).toMatch(restored);
    expect(learner.isAlternate()).toBe(false);

    const last = home.events().at(-1);
    expect(last?.type).toBe('session-paused');
    const resume = learner.screen().match(/Go on with: {2}cca (resume (\S+))$/m);
    expect(last).toMatchObject({ session: resume?.[2] });
    expect(learner.screen()).toMatch(/1 of 3 answered, [01] right so far/);
    const resumed = await cca(resume?.[1]?.split(' ') ?? [], { home });
    expect(resumed).toMatchObject({ status: 0, stderr: '' });
    expect(resumed.stdout).toMatch(/Question 2 of 3/);
  },
);

test.for(['SIGQUIT', 'SIGABRT'] as const)(
  '%s ends the program but leaves the terminal as it was',
  async name => {
    const home = makeHome();
    const quiz = inScript(quizIn(home.dir), { home });
    await quiz.learner.waitFor(/1 of 3/);
    quiz.signal(name);
    const { status, modes } = await quiz.left();
    expect(status).toBeGreaterThan(128);
    expect(modes).toEqual([modes[0], modes[0]]);
    expect(quiz.learner.output()).toMatch(restored);
  },
);

test('A signal during the summary of a finished session changes nothing in the score', async () => {
  const home = makeHome();
  const quiz = inScript(quizIn(home.dir), { home });
  await quiz.learner.waitFor(/1 of 3/);
  quiz.learner.press('1\r1\r1');
  await quiz.learner.waitFor(/3 of 3[^]*(✔ Right|✘ Wrong)/);
  quiz.signal('SIGTERM');
  expect(await quiz.left()).toMatchObject({ status: 143 });
  expect(home.events().at(-1)).toMatchObject({ type: 'session-finished', answered: 3, of: 3 });
  expect(quiz.learner.screen()).toMatch(/[0-3] of 3 right/);
});

test.for<[how: string, flags: string[]]>([
  ['as any other way of leaving it does', []],
  ['in plain lines too', ['--plain']],
])('Closing the terminal window pauses the session, %s', async ([, flags]) => {
  const home = makeHome();
  const window = pty.spawn(process.execPath, [program, ...quizIn(home.dir), ...flags], {
    env: { ...learnerEnv(home), TERM: 'xterm-256color' },
  });
  const ended = new Promise<number>(resolve =>
    window.onExit(({ exitCode, signal }) => resolve(signal ? 128 + signal : exitCode)),
  );
  await new Promise<void>(resolve => window.onData(data => void (/1 of 3/.test(data) && resolve())));
  // Not in its public types: closes the terminal's end of the line, on which the kernel sends SIGHUP.
  (window as unknown as { destroy(): void }).destroy();
  expect(await ended).toBe(129);
  expect(home.events().at(-1)).toMatchObject({ type: 'session-paused' });
  expect((await cca(['resume'], { home })).stdout).toMatch(/Question 1 of 3/);
});
