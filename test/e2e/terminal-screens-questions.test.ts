import { join } from 'node:path';
import { expect, test } from 'vitest';
import { entryOf, topic, writeBank } from '../support/banks.ts';
import { makeHome } from '../support/home.ts';
import { sit, whole } from '../support/sitting.ts';
import { keys } from '../support/terminal.ts';

test('A question with an exhibit, in 80 columns', async () => {
  const home = makeHome();
  const exhibit = `
    exhibits:
      - language: yaml
        title: api-read-only.yaml
        text: |
          spec:
            endpointSelector: {matchLabels: {app: api}}
            ingress:
              - fromEndpoints: [{matchLabels: {app: frontend}}]`;
  const bank = writeBank(join(home.dir, 'bank'), {
    'birds/air.yaml': topic(entryOf.single('birds-air-q1', exhibit)),
  });
  const { learner } = await sit(['-n', '1'], { home, bank });
  await learner.waitFor(whole(/Seed abc/));
  expect(learner.screen()).toMatchInlineSnapshot(`
    "Birds                                                1 of 1 · 0 right · 0 wrong
    ───────────────────────────────────────────────────────────────────────────────
    How birds fly · easy · new to you

    Which one is right about birds-air-q1?

    ┌ api-read-only.yaml ─────────────────────────────────────────────────────────┐
    │ spec:                                                                       │
    │   endpointSelector: {matchLabels: {app: api}}                               │
    │   ingress:                                                                  │
    │     - fromEndpoints: [{matchLabels: {app: frontend}}]                       │
    └─────────────────────────────────────────────────────────────────────────────┘

     ❯ 1  A far miss
       2  The right one
       3  A near miss

    Seed abc: history is left out, so that the same seed gives everyone the same
    questions.
    1-3 answer   ↑↓ move   g guessing   f flag   n skip   e exhibit   ? help
    q leave"
  `);
});

test('A question that waits for several choices, in 80 columns', async () => {
  const { learner } = await sit(['--kind', 'multiple', '-n', '1']);
  learner.press('24', keys.up, 'g');
  await learner.waitFor(whole(/guessing$/m));
  expect(learner.screen()).toMatchInlineSnapshot(`
    "Birds                                                1 of 1 · 0 right · 0 wrong
    ───────────────────────────────────────────────────────────────────────────────
    How birds fly · easy · new to you

    Which two are right about birds-kinds-multiple?

    Choose 2. 2 of 2 so far.  guessing
       1 ○ The first wrong one
       2 ● The first right one
     ❯ 3 ○ The second wrong one
       4 ● The second right one

    1-4 choose   ↑↓ move   Enter answer   g not guessing   f flag   n skip   ? help
    q leave"
  `);
});

test('An ordering, in 80 columns', async () => {
  const { learner } = await sit(['--kind', 'ordering', '-n', '1']);
  learner.press('31');
  await learner.waitFor(whole(/2 of 3 so far/));
  expect(learner.screen()).toMatchInlineSnapshot(`
    "Birds                                                1 of 1 · 0 right · 0 wrong
    ───────────────────────────────────────────────────────────────────────────────
    How birds fly · easy · new to you

    Put the steps of birds-kinds-ordering in order.

    Put all 3 in order, first to last. 2 of 3 so far.
     ❯ 1 [2] Step A
       2 [ ] Step C
       3 [1] Step B

    1-3 next in order   ↑↓ move   Enter answer   g guessing   f flag   n skip
    ? help   q leave"
  `);
});

test('A matching that waits for a letter, in 80 columns', async () => {
  const { learner } = await sit(['--kind', 'matching', '-n', '1']);
  learner.press('1c2');
  await learner.waitFor(whole(/2 \[\?\]/));
  expect(learner.screen()).toMatchInlineSnapshot(`
    "Birds                                                1 of 1 · 0 right · 0 wrong
    ───────────────────────────────────────────────────────────────────────────────
    How birds fly · easy · new to you

    Match the parts of birds-kinds-matching.

    Match all 2. 1 of 2 so far.
       1 [c] Left A
     ❯ 2 [?] Left B

       a  Right two
       b  Right three
       c  Right one

    a letter matches   Esc back"
  `);
});

test('A fill-in question, in 80 columns', async () => {
  const { learner } = await sit(['--kind', 'fill-in', '-n', '1']);
  learner.press('tool get -n');
  await learner.waitFor(whole(/tool get -n$/m));
  expect(learner.screen()).toMatchInlineSnapshot(`
    "Birds                                                1 of 1 · 0 right · 0 wrong
    ───────────────────────────────────────────────────────────────────────────────
    How birds fly · easy · new to you

    Which command gets the things of birds-kinds-fill-in in the namespace x?

    Type the answer.
    > tool get -n

    Enter answer   Esc other keys"
  `);
});
