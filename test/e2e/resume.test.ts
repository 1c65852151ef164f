import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cca } from '../support/cli.ts';
import { drawn, makeLearner, notices, type Learner } from '../support/learner.ts';

const newest = (learner: Learner) => learner.sessions().at(-1)?.session ?? '';

/** The questions a run asked, as it sent them. */
const asked = ({ stdout }: { stdout: string }) =>
  stdout
    .split('\n')
    .slice(0, -1)
    .map(line => JSON.parse(line) as { type: string; id: string; number: number; of: number; right: number })
    .filter(({ type }) => type === 'question');

test('resume goes on with the newest unfinished session where it was left, and finishes it', async () => {
  const learner = makeLearner();
  await learner.quiz(['-n', '2']);
  await learner.quiz(['-n', '3'], 'right');
  const ids = drawn(learner.sessions()[1]);
  const ran = await learner.resume([], 'wrong', 'right');
  expect(asked(ran)).toMatchObject([
    { id: ids[1], number: 2, of: 3, right: 1 },
    { id: ids[2], number: 3, of: 3, right: 1 },
  ]);
  expect(learner.home.events().at(-1)).toMatchObject({
    type: 'session-finished',
    right: 2,
    answered: 3,
    of: 3,
  });
  expect(learner.home.events().map(event => event.type)).toContain('session-resumed');
});

test('resume takes the beginning of an id, and --list shows what is unfinished, newest first', async () => {
  const learner = makeLearner();
  await learner.quiz(['-n', '2'], 'right');
  await learner.quiz(['-n', '1'], 'right');
  await learner.quiz(['-n', '3'], 'wrong', 'right');
  const [first, , third] = learner.sessions().map(({ session }) => session);
  const { stdout } = await learner.run('resume', '--list');
  expect(stdout.trimEnd().split('\n')).toEqual([
    expect.stringMatching(`^${third} .*2 of 3 answered`),
    expect.stringMatching(`^${first} .*1 of 2 answered`),
  ]);
  const ran = await learner.resume([first?.slice(0, 6) ?? '']);
  expect(asked(ran)).toMatchObject([{ number: 2, of: 2 }]);
});

test('resume --end finishes a session as it stands, and it is no longer listed', async () => {
  const learner = makeLearner();
  await learner.quiz(['-n', '3'], 'right');
  const ended = await learner.run('resume', '--end', newest(learner));
  expect(ended).toMatchObject({ status: 0, stdout: `Session ${newest(learner)} is finished.\n` });
  expect(learner.home.events().at(-1)).toMatchObject({
    type: 'session-finished',
    right: 1,
    answered: 1,
    of: 3,
  });
  expect((await learner.run('resume', '--list')).stdout).toBe('Nothing is unfinished.\n');
});

test('with nothing unfinished, resume says how to begin and is no failure', async () => {
  const learner = makeLearner();
  const ran = await learner.run('resume');
  expect(ran).toMatchObject({
    status: 0,
    stdout: 'Nothing is unfinished. Begin with: cca quiz\n',
    stderr: '',
  });
});

test('an id that no unfinished session has is a usage error that names the nearest', async () => {
  const learner = makeLearner();
  await learner.quiz(['-n', '2']);
  const id = newest(learner);
  const mistyped = `${id.slice(0, 3)}-${id.slice(4)}`;
  const ran = await learner.run('resume', mistyped);
  expect(ran).toMatchObject({ status: 2, stdout: '' });
  expect(ran.stderr).toBe(`There is no unfinished session "${mistyped}". Did you mean "${id}"?\n`);
});

test('a question skipped once before leaving returns no second time after resuming', async () => {
  const learner = makeLearner();
  await learner.quiz(['-n', '1'], 'skip');
  await learner.resume([], 'skip');
  expect(learner.home.events().at(-1)).toMatchObject({ type: 'session-finished', answered: 0, of: 1 });
});

