import { expect, test } from 'vitest';
import { sit, steady, verdict, whole } from '../support/sitting.ts';
import { keys } from '../support/terminal.ts';

const single = ['--kind', 'single', '-n', '2'];

test('The verdict on a right answer, in 80 columns', async () => {
  const { learner, at } = await sit(single);
  learner.press('g', at('The right one'));
  await learner.waitFor(whole(verdict));
  expect(learner.screen()).toMatchInlineSnapshot(`
    "Birds                                                1 of 2 · 1 right · 0 wrong
    ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━───────────────────────────────────────
    How birds fly · easy · new to you

    Which one is right about birds-air-q7?

     ✔ 1  The right one
     · 2  A far miss
     · 3  A near miss

     ✔ Right  1  The right one                                           (guessing)

     Why     This rationale is long enough to be one: it says why the key is right,
             why the others are not, and where a reader can find the fact in a few
             seconds.
     Key 1   It is right.
     Not 2   It is not right.
     Not 3   It is nearly right.
     Read    example.org/page (Facts)

    Enter next   f flag   ? help   q leave"
  `);
});

test('The verdict on a wrong answer, in 80 columns', async () => {
  const { learner, at } = await sit(single);
  learner.press(at('A far miss'));
  await learner.waitFor(whole(verdict));
  expect(learner.screen()).toMatchInlineSnapshot(`
    "Birds                                                1 of 2 · 0 right · 1 wrong
    ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━───────────────────────────────────────
    How birds fly · easy · new to you

    Which one is right about birds-air-q7?

     ✔ 1  The right one
     ✘ 2  A far miss
     · 3  A near miss

     ✘ Wrong  2  A far miss
     Answer  1  The right one

     Why     This rationale is long enough to be one: it says why the key is right,
             why the others are not, and where a reader can find the fact in a few
             seconds.
     Key 1   It is right.
     Not 2   It is not right.
     Not 3   It is nearly right.
     Read    example.org/page (Facts)

    Enter next   f flag   ? help   q leave"
  `);
});

test('The summary after the end, in 80 columns', async () => {
  const { learner, at } = await sit(['--kind', 'single', '-n', '4']);
  for (const [place, choice] of ['The right one', 'A far miss', 'A near miss', 'The right one'].entries()) {
    await learner.waitFor(new RegExp(`${place + 1} of 4[^]*1-3 answer`));
    learner.press(...(place === 3 ? ['g'] : []), at(choice));
    await learner.waitFor(verdict);
    learner.press(keys.enter);
  }
  await learner.ended();
  expect(steady(learner.screen())).toMatchInlineSnapshot(`
    "
    2 of 4 right  seed abc · M:SS · S s a question

    How birds fly     ███████░░░░░░░░░░░░░  1 of 3  read example.org/page
    How fish breathe  ████████████████████  1 of 1

    Birds  ███████░░░░░░░░░░░░░  1 of 3  read example.org/page
    Fish   ████████████████████  1 of 1

    Guessed 1, right 1 · sure 3, right 1 (sure and wrong on 2)

    cca quiz --missed --from last   redo the 2 you missed
    cca quiz --again                the same 4 again"
  `);
});

test('The last words of a session that was left, in 80 columns', async () => {
  const { learner, at } = await sit(single);
  learner.press(at('The right one'));
  await learner.waitFor(verdict);
  learner.press('q');
  await learner.ended();
  expect(steady(learner.screen())).toMatchInlineSnapshot(`
    "
    1 of 2 answered, 1 right so far  seed abc · M:SS · S s a question

    How birds fly  ████████████████████  1 of 1

    Guessed 0, right 0 · sure 1, right 1

    Saved. Go on with:  cca resume SESSION"
  `);
});
