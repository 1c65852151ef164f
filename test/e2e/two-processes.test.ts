import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { smallBank } from '../support/banks.ts';
import { cca } from '../support/cli.ts';
import { saved } from '../support/eventually.ts';
import { makeHome } from '../support/home.ts';
import { piped } from '../support/pipe.ts';

test('two quizzes of thirty answers at once lose nothing, and every journal file stays sorted', async () => {
  const home = makeHome();
  const bank = smallBank(join(home.dir, 'bank'), 21, 9);
  const quiz = ['quiz', '--bank', bank, '--kind', 'single', '-n', '30'];
  const runs = await Promise.all([0, 1].map(() => cca(quiz, { home, input: 'a\n'.repeat(30) })));
  const events = home.events();
  const sessions = events.flatMap(event => (event.type === 'session-started' ? [event] : []));
  expect(runs.map(({ status }) => status)).toEqual([0, 0]);
  expect(sessions).toHaveLength(2);
  for (const { session, seats } of sessions) {
    const own = events.filter(event => 'session' in event && event.session === session);
    const answered = own.flatMap(event => (event.type === 'question-answered' ? [event.question] : []));
    expect(answered).toEqual(seats.map(seat => seat.question));
    expect(own.at(-1)).toMatchObject({ type: 'session-finished', answered: 30 });
  }
  const files = readdirSync(dirname(home.journal)).map(name => join(dirname(home.journal), name));
  for (const file of files) {
    const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
    expect(lines).toEqual([...new Set(lines)].sort());
  }
});

test('one session has one live process: a second is told which, and takes over only from a dead one', async () => {
  const home = makeHome();
  const bank = smallBank(join(home.dir, 'bank'), 3, 1);
  const first = piped(['quiz', '--bank', bank, '--kind', 'single', '-n', '2'], { home });
  await first.waitFor(/or type help/);
  const events = home.events();
  for (const args of [['resume'], ['resume', '--end', sessionIn(events)]]) {
    const second = await cca(args, { home });
    expect(second).toMatchObject({ status: 2, stdout: '' });
    expect(second.stderr).toMatch(`is open in another window (process ${first.pid})`);
  }
  expect(home.events()).toEqual(events);
  first.kill('SIGKILL');
  await first.ended();
  const heir = piped(['resume'], { home });
  await heir.waitFor(/^Question 1 of 2/m);
  heir.send('a', 'a');
  expect(await heir.ended()).toMatchObject({ status: 0 });
  await saved(home, found => found.at(-1)?.type === 'session-finished');
});

test('a session that is open leaves others free: a second quiz beside it writes a file of its own', async () => {
  const home = makeHome();
  const bank = smallBank(join(home.dir, 'bank'), 3, 1);
  const first = piped(['quiz', '--bank', bank, '-n', '1', '--kind', 'single'], { home });
  await first.waitFor(/or type help/);
  const second = await cca(['quiz', '--bank', bank, '-n', '1', '--kind', 'single'], { home, input: 'a\n' });
  expect(second.status).toBe(0);
  first.send('a');
  expect(await first.ended()).toMatchObject({ status: 0 });
  expect(home.events().filter(event => event.type === 'session-finished')).toHaveLength(2);
  expect(readdirSync(dirname(home.journal)).sort()).toEqual(['test.2.jsonl', 'test.jsonl']);
});

const sessionIn = (events: ReturnType<ReturnType<typeof makeHome>['events']>): string =>
  events.flatMap(event => (event.type === 'session-started' ? [event.session] : []))[0] ?? '';
