import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { answerTo, askedNow, plainLine } from '../support/answers.ts';
import { cca } from '../support/cli.ts';
import { limitFileSize } from '../support/disk.ts';
import { countOf, saved } from '../support/eventually.ts';
import type { Home } from '../support/home.ts';
import { makeLearner } from '../support/learner.ts';
import { piped } from '../support/pipe.ts';

const at = (home: Home, path: string) => join(home.dir, path);

function put(path: string, content: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

/** Ways in which nothing can be saved, for root too: a file stands where a folder belongs, or the disk is full. */
const unwritable: Readonly<Record<string, (home: Home) => void>> = {
  'the disk is full': home => {
    mkdirSync(dirname(home.journal), { recursive: true });
    symlinkSync('/dev/full', home.journal);
  },
  'the questions cannot be kept': home => put(at(home, 'home/data/kept'), ''),
  'the home is a file': home => put(at(home, 'home'), ''),
  'the journal folder is a file': home => put(at(home, 'home/data/journal'), ''),
  'the journal is a folder': home => void mkdirSync(home.journal, { recursive: true }),
};

for (const [what, prepare] of Object.entries(unwritable)) {
  test(`a session does not start when ${what}: exit 4, and the message names --dry`, async () => {
    const { home, quiz } = makeLearner();
    prepare(home);
    const ran = await quiz(['-n', '1'], 'right');
    expect(ran).toMatchObject({ status: 4, stdout: '' });
    expect(ran.stderr).toMatch(/Your history cannot be (saved|read)/);
    expect(ran.stderr).toMatch(/--dry/);
  });

  test(`a dry run still works when ${what}`, async () => {
    const { home, quiz } = makeLearner();
    prepare(home);
    const ran = await quiz(['-n', '1', '--dry'], 'right');
    expect(ran).toMatchObject({ status: 0, stdout: expect.stringMatching(/"type":"verdict"/) });
  });
}

test('a cache that cannot be written costs nothing but time', async () => {
  const { home, quiz } = makeLearner();
  writeFileSync(at(home, 'cache'), '');
  const ran = await quiz(['-n', '2'], 'right', 'wrong');
  expect(ran).toMatchObject({ status: 0, stderr: '' });
  expect(home.events().at(-1)).toMatchObject({ type: 'session-finished', right: 1, answered: 2 });
});

/** A quiz of three in plain mode whose first question is on screen, and what it takes to go on. */
async function begin() {
  const { home, bank } = makeLearner();
  const learner = piped(['quiz', '--bank', bank, '--kind', 'single', '-n', '3'], { home });
  await learner.waitFor(/or type help/);
  const answer = () => {
    const asked = askedNow(home.events());
    learner.send(plainLine(asked, answerTo(asked, 'right')));
  };
  return { home, learner, answer, size: () => readFileSync(home.journal).length };
}

for (const [what, room] of [
  ['nothing', 0],
  ['half a line', 100],
] as const)
  test(`when the disk is full and ${what} can be written, the question stays open and the same answer tries again`, async () => {
    const { home, learner, answer, size } = await begin();
    const before = home.events();
    limitFileSize(learner.pid, size() + room);
    answer();
    const screen = await learner.waitFor(/Your history cannot be saved in .*\n.*or type help: \n$/);
    expect(screen).not.toMatch(/Right\.|Wrong\./);
    limitFileSize(learner.pid, 'unlimited');
    learner.send(plainLine(askedNow(before), answerTo(askedNow(before), 'right')));
    await learner.waitFor(/^Right\./m);
    learner.send('quit');
    expect(await learner.ended()).toMatchObject({ status: 0 });
    const lines = readFileSync(home.journal, 'utf8').trimEnd().split('\n');
    const events = lines.flatMap(line => (line.endsWith('}') ? [JSON.parse(line) as { type: string }] : []));
    // What was half written is taken back, or stays behind as a line of its own.
    expect(lines.length - events.length).toBeLessThanOrEqual(room === 0 ? 0 : 1);
    expect(events.map(({ type }) => type)).toEqual([
      'session-started',
      'question-shown',
      'question-answered',
      'question-shown',
      'session-paused',
    ]);
  });

test('leaving while the disk is full is exit 4, and what was saved before can be resumed', async () => {
  const { home, learner, answer, size } = await begin();
  answer();
  await saved(home, events => countOf(events, 'question-shown') === 2);
  limitFileSize(learner.pid, size());
  answer();
  await learner.waitFor(/cannot be saved/);
  learner.send('quit');
  const left = await learner.ended();
  expect(left.status).toBe(4);
  expect(left.stdout).toMatch(/1 of 3 answered, 1 right so far/);
  const resumed = await cca(['resume'], { home });
  expect(resumed).toMatchObject({ status: 0, stdout: expect.stringMatching(/^Question 2 of 3\./m) });
});

test('quit leaves with exit 4 also when it is the next question that cannot be saved', async () => {
  const { home, learner, answer, size } = await begin();
  answer();
  const events = await saved(home, found => countOf(found, 'question-shown') === 2);
  const answered = events.find(event => event.type === 'question-answered');
  limitFileSize(learner.pid, size() + JSON.stringify(answered).length + 60);
  answer();
  await learner.waitFor(/^Right\.[^]*^Right\.[^]*cannot be saved/m);
  learner.send('quit');
  await learner.waitFor(/2 of 3 answered, 2 right so far/);
  expect(await learner.ended()).toMatchObject({ status: 4 });
});
