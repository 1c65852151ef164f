import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { messageSchema, protocolSchema } from '../../src/ui/json-lines/protocol.ts';
import { answerTo, askedNow, smallBankKinds } from '../support/answers.ts';
import { smallBank } from '../support/banks.ts';
import { cca } from '../support/cli.ts';
import { makeHome, type Home } from '../support/home.ts';
import { limitFileSize } from '../support/disk.ts';
import { piped } from '../support/pipe.ts';

const quizOf = (home: Home, ...args: readonly string[]) => {
  const bank = smallBank(join(home.dir, 'bank'), 1, 1);
  return ['quiz', '--json-lines', '--bank', bank, ...args];
};

const one = ['--kind', 'single', '-n', '1'];

/** Every line of stdout as a message: throws for one that is not JSON or that the schema does not know whole. */
const messagesIn = (stdout: string) =>
  stdout
    .split('\n')
    .slice(0, -1)
    .map(line => {
      const message: unknown = JSON.parse(line);
      const known = messageSchema.parse(message);
      expect(message).toEqual(known);
      return known;
    });

/** Runs a quiz with these lines as input. */
async function send(lines: readonly (string | object)[], ...args: readonly string[]) {
  const home = makeHome();
  const input = lines.map(line => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join('');
  const ran = await cca(quizOf(home, ...args), { home, input });
  return { ...ran, home, messages: messagesIn(ran.stdout) };
}

test('a program is greeted first, with the protocol version and what a learner would be told', async () => {
  const { messages, stderr, status } = await send([], ...one, '--dry');
  expect(messages[0]).toEqual({ type: 'hello', protocol: 1, notices: ['Dry run: nothing will be saved.'] });
  expect(messages.map(({ type }) => type)).toEqual(['hello', 'question', 'end']);
  expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
});

test('every kind is asked without its key, answered by ids, text or pairs, and judged with the key', async () => {
  const home = makeHome();
  const kinds = ['--objective', 'flight', '--kind', ...smallBankKinds, '-n', '6'];
  const learner = piped(quizOf(home, ...kinds), { home });
  for (let n = 1; n <= 6; n++) {
    const before = await learner.waitFor(new RegExp(`"type":"question".*"number":${n},.*\n`));
    expect(before.split('\n').at(-2)).not.toMatch(/"key":|"why":|"isKey":|"reasons":|"rationale":/);
    const answer = answerTo(askedNow(home.events()), 'right');
    learner.send(JSON.stringify({ type: 'answer', ...answer }));
    await learner.waitFor(new RegExp(`"type":"verdict".*"number":${n},.*\n`));
    learner.send('{"type":"continue"}');
  }
  const { stdout, stderr, status } = await learner.ended();
  const messages = messagesIn(stdout);
  const verdicts = messages.filter(message => message.type === 'verdict');
  expect(new Set(verdicts.map(({ kind }) => kind))).toEqual(new Set(smallBankKinds));
  expect(verdicts.every(({ correct, sources }) => correct && sources.length > 0)).toBe(true);
  expect(verdicts.map(({ isLast }) => isLast)).toEqual([false, false, false, false, false, true]);
  expect(messages.at(-1)).toMatchObject({
    type: 'end',
    ending: 'over',
    open: 0,
    resume: null,
    score: { right: 6, answered: 6, of: 6 },
  });
  expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
});

test('the JSON Schema that ships is the one of this protocol', () => {
  const shipped = readFileSync(new URL('../../dist/json-lines.schema.json', import.meta.url), 'utf8');
  expect(JSON.parse(shipped)).toEqual(JSON.parse(JSON.stringify(protocolSchema())));
});

test('lines that cannot be read and actions that cannot be done are answered with errors, and nothing ends', async () => {
  const faults: readonly (readonly [string | object, 'unreadable' | 'refused', RegExp])[] = [
    ['garbage', 'unreadable', /not JSON/],
    ['\u0000\u001b[2J', 'unreadable', /not JSON/],
    ['[1, 2]', 'unreadable', /not an action/],
    ['null', 'unreadable', /not an action/],
    [{ type: 'dance' }, 'unreadable', /types are answer/],
    [{ type: 'answer' }, 'unreadable', /with ids, text or pairs/],
    [{ type: 'answer', ids: ['key'], extra: 1 }, 'unreadable', /not an action/],
    [{ type: 'answer', ids: ['stranger'] }, 'refused', /"stranger" is not one of the choices/],
    [{ type: 'answer', ids: [] }, 'refused', /Choose one/],
    [{ type: 'answer', text: 'key' }, 'refused', /Choose one/],
    [{ type: 'report', note: ' ' }, 'refused', /what is wrong/],
    [{ type: 'continue' }, 'refused', /Answer the question first/],
  ];
  const right = { type: 'answer', ids: ['key'] };
  const { messages, status, home } = await send([...faults.map(([line]) => line), right], ...one);
  const errors = messages.filter(message => message.type === 'error');
  expect(errors.map(({ state }) => state)).toEqual(faults.map(([, state]) => state));
  errors.forEach(({ message }, index) => expect(message).toMatch(faults[index]?.[2] as RegExp));
  expect(messages.at(-2)).toMatchObject({ type: 'verdict', correct: true });
  expect(status).toBe(0);
  expect(home.events().map(({ type }) => type)).not.toContain('question-reported');
});

test('a verdict waits for "continue", and takes no second answer', async () => {
  const right = { type: 'answer', ids: ['key'] };
  const { messages, home } = await send([right, right, { type: 'skip' }], '--kind', 'single', '-n', '2');
  const told = messages.map(message => (message.type === 'error' ? message.message : message.type));
  expect(told).toEqual([
    'hello',
    'question',
    'verdict',
    'This question is answered. Go on to the next.',
    'This question is answered. Go on to the next.',
    'end',
  ]);
  expect(home.events().filter(({ type }) => type === 'question-answered')).toHaveLength(1);
});

test('leaving and the end of input end with an object that names the line that resumes', async () => {
  for (const lines of [[{ type: 'leave' }], []]) {
    const { messages, home, status } = await send(lines, ...one);
    const started = home.events().find(event => event.type === 'session-started');
    const session = started?.session;
    expect(messages.at(-1)).toMatchObject({
      type: 'end',
      ending: 'left',
      session,
      resume: `cca resume ${session}`,
    });
    expect(status).toBe(0);
  }
});

test('empty lines and lines ending in CR are no trouble', async () => {
  const { messages } = await send(['', '\r', '{"type":"flag"}\r'], ...one);
  expect(messages.map(({ type }) => type)).toEqual(['hello', 'question', 'question', 'end']);
  expect(messages[2]).toMatchObject({ isFlagged: true });
});

for (const [what, args] of [
  ['a quiz for which nothing is left to ask', ['quiz', '--json-lines', '--missed']],
  ['resuming with nothing unfinished', ['resume', '--json-lines']],
] as const)
  test(`nothing but objects is written to stdout, not even by ${what}`, async () => {
    const home = makeHome();
    const bank = smallBank(join(home.dir, 'bank'), 1, 1);
    const ran = await cca([...args, ...(args[0] === 'quiz' ? ['--bank', bank] : [])], { home });
    expect(ran.status).toBe(0);
    expect(ran.stdout.split('\n').filter(line => line !== '' && !line.startsWith('{'))).toEqual([]);
  });

test('a save that fails is an error object, and the end names what was not saved', async () => {
  const home = makeHome();
  const learner = piped(quizOf(home, '--kind', 'single', '-n', '2'), { home });
  await learner.waitFor(/"type":"question"/);
  limitFileSize(learner.pid, 0);
  learner.send('{"type":"answer","ids":["key"]}');
  await learner.waitFor(/"state":"unsaved"/);
  learner.send('{"type":"leave"}');
  const { stdout, status } = await learner.ended();
  expect(status).toBe(4);
  expect(messagesIn(stdout).at(-1)).toMatchObject({ type: 'end', unsaved: expect.stringMatching(/journal/) });
});
