import { join } from 'node:path';
import { expect, test } from 'vitest';
import { answerTo, askedNow, plainLine, type SmallBankKind } from '../support/answers.ts';
import { smallBank } from '../support/banks.ts';
import { cca, program } from '../support/cli.ts';
import { makeHome, type Home } from '../support/home.ts';
import { piped } from '../support/pipe.ts';
import { keys, terminal } from '../support/terminal.ts';

/** Runs a quiz of one question of a kind, sends the lines to it, and gives what came of it. */
async function ask(kind: SmallBankKind, lines: readonly string[]) {
  const home = makeHome();
  const ran = await cca(quizOf(home, kind), { home, input: lines.map(line => `${line}\n`).join('') });
  return { ...ran, home, answers: answersIn(home) };
}

const quizOf = (home: Home, kind: SmallBankKind) => {
  const bank = smallBank(join(home.dir, 'bank'), 1, 1);
  return ['quiz', '--bank', bank, '--seed', 'plain', '--kind', kind, '-n', '1'];
};

const answersIn = (home: Home) =>
  home.events().flatMap(event => (event.type === 'question-answered' ? [event.answer] : []));

const letters: readonly (readonly [
  what: string,
  kind: SmallBankKind,
  line: string,
  shown: readonly number[],
])[] = [
  ['a letter', 'single', 'b', [1]],
  ['a capital letter', 'single', 'B', [1]],
  ['a digit', 'single', '3', [2]],
  ['two letters', 'multiple', 'a c', [0, 2]],
  ['two digits', 'multiple', '2 4', [1, 3]],
  ['letters written together', 'multiple', 'ad', [0, 3]],
  ['letters with commas', 'multiple', 'd, b', [3, 1]],
  ['the word false', 'true-false', 'false', [1]],
  ['all digits in order', 'ordering', '3 1 2', [2, 0, 1]],
  ['all letters in order', 'ordering', 'c a b', [2, 0, 1]],
];

for (const [what, kind, line, places] of letters)
  test(`plain mode takes ${what} for a ${kind} question: ${line}`, async () => {
    const { home, answers } = await ask(kind, [line]);
    const { shown } = askedNow(home.events());
    expect(answers).toEqual([{ ids: places.map(place => shown[place]) }]);
  });

for (const [line, places] of [
  ['1c 2a', { 1: 2, 2: 0 }],
  ['2B, 1A', { 2: 1, 1: 0 }],
] as const)
  test(`plain mode takes a digit and a letter for each pair: ${line}`, async () => {
    const { home, answers } = await ask('matching', [line]);
    const { shown, against } = askedNow(home.events());
    const pairs = Object.entries(places).map(([left, right]) => [shown[Number(left) - 1], against[right]]);
    const [answer] = answers;
    expect(answer && 'pairs' in answer && [...answer.pairs].sort()).toEqual(pairs.sort());
  });

for (const [line, text] of [
  ['tool get -n x', 'tool get -n x'],
  ['"skip"', 'skip'],
  ["'help'", 'help'],
  ['"report it"', 'report it'],
  ['guess "quit"', 'quit'],
  ['skip the rest', 'skip the rest'],
] as const)
  test(`plain mode takes a typed line as it is, one that equals a command in quotes: ${line}`, async () => {
    expect((await ask('fill-in', [line])).answers).toEqual([{ text }]);
  });

const unreadable: Readonly<Partial<Record<SmallBankKind, Readonly<Record<string, string>>>>> = {
  single: {
    z: 'Type one letter or digit: a to c, or 1 to 3.',
    0: 'Type one letter or digit: a to c, or 1 to 3.',
    'a b': 'Choose one.',
    guess: 'Type the answer behind it, such as: guess b',
    report: 'Say in a few words what is wrong.',
  },
  multiple: {
    'a ?': 'Type 2 letters, such as: a c. They are a to d, or 1 to 4.',
    a: 'Choose 2; 1 chosen.',
    'a b c': 'Choose 2; 3 chosen.',
    'a a': 'The same choice is given twice.',
  },
  ordering: {
    first: 'Type all 3 in order, such as: 3 1 2. They are a to c, or 1 to 3.',
    '3 1': 'Put all 3 in order; 2 given.',
  },
  matching: {
    a1: 'Type 2 pairs of a digit and a letter, such as: 1c 2a 3b.',
    '1c': 'Match all 2; 1 matched.',
  },
  'fill-in': { '   ': 'Type the answer, or skip.' },
};

for (const [kind, lines] of Object.entries(unreadable) as [SmallBankKind, Record<string, string>][])
  test(`plain mode says what a ${kind} question expects when a line is not that, and asks again`, async () => {
    const { stdout, answers, home } = await ask(kind, ['', ...Object.keys(lines)]);
    for (const expected of Object.values(lines)) expect(stdout.split('\n')).toContain(expected);
    expect(stdout.match(/or type help: $/gm)).toHaveLength(2 + Object.keys(lines).length);
    expect(answers).toEqual([]);
    expect(home.events().at(-1)).toMatchObject({ type: 'session-paused' });
  });

