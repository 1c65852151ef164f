import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { encodeLine } from '../../src/events/line.ts';
import { guide, smallBank, writeBank } from '../support/banks.ts';
import { answered, stamped } from '../support/events.ts';
import { makeHome, type Home } from '../support/home.ts';
import { shippedIn } from '../support/shipped.ts';
import { keyBefore, verdict } from '../support/sitting.ts';
import { keys, terminal } from '../support/terminal.ts';

let folder: string;
let command: readonly [string, string];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cca-shipped-'));
  smallBank(join(folder, 'questions'));
  command = shippedIn(folder);
});
afterAll(() => rmSync(folder, { recursive: true }));

// The list of all commands is longer than 24 rows.
const cca = (args: readonly string[], home: Home) => terminal(args, { home, command, rows: 40 });

/** The home screen of a learner. */
async function homeOf(home: Home) {
  const learner = cca([], home);
  await learner.waitFor(/Esc leave/);
  return learner;
}

/** A learner who has answered one question wrong and has left the quiz after it. */
async function withHistory(): Promise<Home> {
  const home = makeHome();
  const learner = cca(['quiz', '--domain', 'fish', '--seed', 'abc', '-n', '2'], home);
  await learner.waitFor(/1 of 2/);
  learner.press(keyBefore('A far miss', learner.screen()));
  await learner.waitFor(verdict);
  learner.press('q');
  await learner.ended();
  return home;
}

/** As the screen lists it, what is typed, and what comes of it. */
type Row = readonly [listed: string, typed: string, shown: RegExp];

const first: Row[] = [
  ['Enter five questions', keys.enter, /1 of 5/],
  ['m mini exam', 'm', /question 1 of 3 /],
  ['q quiz', 'q', /1 of 10/],
  ['s stats', 's', /No answers yet/],
  ['? all commands', '?', /Usage: cca/],
];

test.for(first)('The first home screen does what it lists: %s', async ([listed, typed, shown]) => {
  const learner = await homeOf(makeHome());
  expect(learner.screen()).toContain(listed);
  learner.press(typed);
  await learner.waitFor(shown);
  if (learner.isAlternate()) learner.press(keys.ctrlD);
  expect(await learner.ended()).toMatchObject({ exitCode: 0 });
});

const later: Row[] = [
  ['r resume', 'r', /2 of 2 · 0 right · 1 wrong/],
  ['x missed', 'x', /^Fish +1 of 1 [^]*seen before/],
  ['Enter start', keys.enter, /^Flashcards +1 due · \d new/],
  ['f flashcards', 'f', /^Flashcards +1 due · \d new/],
  ['p plan', 'p', /No exam date is set/],
  ['q quiz', 'q', /1 of 10/],
  ['m mock exam', 'm', /question 1 of 10 /],
  ['s stats', 's', /Fish[^\n]* 0 of 1/],
  ['? all commands', '?', /Usage: cca/],
];

test('With a history the home screen resumes, asks again what was missed, and starts what tells most', async () => {
  const home = await withHistory();
  for (const [listed, typed, shown] of later) {
    const learner = await homeOf(home);
    expect(learner.screen()).toContain(listed);
    learner.press(typed);
    await learner.waitFor(shown);
    learner.kill('SIGKILL');
    await learner.ended();
  }
});

const leaving: [key: string, exitCode: number, typed: string][] = [
  ['Esc', 0, keys.escape],
  ['Ctrl-D', 0, keys.ctrlD],
  ['Ctrl-C', 130, keys.ctrlC],
];

