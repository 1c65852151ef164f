import { expect, test } from 'vitest';
import { answered, sit, verdict, whole } from '../support/sitting.ts';
import { keys } from '../support/terminal.ts';

const fillIn = ['--kind', 'fill-in', '-n', '1'];
const backspace = '\u007f';
const ctrl = { a: '\u0001', e: '\u0005', u: '\u0015', w: '\u0017' };

const edits: [typed: string, line: string][] = [
  ['nqfger? 12', 'nqfger? 12'],
  [`tool gex${backspace}t`, 'tool get'],
  [`tool gt${keys.left}e`, 'tool get'],
  [`tool gext${keys.left}${keys.left}${keys.ctrlD}`, 'tool get'],
  [`something else${ctrl.u}tool get`, 'tool get'],
  [`tool list${ctrl.w}get`, 'tool get'],
  [`ool get${ctrl.a}t`, 'tool get'],
  [`tool ge${ctrl.a}${ctrl.e}t`, 'tool get'],
  [`tool ge${keys.up}${keys.down}t`, 'tool get'],
  ['tool\t get', 'tool get'],
  [`ö 日本${backspace}`, 'ö 日'],
];

test('A text field takes every letter and is edited with the keys of a shell', async () => {
  const { home, learner } = await sit(fillIn);
  for (const [typed, line] of edits) {
    learner.press(typed);
    await learner.waitFor(new RegExp(`^> ${line.replace('?', '[?]')}$`, 'm'));
    learner.press(ctrl.e, ctrl.u);
    await learner.waitFor(/^>$/m);
  }
  learner.press('the last one', keys.enter);
  await learner.waitFor(verdict);
  expect(answered(home)).toMatchObject([{ answer: { text: 'the last one' } }]);
});

test('A wrong typed answer is shown with what it lacks and what it has too much', async () => {
  const { learner } = await sit(fillIn);
  learner.press('tool list --namespace x', keys.enter);
  const screen = await learner.waitFor(whole(/Wrong/));
  expect(screen).toMatch(/Wrong tool list --namespace x/);
  expect(screen).toMatch(/Answer {2}tool get --namespace x/);
  expect(screen).toMatch(/Differs tool \[-list-\] \{\+get\+\} --namespace[ =]x/);
  expect(screen).toMatch(/Yours +There is no list/);
});

test('The difference to a wrong typed answer does not fault a flag that is forgiven', async () => {
  const { learner } = await sit(fillIn);
  learner.press('tool list -n x', keys.enter);
  expect(await learner.waitFor(whole(/Wrong/))).not.toMatch(/\[-[^\]]*-n/);
});

test('An answer that has nothing in common with the key is not compared word by word', async () => {
  const { learner } = await sit(fillIn);
  learner.press('something else', keys.enter);
  expect(await learner.waitFor(whole(/Wrong/))).not.toMatch(/Differs/);
});

test.for([
  ['of nothing', ''],
  ['of spaces', '   '],
])('A typed answer %s is refused and stays in the field', async ([, typed]) => {
  const { home, learner } = await sit(fillIn);
  learner.press(typed as string, keys.enter);
  await learner.waitFor(/Type an answer first/);
  learner.press('x');
  await learner.waitFor(new RegExp(`^> ${typed}x$`, 'm'));
  learner.press(ctrl.u, 'tool get -n x', keys.enter);
  await learner.waitFor(/✔ Right/);
  expect(answered(home)).toMatchObject([{ answer: { text: 'tool get -n x' } }]);
});

test('Esc frees the keys, and Enter types on where the learner was', async () => {
  const { home, learner } = await sit(fillIn);
  learner.press('tool get', keys.escape);
  await learner.waitFor(/q leave/);
  learner.press('f');
  expect(await learner.waitFor(whole(/flagged/))).toMatch(/^> tool get$/m);
  learner.press(keys.enter);
  await learner.waitFor(/Esc other keys/);
  learner.press(' -n x', keys.enter);
  await learner.waitFor(/✔ Right/);
  expect(answered(home)).toMatchObject([{ answer: { text: 'tool get -n x' } }]);
});

test('Esc and a key sent in one go are both heard', async () => {
  const { home, learner } = await sit(fillIn);
  learner.press('tool', keys.escape + 'q');
  expect(await learner.ended()).toMatchObject({ exitCode: 0 });
  expect(home.events().at(-1)).toMatchObject({ type: 'session-paused' });
});

test('The keys that Esc frees are the keys the footer names', async () => {
  const { learner } = await sit(fillIn);
  learner.press('tool', keys.escape);
  const screen = await learner.waitFor(/q leave/);
  // Enter opens the field again here, it does not answer.
  expect(screen).not.toMatch(/Enter answer/);
});

test('Reporting a fault keeps what was typed', async () => {
  const { home, learner } = await sit(fillIn);
  learner.press('tool get', keys.escape + 'r');
  await learner.waitFor(/What is wrong\?/);
  learner.press('unclear', keys.enter);
  expect(await learner.waitFor(/q leave/)).toMatch(/^> tool get$/m);
  expect(home.events().at(-1)).toMatchObject({ type: 'question-reported', note: 'unclear' });
});

test('The cursor is seen while a text field is open, and only then', async () => {
  const { learner } = await sit(fillIn);
  const isCursorSeen = () =>
    learner.output().lastIndexOf('\u001b[?25h') >= learner.output().lastIndexOf('\u001b[?25l');
  expect(isCursorSeen()).toBe(true);
  learner.press(keys.escape);
  await learner.waitFor(/q leave/);
  expect(isCursorSeen()).toBe(false);
  learner.press(keys.enter);
  await learner.waitFor(/Esc other keys/);
  expect(isCursorSeen()).toBe(true);
});