test('a session left on its last verdict is finished, not paused', async () => {
  const { home, bank } = makeLearner();
  const quiz = ['quiz', '--json-lines', '--bank', bank, '--kind', 'single', '-n', '1'];
  const ran = await cca(quiz, { home, input: '{"type":"answer","ids":["key"]}\n' });
  expect(ran.stdout).toMatch(/"type":"end".*"resume":null/);
  expect(
    home
      .events()
      .map(event => event.type)
      .slice(-2),
  ).toEqual(['question-answered', 'session-finished']);
});

const edits: Readonly<Record<string, { edit(bank: string): void; line: RegExp }>> = {
  'edited, its keys changed': {
    edit: bank =>
      rewrite(bank, text =>
        text.replaceAll(', key: true', '').replaceAll('far miss,', 'far miss, key: true,'),
      ),
    line: /bank has changed since this session was drawn; it goes on with its questions as they were/,
  },
  'broken so that it no longer compiles': {
    edit: bank => rewrite(bank, () => 'questions: ['),
    line: /bank cannot be read/,
  },
  deleted: { edit: bank => rmSync(bank, { recursive: true }), line: /bank cannot be read/ },
  'edited elsewhere': { edit: bank => rewrite(bank, text => `${text}\n# a remark\n`), line: /^$/ },
};

function rewrite(bank: string, change: (text: string) => string): void {
  const path = join(bank, 'birds', 'air.yaml');
  writeFileSync(path, change(readFileSync(path, 'utf8')));
}

for (const [what, { edit, line }] of Object.entries(edits))
  test(`a bank ${what} between two sittings changes nothing in the session but a line that says so`, async () => {
    const learner = makeLearner();
    const before = await learner.quiz(['-n', '2', '--domain', 'birds']);
    edit(learner.bank);
    const after = await learner.resume([], 'right', 'right');
    expect(notices(after)).toMatch(line);
    expect(asked(after)[0]).toEqual(asked(before)[0]);
    expect(learner.home.events().at(-1)).toMatchObject({ type: 'session-finished', right: 2, of: 2 });
  });

test('--again runs a quiz again although its bank is gone', async () => {
  const learner = makeLearner();
  await learner.quiz(['-n', '2'], 'right', 'right');
  rmSync(learner.bank, { recursive: true });
  await learner.quiz(['--again'], 'right', 'right');
  expect(learner.home.events().at(-1)).toMatchObject({ type: 'session-finished', right: 2, of: 2 });
});

test('when the kept questions of a session are gone, that is a storage fault which names the file', async () => {
  const learner = makeLearner();
  await learner.quiz(['-n', '2'], 'right');
  rmSync(join(learner.home.dir, 'home/data/kept'), { recursive: true });
  const before = learner.home.events();
  const ran = await learner.run('resume');
  expect(ran).toMatchObject({ status: 4, stdout: '' });
  expect(ran.stderr).toMatch(/home\/data\/kept\/\w+\.json.*cca resume --end/);
  expect(learner.home.events()).toEqual(before);
});

test('a session whose kept questions are gone can still be ended as it stands', async () => {
  const learner = makeLearner();
  await learner.quiz(['-n', '2'], 'right');
  rmSync(join(learner.home.dir, 'home/data/kept'), { recursive: true });
  const ended = await learner.run('resume', '--end', newest(learner));
  expect(ended).toMatchObject({ status: 0, stderr: '' });
  expect(learner.home.events().at(-1)).toMatchObject({
    type: 'session-finished',
    right: 1,
    answered: 1,
    of: 2,
  });
});

for (const [what, content] of [
  ['cut short', '{"questions":[{"id":"bir'],
  ['not what was kept', '{}'],
] as const)
  test(`kept questions that are ${what} are a storage fault, not a crash`, async () => {
    const learner = makeLearner();
    await learner.quiz(['-n', '2'], 'right');
    writeFileSync(join(learner.home.dir, `home/data/kept/${learner.sessions()[0]?.kept}.json`), content);
    for (const args of [['resume'], ['quiz', '--again']])
      expect(await learner.run(...args)).toMatchObject({
        status: 4,
        stderr: expect.stringMatching(/data\/kept\//),
      });
  });
