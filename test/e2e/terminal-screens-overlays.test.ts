import { join } from 'node:path';
import { expect, test } from 'vitest';
import { entryOf, topic, writeBank } from '../support/banks.ts';
import { makeHome } from '../support/home.ts';
import { sit, whole } from '../support/sitting.ts';
import { keys } from '../support/terminal.ts';

const exhibit = `
    exhibits:
      - language: text
        title: numbers.txt
        text: |
${Array.from({ length: 40 }, (_, index) => `          number ${index + 1}`).join('\n')}`;

async function sitWithExhibit() {
  const home = makeHome();
  const bank = writeBank(join(home.dir, 'bank'), {
    'birds/air.yaml': topic(entryOf.single('birds-air-q1', exhibit)),
  });
  const { learner } = await sit(['-n', '1'], { home, bank });
  learner.press(keys.down);
  await learner.waitFor(/❯ 2/);
  return learner;
}

test('The help over a question, in 80 columns', async () => {
  const learner = await sitWithExhibit();
  learner.press('?');
  await learner.waitFor(whole(/Any other key goes back/));
  expect(learner.screen()).toMatchInlineSnapshot(`
    "Birds                                                1 of 1 · 0 right · 0 wrong
    ───────────────────────────────────────────────────────────────────────────────
    How birds fly · easy · new to you

      1 to 9 answer with that option
      arrows, or k and j, move the cursor
      Enter answers with what the cursor is on
      g marks the answer as a guess; it is recorded with it
      f flags the question until you clear it: cca quiz --flagged
      n skips: no key is shown, it does not count, it returns once at the end
      e shows the exhibit on the whole screen
      PgUp and PgDn scroll; PgDn unfolds an exhibit, PgUp at its top folds it
      r reports a fault in the question; cca bank reports lists them
      ? shows this
      q leaves; everything is saved, cca resume goes on

      Any other key goes back.

    PgUp/PgDn scroll   any other key goes back"
  `);
});

test('An exhibit on the whole screen, scrolled by a page, in 80 columns', async () => {
  const learner = await sitWithExhibit();
  learner.press('e', keys.pageDown);
  await learner.waitFor(whole(/lines above/));
  expect(learner.screen()).toMatchInlineSnapshot(`
    "Birds                                                1 of 1 · 0 right · 0 wrong
    ───────────────────────────────────────────────────────────────────────────────
    How birds fly · easy · new to you
    number 14
    number 15
    number 16
    number 17
    number 18
    number 19
    number 20
    number 21
    number 22
    number 23
    number 24
    number 25
    number 26
    number 27
    number 28
    number 29
    number 30
    16 lines above: PgUp, 10 more lines: PgDn

    PgUp/PgDn scroll   any other key goes back"
  `);
});

test('The report of a fault, in 80 columns', async () => {
  const learner = await sitWithExhibit();
  learner.press('r', 'The second number is odd.');
  await learner.waitFor(whole(/odd\.$/m));
  expect(learner.screen()).toMatchInlineSnapshot(`
    "Birds                                                1 of 1 · 0 right · 0 wrong
    ───────────────────────────────────────────────────────────────────────────────
    How birds fly · easy · new to you

    Which one is right about birds-air-q1?

    ┌ numbers.txt ────────────────────────────────────────────────────────────────┐
    │ number 1                                                                    │
    │ number 2                                                                    │
    │ number 3                                                                    │
    │ number 4                                                                    │
    │ number 5                                                                    │
    │ number 6                                                                    │
    │ number 7                                                                    │
    └ 33 more lines: PgDn unfolds, e shows all ───────────────────────────────────┘

       1  A far miss
     ❯ 2  The right one
       3  A near miss
    What is wrong? The second number is odd.

    Enter send   Esc back"
  `);
});