test.for(leaving)(
  '%s leaves the home screen with exit status %i and writes nothing',
  async ([, exitCode, typed]) => {
    const home = makeHome();
    const learner = await homeOf(home);
    learner.press(typed);
    expect(await learner.ended()).toMatchObject({ exitCode });
    expect(learner.output()).toMatch(/\u001b\[\?25h$/);
    expect(() => home.events()).toThrow(/ENOENT/);
  },
);

test('On the home screen a key that is not listed does nothing', async () => {
  const learner = await homeOf(makeHome());
  learner.press('r', 'x', '1', 'z', keys.up, keys.space, '?');
  await learner.waitFor(/Usage: cca/);
  expect(await learner.ended()).toMatchObject({ exitCode: 0 });
});

test('SIGTERM on the home screen ends it with 143', async () => {
  const learner = await homeOf(makeHome());
  learner.kill('SIGTERM');
  expect(await learner.ended()).toMatchObject({ exitCode: 143 });
});

test('The home screen of a first run, in 80 columns', async () => {
  const learner = await homeOf(makeHome());
  expect(learner.screen()).toMatchInlineSnapshot(`
    " cca · Test Exam

     This asks you exam questions, explains every answer and saves it as you give
     it. 17 questions are here. Press Enter to try five, or m for a mini exam to
     see where you stand.

     Enter five questions   q quiz   f flashcards   m mini exam   p plan   s stats
     ? all commands   Esc leave"
  `);
});

test('The home screen with a history, a paused session and an exam day, in 80 columns', async () => {
  const home = await withHistory();
  const day = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
  expect(await cca(['config', 'set', 'exam-date', day], home).ended()).toMatchObject({ exitCode: 0 });
  const learner = await homeOf(home);
  expect(learner.screen().replace(/in \d\d days \(\d{4}-\d\d-\d\d\)/, 'in DD days (YYYY-MM-DD)'))
    .toMatchInlineSnapshot(`
      " cca · Test Exam                                   exam in DD days (YYYY-MM-DD)

       Today     1 card · about 1 minute
       Paused    quiz, 1 of 2 answered
       Seen      1 of 17 questions, 1 to ask again
       Exams     1 full mock exam of new questions left
       Next      Birds has 0 first tries and 70% of the exam: questions there tell
                 most. cca quiz --domain birds

       Enter start   r resume   x missed   q quiz   f flashcards   m mock exam
       p plan   s stats   ? all commands   Esc leave"
    `);
});

test('The home screen names an exam that was left, its question and its time, and the fresh exams that remain', async () => {
  const home = await withHistory();
  const sitting = cca(['mock-exam', '--minutes', '20'], home);
  await sitting.waitFor(/question 1 of 10/);
  sitting.press('n', 'q');
  await sitting.ended();
  const learner = await homeOf(home);
  expect(learner.screen()).toMatch(/Paused +mock exam 1, question 2 of 10, 20 min left/);
  expect(learner.screen()).toMatch(/Exams +(no full mock exam|1 full mock exam) of new questions/);
  learner.press('r');
  await learner.waitFor(/question 2 of 10 +20 min left/);
});

test('The home screen is drawn again when the window is resized, and leaves nothing of the old one', async () => {
  const learner = await homeOf(await withHistory());
  for (const [columns, rows] of [
    [50, 24],
    [100, 30],
    [40, 20],
  ] as const) {
    learner.resize(columns, rows);
    const drawn = new RegExp(`^ cca · Test Exam[^]*\\n Seen [^]*Esc leave$`);
    const screen = await learner.waitFor(drawn);
    expect(screen.match(/cca · Test Exam/g)).toHaveLength(1);
    expect(screen.match(/Esc leave/g)).toHaveLength(1);
  }
  learner.press(keys.escape);
  expect(await learner.ended()).toMatchObject({ exitCode: 0 });
});

test('With enough first tries the home screen says how likely a pass is, and names the weakest domain', async () => {
  const home = makeHome();
  mkdirSync(dirname(home.journal), { recursive: true });
  const start = Date.now() - 86_400_000;
  const lines = Array.from({ length: 40 }, (_, i) => {
    const of =
      i % 4 === 0 ? { domain: 'fish', objective: 'gills' } : { domain: 'birds', objective: 'flight' };
    const event = answered(of.domain === 'fish' ? `fish-q${i}` : `birds-air-q${i}`, {
      ...of,
      correct: of.domain === 'birds',
    });
    return encodeLine(stamped(event, start + i * 60_000, `00000000000000000${1000 + i}`));
  });
  writeFileSync(home.journal, lines.join(''));
  const learner = await homeOf(home);
  await learner.waitFor(
    /Standing +chance of passing \d+ to \d+% · weakest: Fish \(0 of 10\s+first\s+tries\)/,
  );
  learner.press(keys.escape);
  expect(await learner.ended()).toMatchObject({ exitCode: 0 });
});

test('In a low window the home screen leaves out what matters least, and its top stays in sight', async () => {
  const home = await withHistory();
  const learner = terminal([], { home, command, columns: 40, rows: 12 });
  await learner.waitFor(/Esc leave/);
  expect(learner.screen()).toMatchInlineSnapshot(`
    " cca · Test Exam

     Today     1 card · 4 new · about 3
               minutes
     Paused    quiz, 1 of 2 answered
     Next      cca quiz --domain birds

     Enter start   r resume   x missed
     q quiz   f flashcards   m mock exam
     p plan   s stats   ? all commands
     Esc leave"
  `);
  expect(learner.scrollback()).toBe(0);
  learner.resize(40, 24);
  await learner.waitFor(/^ Seen .*[^]*^ Exams /m);
  learner.press(keys.escape);
  expect(await learner.ended()).toMatchObject({ exitCode: 0 });
});

test('On a day that holds only reading, Enter shows what to read', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'cca-reading-'));
  onTestFinished(() => rmSync(dir, { recursive: true }));
  cpSync(folder, dir, { recursive: true });
  writeBank(join(dir, 'questions'), { 'guide.yaml': guide });
  const of = { home: makeHome(), command: shippedIn(dir), rows: 40 };
  await terminal(['config', 'set', 'new-per-day', '0'], of).ended();
  const quiz = terminal(['quiz', '--domain', 'fish', '-n', '1'], of);
  await quiz.waitFor(/1 of 1/);
  quiz.press(keyBefore('The right one', quiz.screen()));
  await quiz.waitFor(verdict);
  quiz.press(keys.enter);
  await quiz.ended();
  const learner = terminal([], of);
  await learner.waitFor(/Today +read /);
  expect(learner.screen()).toContain('g reading');
  learner.press(keys.enter);
  await learner.waitFor(/0 of \d read[^]*cca guide --done ITEM/);
  expect(await learner.ended()).toMatchObject({ exitCode: 0 });
});
