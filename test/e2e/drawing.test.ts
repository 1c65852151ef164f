import { expect, test } from 'vitest';
import { entryOf, topic, writeBank } from '../support/banks.ts';
import { drawn, makeLearner, notices, type Learner } from '../support/learner.ts';

const newest = (learner: Learner) => learner.sessions().at(-1);

test('the same seed draws the same questions and options for two learners, whatever they have seen', async () => {
  const [ann, ben] = [makeLearner(), makeLearner()];
  await ann.quiz(['-n', '4'], 'right', 'wrong', 'skip');
  for (const learner of [ann, ben]) {
    const ran = await learner.quiz(['-n', '5', '--seed', 'team-friday']);
    expect(notices(ran)).toMatch(/^Seed team-friday: history is left out/);
  }
  expect(newest(ann)?.seats).toEqual(newest(ben)?.seats);
  expect(newest(ann)).toMatchObject({ seed: 'team-friday', given: true });
  await ben.quiz(['-n', '5', '--seed', 'team-monday']);
  expect(newest(ben)?.seats).not.toEqual(newest(ann)?.seats);
});

test('without a seed one is made up and kept, and what was never on screen comes first', async () => {
  const learner = makeLearner();
  const ran = await learner.quiz(['-n', '6', '--domain', 'birds'], 'right', 'wrong');
  expect(notices(ran)).toBe('');
  expect(newest(learner)).toMatchObject({ given: false, seed: expect.stringMatching(/^[a-z0-9]{6}$/) });
  const waiting = drawn(newest(learner)).slice(3);
  await learner.quiz(['-n', '3', '--domain', 'birds']);
  expect(new Set(drawn(newest(learner)))).toEqual(new Set(waiting));
});

test('--unseen asks only what was never on screen: answered, skipped and shown questions are left out', async () => {
  const learner = makeLearner({ birds: 4, fish: 1 });
  await learner.quiz(['-n', '5'], 'right', 'skip');
  const [answered, skipped, shown, ...rest] = drawn(newest(learner));
  const next = rest[0] as string;
  await learner.run('bank', 'show', next, '--bank', learner.bank);
  await learner.quiz(['--unseen', '-n', '5']);
  expect(drawn(newest(learner))).toEqual(rest.slice(1));
  expect([answered, skipped, shown, next]).not.toContain(drawn(newest(learner))[0]);
});

test('--missed asks what was answered wrong last, and forgets what was put right', async () => {
  const learner = makeLearner();
  await learner.quiz(['-n', '4'], 'wrong', 'right', 'wrong', 'right by a guess');
  const asked = drawn(newest(learner));
  await learner.quiz(['--missed'], 'right');
  const missed = drawn(newest(learner));
  expect(new Set(missed)).toEqual(new Set([asked[0], asked[2]]));
  await learner.quiz(['--missed']);
  expect(drawn(newest(learner))).toEqual(missed.slice(1));
});

test('--missed --from asks what was missed in the last session, or in the one named', async () => {
  const learner = makeLearner();
  await learner.quiz(['-n', '3'], 'wrong', 'wrong', 'right');
  const first = newest(learner);
  await learner.quiz(['-n', '3'], 'right', 'wrong', 'right');
  const second = newest(learner);
  await learner.quiz(['--missed', '--from', 'last']);
  expect(drawn(newest(learner))).toEqual(drawn(second).slice(1, 2));
  await learner.quiz(['--missed', '--from', first?.session.slice(0, 5) ?? ''], 'right');
  expect(new Set(drawn(newest(learner)))).toEqual(new Set(drawn(first).slice(0, 2)));
  const ran = await learner.run('quiz', '--bank', learner.bank, '--missed', '--from', 'last');
  expect(ran).toMatchObject({ status: 0, stdout: expect.stringMatching(/^Nothing missed/) });
});

test('--flagged asks what is flagged, until the flag is cleared', async () => {
  const learner = makeLearner();
  await learner.quiz(['-n', '3'], 'flag', 'right', 'right', 'flag');
  const asked = drawn(newest(learner));
  await learner.quiz(['--flagged'], 'flag', 'right');
  const flagged = drawn(newest(learner));
  expect(new Set(flagged)).toEqual(new Set([asked[0], asked[2]]));
  await learner.quiz(['--flagged']);
  expect(drawn(newest(learner))).toEqual(flagged.slice(1));
});

