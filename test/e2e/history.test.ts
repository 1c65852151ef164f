import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
  appendFileSync,
  rmSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { cca } from '../support/cli.ts';
import { answered, finished, started } from '../support/events.ts';
import { makeHome, type Home } from '../support/home.ts';
import { makeLearner } from '../support/learner.ts';
import { piped } from '../support/pipe.ts';
import { journaled, pathsOf } from '../support/store.ts';

const history = (home: Home, ...args: readonly string[]) => cca(['history', ...args], { home });
const day = 86_400_000;

/** A home with one answered session a hundred days ago and one yesterday. */
function oldAndNew(): { home: Home; ago: (days: number) => string } {
  const home = makeHome();
  const at = (days: number) => Date.now() - days * day;
  const session = (id: string, days: number) =>
    [
      [at(days), started({ session: id })],
      [at(days) + 1000, answered(`${id}-q`, { session: id })],
      [at(days) + 2000, finished(1, 1, id)],
    ] as const;
  journaled(pathsOf(home), 'test', [...session('old', 100), ...session('new', 1)]);
  return { home, ago: days => new Date(at(days)).toISOString().slice(0, 10) };
}

test('history list shows every session, and history show one of them question by question', async () => {
  const learner = makeLearner();
  await learner.quiz(['-n', '3'], 'right', 'wrong');
  const list = await learner.run('history', 'list');
  expect(list.stdout).toMatch(
    /^\d{4}-\d\d-\d\d \d\d:\d\d {2}\w{8} {2}Quiz: 1 of 2 right, 2 of 3 answered\n$/,
  );
  const show = await learner.run('history', 'show');
  expect(show.stdout).toMatch(/1 of 3 right, 2 answered/);
  expect(show.stdout).toMatch(/^ {2}1 {2}right 0 s[^]*^ {2}2 {2}wrong 0 s[^]*^ {2}3 {2}no answer/m);
  const asJson = await learner.run('history', 'show', '--json');
  expect(JSON.parse(asJson.stdout)).toMatchObject({
    questions: [{ correct: true }, { correct: false }, { answered: false }],
  });
});

test('history review shows what was answered with key and reasons, and never what is still to come', async () => {
  const learner = makeLearner();
  await learner.quiz(['-n', '3'], 'right', 'wrong');
  const all = await learner.run('history', 'review');
  expect(all.stdout).toMatch(/^2 questions of 2\n/);
  expect(all.stdout.match(/^Question \d of 3/gm)).toHaveLength(2);
  expect(all.stdout).toMatch(/\[key, your choice\][^]*\[your choice\]/);
  const wrong = await learner.run('history', 'review', '--wrong');
  expect(wrong.stdout).toMatch(/^1 question of 2: wrong\n\nQuestion 2 of 3: wrong/);
  expect((await learner.run('history', 'review', '--flagged')).stdout).toBe('No question was flagged.\n');
  expect(await learner.run('history', 'review', '--wrong', '--flagged')).toMatchObject({ status: 2 });
});

test('an exam that is not handed in is not reviewed', async () => {
  const learner = makeLearner();
  await cca(['mock-exam', '--bank', learner.bank, '--length', 'mini', '--plain'], {
    home: learner.home,
    input: 'a\nquit\n',
  });
  expect(await learner.run('history', 'review')).toMatchObject({
    status: 2,
    stdout: '',
    stderr: expect.stringMatching(/its keys stay hidden/),
  });
});

test('what is exported can be taken in elsewhere, and taking it in twice changes nothing', async () => {
  const learner = makeLearner();
  await learner.quiz(['-n', '2'], 'right', 'wrong');
  const { stdout } = await learner.run('history', 'export');
  const other = makeHome();
  const file = join(other.dir, 'laptop.jsonl');
  writeFileSync(file, stdout);
  const first = await history(other, 'import', file);
  expect(first).toMatchObject({
    status: 0,
    stdout: expect.stringMatching(/^\d+ new entries, 1 new session; 0 entries/),
  });
  expect((await history(other, 'export')).stdout).toBe(stdout);
  const again = await history(other, 'import', file);
  expect(again.stdout).toMatch(/^Nothing new/);
  expect(readdirSync(dirname(other.journal))).toHaveLength(1);
});

