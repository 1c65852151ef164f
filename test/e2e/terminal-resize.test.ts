import { join } from 'node:path';
import { expect, test } from 'vitest';
import { entryOf, topic, writeBank } from '../support/banks.ts';
import { drawnLines } from '../support/drawn.ts';
import { makeHome } from '../support/home.ts';
import { sit, verdict, whole } from '../support/sitting.ts';
import { keys, type RunningTerminal } from '../support/terminal.ts';

type Size = readonly [columns: number, rows: number];
const sizes: readonly Size[] = [
  [80, 24],
  [60, 20],
  [40, 15],
  [20, 10],
];

interface Scene {
  readonly question: string;
  /** What is typed, and what is waited for. */
  readonly typed: string;
  readonly shown: RegExp;
}

const single = entryOf.single(
  'birds-air-q1',
  `
    exhibits:
      - language: yaml
        title: a-policy-with-a-long-name.yaml
        text: |
          spec:
            endpointSelector: {matchLabels: {app: api, tier: something-that-takes-room}}
            ingress:
${Array.from({ length: 30 }, (_, index) => `              - number-${index}`).join('\n')}`,
);
const fillIn = entryOf['fill-in']('birds-air-q1');
// The last sign tells that all of it has been drawn, wherever the line is broken.
const long = `${'more than fits on a line, '.repeat(3)}9`;
const longDrawn = /9$/m;

const scenes: [[name: string, scene: Scene], ...[name: string, scene: Scene][]] = [
  ['a question with an exhibit', { question: single, typed: keys.down, shown: /❯ 2/ }],
  ['a verdict', { question: single, typed: '1', shown: verdict }],
  ['the help', { question: single, typed: '?', shown: /1 to 9/ }],
  ['an exhibit on the whole screen', { question: single, typed: 'e', shown: /PgUp\/PgDn/ }],
  ['a long report', { question: single, typed: `r${long}`, shown: longDrawn }],
  ['a text field', { question: fillIn, typed: 'x', shown: /> x/ }],
  ['a long typed answer', { question: fillIn, typed: long, shown: longDrawn }],
];

/** A learner who has come to a scene in a window of this size. */
async function at([columns, rows]: Size, { question, typed, shown }: Scene): Promise<RunningTerminal> {
  const home = makeHome();
  const bank = writeBank(join(home.dir, 'bank'), { 'birds/air.yaml': topic(question) });
  const { learner } = await sit(['-n', '1'], { home, bank, columns, rows });
  learner.press(typed);
  await learner.waitFor(shown);
  return learner;
}

/** Makes the window another size, and waits until the program has begun to draw for it. */
async function resize(learner: RunningTerminal, [columns, rows]: Size): Promise<void> {
  const cleared = () => learner.output().split('\u001b[2J').length;
  const before = cleared();
  learner.resize(columns, rows);
  await expect.poll(cleared).toBeGreaterThan(before);
}

test.for(scenes)(
  'In a window of any size every line of %s fits, and the last row stays free',
  async ([, scene]) => {
    const learner = await at([100, 30], scene);
    for (const size of sizes) {
      const [columns, rows] = size;
      const window = `${columns} by ${rows}`;
      await resize(learner, size);
      const drawn = () => drawnLines(learner.output());
      // What does not fit would be wrapped or scrolled by the real one.
      await expect
        .poll(async () => ({ window, lost: lost(await drawn(), learner.screen().split('\n')) }), {
          timeout: 2000,
        })
        .toEqual({ window, lost: [] });
      const lines = await drawn();
      expect(lines.length, window).toBeLessThan(rows);
      expect(Math.max(...lines.map(line => line.length)), window).toBeLessThanOrEqual(columns);
      expect(learner.scrollback(), window).toBe(0);
    }
  },
);

/** The lines that were drawn but are not where they were drawn. */
const lost = (drawn: readonly string[], seen: readonly string[]) =>
  drawn.filter((line, index) => line !== seen[index]);

test.for(scenes.filter(([name]) => /question|verdict|typed/.test(name)))(
  'After a window is made smaller and larger again, %s looks like drawn afresh',
  async ([, scene]) => {
    const fresh = await Promise.all(sizes.map(size => at(size, scene)));
    const learner = await at([80, 24], scene);
    for (const index of [1, 2, 3, 2, 1, 0]) {
      await resize(learner, sizes[index] as Size);
      await expect.poll(() => learner.screen(), { timeout: 2000 }).toBe(fresh[index]?.screen());
      expect(learner.scrollback()).toBe(0);
    }
  },
);

test.for(sizes)('The summary is broken at words in a window of %i by %i', async ([columns, rows]) => {
  const { learner } = await sit(['--kind', 'true-false'], { columns, rows });
  learner.press('2\r');
  await learner.ended();
  const lines = (await drawnLines(learner.output())).slice(1);
  expect(lines.join(' ').replace(/\s+/g, ' ')).toMatch(/^0 of 1 right .* cca quiz --again/);
  expect(Math.max(...lines.map(line => line.length))).toBeLessThanOrEqual(columns);
});

test('In a narrow window a broken line of an exhibit keeps its indent: in YAML it has a meaning', async () => {
  const learner = await at([40, 24], scenes[0][1]);
  expect(learner.screen()).toMatch(/^│ {3}endpointSelector: /m);
});

test('In a narrow window a word that is longer than a line is broken where the line ends', async () => {
  const home = makeHome();
  const word = `https://${'0123456789'.repeat(12)}`;
  const question = entryOf.single(
    'birds-air-q1',
    `\n    exhibits: [{language: bash, text: "curl ${word}\\n"}]`,
  );
  const bank = writeBank(join(home.dir, 'bank'), { 'birds/air.yaml': topic(question) });
  const { learner } = await sit(['-n', '1'], { home, bank, columns: 40, rows: 40 });
  const framed = [...learner.screen().matchAll(/^│ (.*) │$/gm)].map(match => match[1]?.trim());
  expect(framed.join('').replace(/^curl ?/, '')).toBe(word);
});

test('In a narrow window a short answer is not marked as cut off', async () => {
  const { learner } = await sit(['--kind', 'true-false'], { columns: 20, rows: 24 });
  learner.press('2');
  expect(await learner.waitFor(whole(/Wrong/))).toMatch(/Wrong 2 {2}False$/m);
});
