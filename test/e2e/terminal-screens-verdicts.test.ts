import { join } from 'node:path';
import { expect, test } from 'vitest';
import { entryOf, smallBank, topic, writeBank } from '../support/banks.ts';
import { makeHome } from '../support/home.ts';
import { sit, steady, verdict, whole } from '../support/sitting.ts';
import { keys } from '../support/terminal.ts';

/** A quiz of these questions: a bank has no others, so that the draw decides nothing. */
function sitThrough(...ids: readonly string[]) {
  const home = makeHome();
  const entries = ids.map(id => entryOf.single(id));
  return sit(['-n', String(ids.length)], {
    home,
    bank: writeBank(join(home.dir, 'bank'), { 'birds/air.yaml': topic(...entries) }),
  });
}

test('The verdict on a right answer, in 80 columns', async () => {
  const { learner, at } = await sitThrough('birds-air-q1');
  learner.press('g', at('The right one'));
  await learner.waitFor(whole(verdict));
  expect(learner.screen()).toMatchInlineSnapshot(`
    "Birds                                                1 of 1 · 1 right · 0 wrong
    ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
    How birds fly · easy · new to you

    Which one is right about birds-air-q1?

     · 1  A far miss
     ✔ 2  The right one
     · 3  A near miss

     ✔ Right 2  The right one                                            (guessing)

     Why     This rationale is long enough to be one: it says why the key is right,
             why the others are not, and where a reader can find the fact in a few
             seconds.
     Not 1   It is not right.
     Key 2   It is right.
     Not 3   It is nearly right.
     Read    example.org/page (Facts)

    Enter next   f flag   ? help   q leave"
  `);
});

test('The verdict on a wrong answer, in 80 columns', async () => {
  const { learner, at } = await sitThrough('birds-air-q1');
  learner.press(at('A far miss'));
  await learner.waitFor(whole(verdict));
  expect(learner.screen()).toMatchInlineSnapshot(`
    "Birds                                                1 of 1 · 0 right · 1 wrong
    ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
    How birds fly · easy · new to you

    Which one is right about birds-air-q1?

     ✘ 1  A far miss
     ✔ 2  The right one
     · 3  A near miss

     ✘ Wrong 1  A far miss
     Answer  2  The right one

     Why     This rationale is long enough to be one: it says why the key is right,
             why the others are not, and where a reader can find the fact in a few
             seconds.
     Not 1   It is not right.
     Key 2   It is right.
     Not 3   It is nearly right.
     Read    example.org/page (Facts)

    Enter next   f flag   ? help   q leave"
  `);
});

test('The summary after the end, in 80 columns', async () => {
  const home = makeHome();
  const bank = smallBank(join(home.dir, 'bank'), 3, 1);
  const { learner, at } = await sit(['--kind', 'single', '-n', '4'], { home, bank });
  let birds = 0;
  for (const place of [1, 2, 3, 4]) {
    const screen = await learner.waitFor(whole(new RegExp(`${place} of 4[^]*1-3 answer`)));
    if (screen.startsWith('Birds')) birds++;
    const isFish = screen.startsWith('Fish');
    learner.press(isFish ? 'g' : '', at(isFish || birds === 1 ? 'The right one' : 'A far miss'));
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
  const { learner, at } = await sitThrough('birds-air-q1', 'birds-air-q2');
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