test('merging a folder of another device brings its sessions with their questions', async () => {
  const learner = makeLearner();
  await learner.quiz(['-n', '3'], 'right');
  const here = makeHome();
  const merged = await history(here, 'merge', learner.home.env['CCA_HOME'] as string);
  expect(merged.stdout).toMatch(/1 new session[^]*Questions of 1 draw came with them/);
  const resumed = await cca(['resume', '--json-lines'], { home: here });
  expect(resumed.stdout).toMatch(/"type":"question"/);
});

test('answers as CSV have a line of names and one line each', async () => {
  const { home, ago } = oldAndNew();
  const { stdout } = await history(home, 'export', '--format', 'csv');
  const [names, ...rows] = stdout.trimEnd().split('\n');
  expect(names).toMatch(/^time,offset,session,mode,bank,question/);
  expect(rows.map(row => row.split(',')[2])).toEqual(['old', 'new']);
  const since = await history(home, 'export', '--format', 'csv', '--since', ago(30));
  expect(since.stdout.trimEnd().split('\n')).toHaveLength(2);
  expect((await history(home, 'export', '--format', 'csv', '--since', '30d')).stdout).toBe(since.stdout);
});

test('xAPI statements keep their ids from one export to the next, and name answers and outcomes', async () => {
  const { home } = oldAndNew();
  const statements = async () =>
    JSON.parse(
      (await history(home, 'export', '--format', 'xapi', '--actor', 'ann@example.org')).stdout,
    ) as Record<string, { id?: string; mbox?: string }>[];
  const [one, other] = [await statements(), await statements()];
  expect(one).toEqual(other);
  expect(one.map(({ verb }) => verb?.id?.split('/').at(-1))).toEqual([
    'answered',
    'completed',
    'answered',
    'completed',
  ]);
  const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
  for (const { id, actor } of one) {
    expect(id).toMatch(uuid);
    expect(actor?.mbox).toBe('mailto:ann@example.org');
  }
});

test('a backup brings a lost history back, and overwrites nothing', async () => {
  const learner = makeLearner();
  await learner.quiz(['-n', '3'], 'right', 'wrong');
  const file = join(learner.home.dir, 'backup.zip');
  const before = (await learner.run('history', 'export')).stdout;
  expect(await learner.run('history', 'backup', file)).toMatchObject({ status: 0 });
  expect(await learner.run('history', 'backup', file)).toMatchObject({
    status: 2,
    stderr: expect.stringMatching(/is already there/),
  });
  rmSync(join(learner.home.env['CCA_HOME'] as string, 'data'), { recursive: true });
  expect((await learner.run('history', 'import', file)).status).toBe(0);
  expect((await learner.run('history', 'export')).stdout).toBe(before);
  expect((await learner.resume([], 'right')).status).toBe(0);
});

test('a backup that cannot be written is a storage error', async () => {
  const { home } = oldAndNew();
  const file = join(home.journal, 'backup.zip');
  expect(await history(home, 'backup', file)).toMatchObject({
    status: 4,
    stderr: expect.stringMatching(/cannot be written/),
  });
});

test('history check counts what is there and finds nothing wrong with a whole history', async () => {
  const learner = makeLearner();
  await learner.quiz(['-n', '2'], 'right', 'wrong');
  expect(await learner.run('history', 'check')).toMatchObject({
    status: 0,
    stdout: expect.stringMatching(/^1 session, 2 answers[^]*0 faults[.]\n$/),
  });
  expect(await history(makeHome(), 'check')).toMatchObject({ status: 0 });
});

test.each([
  [
    'an unreadable line',
    (home: Home) => appendFileSync(home.journal, 'not ours\n'),
    /:\d+: this line cannot be read/,
  ],
  [
    'a line of a newer cca',
    (home: Home) =>
      appendFileSync(home.journal, '{"v":9,"id":"zz","time":"2099-01-01T00:00:00.000Z","type":"x"}\n'),
    /a newer cca wrote this line/,
  ],
  [
    'missing answers',
    (home: Home) => {
      const lines = readFileSync(home.journal, 'utf8').split('\n');
      writeFileSync(home.journal, lines.filter(line => !line.includes('question-answered')).join('\n'));
    },
    /2 of its 2 answers are missing/,
  ],
  [
    'a session without its beginning',
    (home: Home) => {
      const lines = readFileSync(home.journal, 'utf8').split('\n');
      writeFileSync(home.journal, lines.filter(line => !line.includes('session-started')).join('\n'));
    },
    /its beginning is missing/,
  ],
  [
    'questions that are gone',
    (home: Home) => rmSync(join(dirname(dirname(home.journal)), 'kept'), { recursive: true }),
    /its questions are missing/,
  ],
  [
    'lines out of order',
    (home: Home) => {
      const lines = readFileSync(home.journal, 'utf8').trimEnd().split('\n');
      writeFileSync(home.journal, `${lines.toReversed().join('\n')}\n`);
    },
    /its lines are out of order/,
  ],
])('history check finds %s: exit 1', async (_what, spoil, words) => {
  const learner = makeLearner();
  await learner.quiz(['-n', '2'], 'right', 'wrong');
  spoil(learner.home);
  expect(await learner.run('history', 'check')).toMatchObject({
    status: 1,
    stdout: expect.stringMatching(words),
  });
});