test('plain mode explains every answer: right or wrong, the key, why, why not, and what to read', async () => {
  const home = makeHome();
  const learner = piped(quizOf(home, 'single'), { home });
  await learner.waitFor(/or type help/);
  const asked = askedNow(home.events());
  learner.send(plainLine(asked, answerTo(asked, 'wrong')));
  const { stdout } = await learner.ended();
  expect(stdout).toMatch(/^Wrong\. You chose [a-c], A near miss\.$/m);
  expect(stdout).toMatch(/^The answer is [a-c], The right one\.$/m);
  expect(stdout).toMatch(/^Why: This rationale/m);
  expect(stdout).toMatch(/^Not [a-c]: It is nearly right\.$/m);
  expect(stdout).toMatch(/^Key [a-c]: It is right\.$/m);
  expect(stdout).toMatch(/^Read: https:\/\/example\.org\/page \(Facts\)$/m);
});

test('a near miss of a typed answer is shown as a difference in signs', async () => {
  const { stdout } = await ask('fill-in', ['tool get --all x']);
  expect(stdout).toMatch(/^The difference: tool get \[-.*-\] .*\{\+.*\+\}/m);
});

test('help names every word, flag and report keep the question open, and skip shows no key', async () => {
  const { stdout, home } = await ask('single', ['help', 'flag', 'flag', 'report', 'report a typo', 'skip']);
  for (const word of ['skip', 'flag', 'guess b', 'report what is wrong', 'help', 'quit'])
    expect(stdout).toMatch(new RegExp(`^  ${word}: `, 'm'));
  expect(stdout).toMatch(/Flagged\.[^]*The flag is cleared\.[^]*Say in a few words[^]*Noted\./);
  expect(stdout).not.toMatch(/The right one\. |It is right/);
  const types = home.events().map(event => event.type);
  expect(types.filter(type => /flagged|reported|skipped/.test(type))).toEqual([
    'question-flagged',
    'question-flagged',
    'question-reported',
    'question-skipped',
  ]);
});

test('the end of input pauses with exit 0 and the line that resumes', async () => {
  const { stdout, stderr, status, home } = await ask('single', []);
  const session = home
    .events()
    .flatMap(event => (event.type === 'session-started' ? [event.session] : []))[0];
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toMatch(new RegExp(`^Saved\\. Go on with: cca resume ${session}$`, 'm'));
});

test('a last line without its newline still answers', async () => {
  const home = makeHome();
  await cca(quizOf(home, 'single'), { home, input: 'a' });
  expect(answersIn(home)).toHaveLength(1);
});

test('the end of a quiz shows the score by objective, what to read, the seed and the next commands', async () => {
  const home = makeHome();
  const bank = smallBank(join(home.dir, 'bank'));
  const quiz = ['quiz', '--bank', bank, '--kind', 'single', '-n', '12', '--seed', 'end'];
  const { stdout } = await cca(quiz, { home, input: 'a\n'.repeat(12) });
  expect(stdout).toMatch(/^\d+ of 12 right\. Seed end\. 0:0\d, 0 s a question\.$/m);
  expect(stdout).toMatch(/^  How birds fly: \d of 8$/m);
  expect(stdout).toMatch(/^    read https:\/\/example\.org\/page$/m);
  expect(stdout).toMatch(/^  Fish: \d of 4$/m);
  expect(stdout).toMatch(/^cca quiz --missed --from last {2}\(redo the \d+ you missed\)$/m);
  expect(stdout).toMatch(/^cca quiz --again {2}\(the same 12 again\)$/m);
});

/** Nothing that could act on a terminal: printable text and newlines. */
const harmless = /^[\n -~\u00a0-\uffff]*$/;

test('plain mode never writes escape sequences, not even when colour is forced', async () => {
  const home = makeHome();
  const env = { TERM: 'xterm-256color', COLORTERM: 'truecolor', FORCE_COLOR: '3' };
  const { stdout, stderr } = await cca(quizOf(home, 'fill-in'), { home, input: 'help\nflag\nx\n', env });
  expect(stdout).toMatch(/^0 of 1 right/m);
  expect(stdout + stderr).toMatch(harmless);
});

test('escape sequences in a typed answer do not come back out with the verdict', async () => {
  const { stdout } = await ask('fill-in', ['tool\u001b[2J get \u001b]0;x\u0007\u009b31m -n x']);
  expect(stdout).toMatch(/^0 of 1 right/m);
  expect(stdout).toMatch(harmless);
});

test('escape sequences in a report do not come back out when reports are listed', async () => {
  const { home } = await ask('single', ['report \u001b[31m it']);
  const { stdout } = await cca(['bank', 'reports'], { home });
  expect(stdout).toMatch(/^ {4}.* it$/m);
  expect(stdout).toMatch(harmless);
});

test('where only ASCII is safe, plain mode writes nothing else', async () => {
  const home = makeHome();
  const { stdout } = await cca(quizOf(home, 'single'), { home, input: 'a\n', env: { LANG: 'C' } });
  expect(stdout).toMatch(/^[\n -~]*$/);
});

const node = [process.execPath, program] as const;

for (const [what, command, flags] of [
  ['under --plain', node, ['--plain']],
  ['with TERM=dumb', ['/usr/bin/env', 'TERM=dumb', ...node], []],
] as const)
  test(`a terminal ${what} gets plain mode: the prompt waits on its line, and the cursor never moves`, async () => {
    const home = makeHome();
    const learner = terminal([...quizOf(home, 'single'), ...flags], { home, command });
    await learner.waitFor(/Answer with a letter, or type help:$/);
    learner.press('b', keys.enter);
    await learner.waitFor(/^\d of 1 right\./m);
    expect(await learner.ended()).toMatchObject({ exitCode: 0 });
    expect(learner.output()).not.toContain('\u001b');
  });