test('--again runs the newest quiz, or the one named, with the same questions and orders of options', async () => {
  const learner = makeLearner();
  const kinds = ['--kind', 'single', 'ordering', 'matching', '--seed', 'orders'];
  await learner.quiz(['-n', '9', ...kinds]);
  const first = newest(learner);
  await learner.quiz(['-n', '2'], 'wrong');
  const second = newest(learner);
  const again = await learner.quiz(['--again']);
  expect(notices(again)).toMatch(/with its questions and their order as they were/);
  expect(newest(learner)?.seats).toEqual(second?.seats);
  expect(newest(learner)?.session).not.toBe(second?.session);
  await learner.quiz(['--again', first?.session ?? '']);
  expect(newest(learner)).toMatchObject({ seats: first?.seats, seed: 'orders', kept: first?.kept });
});

for (const [args, wanted] of [
  [['--domain', 'fish'], /^fish-/],
  [['--domain', 'FISH'], /^fish-/],
  [['--domain', 'bi'], /^birds-/],
  [['--objective', 'gills'], /^fish-/],
  [['--objective', 'How fish'], /^fish-/],
  [['--kind', 'ordering', 'match'], /^birds-kinds-(ordering|matching)$/],
  [['--kind', 'ordering', '--kind', 'matching'], /^birds-kinds-(ordering|matching)$/],
  [['--difficulty', 'easy', '--domain', 'birds'], /^birds-/],
] as const)
  test(`filters narrow a quiz and forgive spelling: ${args.join(' ')}`, async () => {
    const learner = makeLearner();
    await learner.quiz([...args, '-n', '2']);
    expect(drawn(newest(learner))).toEqual([expect.stringMatching(wanted), expect.stringMatching(wanted)]);
  });

test('--tag asks only questions with one of the tags', async () => {
  const learner = makeLearner({ birds: 2, fish: 1 });
  const tagged = (name: string, tag: string) => entryOf.single(`birds-tags-${name}`, `\n    tags: [${tag}]`);
  writeBank(learner.bank, {
    'birds/tags.yaml': topic(tagged('a', 'feathers'), tagged('b', 'wings'), tagged('c', 'eggs')),
  });
  await learner.quiz(['--tag', 'feathers', 'wings']);
  expect(drawn(newest(learner)).sort()).toEqual(['birds-tags-a', 'birds-tags-b']);
});

test('when fewer questions fit than are asked for, that is said and they are asked', async () => {
  const learner = makeLearner();
  const ran = await learner.quiz(['-n', '50', '--domain', 'fish']);
  expect(notices(ran)).toMatch(/3 of the 50 questions asked for are there/);
  expect(drawn(newest(learner))).toHaveLength(3);
});

test('a quiz asks as many questions as the settings say, from the domains they name', async () => {
  const learner = makeLearner();
  await learner.run('config', 'set', 'count', '2');
  await learner.quiz([]);
  expect(drawn(newest(learner))).toHaveLength(2);
});

for (const [args, words] of [
  [['--missed'], /Nothing missed/],
  [['--missed', '--from', 'last'], /Nothing missed/],
  [['--flagged'], /No question is flagged/],
  [['--difficulty', 'hard'], /No question fits/],
] as const)
  test(`a quiz that has nothing to ask says so and is no failure: ${args.join(' ')}`, async () => {
    const learner = makeLearner();
    const ran = await learner.run('quiz', '--bank', learner.bank, ...args);
    expect(ran).toMatchObject({ status: 0, stderr: '', stdout: expect.stringMatching(words) });
  });

test('with no quiz to run again, --again says so and is no failure', async () => {
  const ran = await makeLearner().run('quiz', '--again');
  expect(ran).toMatchObject({
    status: 0,
    stdout: 'There is no quiz to run again yet. Begin with: cca quiz\n',
  });
});

for (const [args, words] of [
  [['--seed', 's', '--missed'], /--seed leaves history out, so it cannot go with --missed/],
  [['--seed', 's', '--unseen'], /cannot go with --unseen/],
  [['--seed', 's', '--flagged'], /cannot go with --flagged/],
  [['--from', 'last'], /cca quiz --missed --from last/],
  [['--again', '-n', '3'], /--again runs a session exactly as it was, so it cannot go with -n/],
  [['--again', '--seed', 's'], /cannot go with --seed/],
  [['--again', '--domain', 'birds'], /cannot go with --domain/],
  [['--plain', '--json-lines'], /exclude each other/],
] as const)
  test(`a quiz that contradicts itself is a usage error: ${args.join(' ')}`, async () => {
    const learner = makeLearner();
    const ran = await learner.run('quiz', ...args);
    expect(ran).toMatchObject({ status: 2, stdout: '', stderr: expect.stringMatching(words) });
  });