test('forgetting removes what is older, after a backup, and nothing brings it back', async () => {
  const { home, ago } = oldAndNew();
  const copy = join(home.dir, 'copy.jsonl');
  writeFileSync(copy, (await history(home, 'export')).stdout);
  const forgotten = await history(home, 'forget', '--before', ago(30), '--yes');
  expect(forgotten).toMatchObject({ status: 0, stdout: expect.stringMatching(/^Removed: 3 entries/) });
  const listed = async () => (await history(home, 'list')).stdout.trimEnd().split('\n');
  expect(await listed()).toEqual([expect.stringContaining('new')]);
  expect(readFileSync(home.journal, 'utf8')).not.toContain('old');
  const taken = await history(home, 'import', copy);
  expect(taken.stdout).toMatch(/3 entries are from before what you had forgotten, and stay out/);
  // Another device's own file, synced into the folder, still has it.
  writeFileSync(join(dirname(home.journal), 'laptop.jsonl'), readFileSync(copy));
  expect(await listed()).toEqual([expect.stringContaining('new')]);
  expect((await history(home, 'check')).stdout).toMatch(/is forgotten/);
  const backup = readdirSync(dirname(dirname(home.journal))).find(name =>
    name.startsWith('backup-'),
  ) as string;
  const elsewhere = makeHome();
  await history(elsewhere, 'import', join(dirname(dirname(home.journal)), backup));
  expect((await history(elsewhere, 'list')).stdout).toMatch(/old[^]*new/);
});

test('nothing is forgotten unasked, nor from a day to come, nor while another cca runs', async () => {
  const { home, ago } = oldAndNew();
  const before = readFileSync(home.journal, 'utf8');
  expect(await history(home, 'forget', '--before', ago(30))).toMatchObject({
    status: 2,
    stderr: expect.stringMatching(/Say --yes/),
  });
  expect(await history(home, 'forget', '--before', '2099-01-01', '--yes')).toMatchObject({ status: 2 });
  expect(await history(home, 'forget', '--before', 'yesterday', '--yes')).toMatchObject({
    status: 2,
    stderr: expect.stringMatching(/is no time to look back[^]*--before 30d/),
  });
  const learner = makeLearner();
  const running = piped(['quiz', '--bank', learner.bank, '--kind', 'single', '-n', '2'], { home });
  await running.waitFor(/or type help/);
  const refused = await history(home, 'forget', '--before', ago(30), '--yes');
  expect(refused).toMatchObject({ status: 2, stderr: expect.stringMatching(/Another cca is running/) });
  running.kill('SIGKILL');
  await running.ended();
  expect(readFileSync(home.journal, 'utf8').startsWith(before)).toBe(true);
});

test.each([
  ['a file that is no history', 'Lorem ipsum\n', 3, /holds no history/],
  ['an empty file', '', 3, /holds no history/],
  ['a damaged backup', 'PK\u0003\u0004 and then nothing', 3, /cannot be read/],
  [
    'what a newer cca wrote',
    '{"v":9,"id":"zz","time":"2099-01-01T00:00:00.000Z","type":"x"}\n',
    3,
    /was written by a newer cca/,
  ],
  ['a file that is not there', undefined, 2, /does not exist/],
])('importing %s is refused and changes nothing', async (_what, text, status, words) => {
  const home = makeHome();
  mkdirSync(home.dir, { recursive: true });
  const file = join(home.dir, 'file');
  if (text !== undefined) writeFileSync(file, text);
  const ran = await history(home, 'import', file);
  expect(ran).toMatchObject({ status, stdout: '', stderr: expect.stringMatching(words) });
  expect(existsSync(home.journal)).toBe(false);
});
