import { join } from 'node:path';
import { expect, test } from 'vitest';
import { entryOf, topic, writeBank } from '../support/banks.ts';
import { drawnLines } from '../support/drawn.ts';
import { makeHome } from '../support/home.ts';
import { sit, verdict, whole, type Sitting, type SittingOptions } from '../support/sitting.ts';
import { keys } from '../support/terminal.ts';

/** A quiz of one question whose YAML, below the usual fields, is given. */
async function sitWith(fields: string, options: SittingOptions = {}): Promise<Sitting> {
  const home = makeHome();
  const entry = entryOf.single('birds-air-q1').replace(/^ {4}stem: .*$/m, fields);
  const bank = writeBank(join(home.dir, 'bank'), { 'birds/air.yaml': topic(entry) });
  return sit(['-n', '1'], { ...options, home, bank });
}

/** Every screen of a quiz of one question: help, exhibit, the answer, and the summary. */
async function playThrough({ learner, at }: Sitting, choice: string): Promise<void> {
  learner.press('?');
  await learner.waitFor(/1 to 9/);
  learner.press('x', 'e');
  await learner.waitFor(/PgUp/);
  learner.press('x');
  await learner.waitFor(/1-3 answer/);
  learner.press(at(choice));
  await learner.waitFor(verdict);
  learner.press(keys.enter);
  await learner.ended();
}

const yaml = `    stem: Which \`one\` is right?
    exhibits: [{language: yaml, title: a.yaml, text: "spec: {a: 1, b: 'two'}\\n# three\\n"}]`;

const colour = /\u001b\[(?:\d+;)*(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])(?:;\d+)*m/;

test.for([
  ['The right one', '✔ Right'],
  ['A far miss', '✘ Wrong'],
])(
  'With NO_COLOR nothing is coloured, and "%s" is still told by sign and word',
  async ([choice = '', said]) => {
    const sitting = await sitWith(yaml, { env: { NO_COLOR: '1' } });
    await playThrough(sitting, choice);
    expect(sitting.learner.output()).not.toMatch(colour);
    expect(sitting.learner.output()).toContain(said);
    // Without colour to mark them, the backticks stay.
    expect(sitting.learner.output()).toContain('`one`');
  },
);

test('Without NO_COLOR the exhibit, the choice and the verdict are coloured', async () => {
  const sitting = await sitWith(yaml);
  await playThrough(sitting, 'The right one');
  expect(sitting.learner.output()).toMatch(/\u001b\[36mspec:?/);
  expect(sitting.learner.output()).toMatch(/\u001b\[92m✔ Right/);
  expect(sitting.learner.output()).not.toContain('`one`');
});

const foreign = `    stem: "Which … → × ≥ “one” is right, é ß 日本 ⇒?"
    exhibits: [{language: text, title: "a → b", text: "1 → 2 → 3 … 4 — ${'→ '.repeat(30)}\\n"}]`;

test.for(['The right one', 'A far miss'])(
  'In the C locale every byte of a session is ASCII, with twins for the signs: %s',
  async choice => {
    const sitting = await sitWith(foreign, { env: { LANG: 'C' } });
    await playThrough(sitting, choice);
    expect(sitting.learner.output()).not.toMatch(/[^\u0000-\u007f]/);
    expect(sitting.learner.output()).toMatch(/\+ Right|x Wrong/);
    expect(sitting.learner.output()).toMatch(/Which \.\.\. -> x >= "one" is right, e/);
  },
);

test('In the C locale a letter without a twin shows as a question mark and is not dropped', async () => {
  const { learner } = await sitWith(foreign, { env: { LANG: 'C' } });
  expect(learner.screen()).toMatch(/is right, e \? \?\? \?\?/);
});

test('In the C locale a sign with a longer twin makes no line wider than the window', async () => {
  const { learner } = await sitWith(foreign, { env: { LANG: 'C' }, columns: 60 });
  learner.press(keys.down);
  await learner.waitFor(whole(/> 2/));
  const lines = await drawnLines(learner.output());
  expect(learner.screen().split('\n')).toEqual(lines);
  const frame = lines.filter(line => /^[+|]/.test(line));
  expect(new Set(frame.map(line => line.length))).toEqual(new Set([59]));
});

test('Control characters and direction overrides of a bank are shown, and do nothing', async () => {
  const sitting = await sitWith(String.raw`    stem: "Which\u001b[2J one\u0007 is \u202eright\u202c?"
    exhibits: [{language: text, title: "a\u001b]0;title\u0007", text: "x\u001b[31mred \u009b5A up\r\u2066over\n"}]`);
  const { learner } = sitting;
  const screen = learner.screen();
  expect(screen).toContain(String.raw`Which\u{1b}[2J one\u{7} is \u{202e}right\u{202c}?`);
  expect(screen).toContain(String.raw`a\u{1b}]0;title\u{7}`);
  expect(screen).toContain(String.raw`x\u{1b}[31mred \u{9b}5A up\u{d}\u{2066}over`);
  await playThrough(sitting, 'The right one');
  // The program's own sequences are of these forms only: erase, move, style, screen and cursor.
  const rest = learner.output().replace(/\u001b\[(?:\?\d+[hl]|[\d;]*[A-HJKm])/g, '');
  expect(rest).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
});

test('The frame of an exhibit stays straight around tabs and wide signs', async () => {
  const { learner } = await sitWith(String.raw`    stem: Which one is right?
    exhibits: [{language: text, text: "a\tb\tc\n\tindented\n日本語 and more\nplain\n"}]`);
  const buffer = learner.screen().split('\n');
  const columns = buffer.filter(line => /^[┌│└]/.test(line)).map(line => widthOnScreen(line));
  expect(columns).toHaveLength(6);
  expect(new Set(columns)).toEqual(new Set([79]));
});

const widthOnScreen = (line: string) =>
  [...line].reduce((sum, sign) => sum + (/[\u3000-\u9fff]/.test(sign) ? 2 : 1), 0);
