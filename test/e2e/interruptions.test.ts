import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { answerTo, askedNow, plainLine } from '../support/answers.ts';
import { smallBank } from '../support/banks.ts';
import { learnerEnv, program } from '../support/cli.ts';
import { countOf, saved } from '../support/eventually.ts';
import { makeHome } from '../support/home.ts';
import { piped } from '../support/pipe.ts';

function quizOfFour() {
  const home = makeHome();
  const bank = smallBank(join(home.dir, 'bank'), 4, 4);
  return { home, quiz: ['quiz', '--bank', bank, '--kind', 'single', '-n', '4'] };
}

test('kill -9 between any two answers loses nothing, and nothing is asked twice', async () => {
  const { home, quiz } = quizOfFour();
  for (let done = 0; done < 4; done++) {
    // The last answer ends the session: there is nothing left to kill.
    const isLast = done === 3;
    const learner = piped(done === 0 ? quiz : ['resume'], { home });
    await learner.waitFor(new RegExp(`^Question ${done + 1} of 4\\.`, 'm'));
    const asked = askedNow(home.events());
    learner.send(plainLine(asked, answerTo(asked, done === 1 ? 'wrong' : 'right')));
    await saved(home, events => countOf(events, 'question-answered') === done + 1);
    if (!isLast) learner.kill('SIGKILL');
    expect(await learner.ended()).toMatchObject(isLast ? { status: 0 } : { signal: 'SIGKILL' });
  }
  const answered = home.events().filter(event => event.type === 'question-answered');
  const drawn = home.events().flatMap(event => (event.type === 'session-started' ? event.seats : []));
  expect(answered.map(event => event.question)).toEqual(drawn.map(seat => seat.question));
  expect(answered.map(event => event.correct)).toEqual([true, false, true, true]);
});

test('kill -9 before the first answer leaves a session that resume begins with the same question', async () => {
  const { home, quiz } = quizOfFour();
  const killed = piped(quiz, { home });
  await killed.waitFor(/or type help/);
  killed.kill('SIGKILL');
  await killed.ended();
  const learner = piped(['resume'], { home });
  await learner.waitFor(/^Question 1 of 4\./m);
  const shown = home.events().flatMap(event => (event.type === 'question-shown' ? [event.question] : []));
  expect(shown).toHaveLength(2);
  expect(shown[0]).toBe(shown[1]);
});

for (const [signal, status] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const)
  for (const flag of ['--plain', '--json-lines'])
    test(`${signal} ends a session under ${flag} with exit ${status}, saved, with the line that resumes`, async () => {
      const { home, quiz } = quizOfFour();
      const learner = piped([...quiz, flag], { home });
      await learner.waitFor(/1 of 4|"number":1/);
      learner.kill(signal);
      const ran = await learner.ended();
      const started = home.events().find(event => event.type === 'session-started');
      expect(ran).toMatchObject({ status, stderr: '' });
      expect(ran.stdout).toMatch(`cca resume ${started?.session}`);
      expect(home.events().at(-1)).toMatchObject({ type: 'session-paused', session: started?.session });
    });

test('a reader that closes our output early ends us quietly', () => {
  const home = makeHome();
  const bank = smallBank(join(home.dir, 'bank'), 300, 1);
  const line = '"$0" "$1" bank export --bank "$2" | head -c 10; exit ${PIPESTATUS[0]}';
  const ran = spawnSync('bash', ['-c', line, process.execPath, program, bank], {
    env: learnerEnv(home),
    encoding: 'utf8',
  });
  expect(ran).toMatchObject({ status: 0, stdout: '[\n  {\n    ', stderr: '' });
});

test('a reader that closes during a session pauses it', async () => {
  const { home, quiz } = quizOfFour();
  const learner = piped(quiz, { home });
  await learner.waitFor(/or type help/);
  learner.closeOutput();
  learner.send('z');
  expect(await learner.ended()).toMatchObject({ status: 0, stderr: '' });
  expect(home.events().at(-1)).toMatchObject({ type: 'session-paused' });
});
