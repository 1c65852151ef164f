import { join } from 'node:path';
import { expect, test } from 'vitest';
import { entryOf, smallBank, topic, writeBank } from '../support/banks.ts';
import { cca } from '../support/cli.ts';
import { makeHome } from '../support/home.ts';
import { makeLearner } from '../support/learner.ts';

const card = `
  - id: fish-terms-lateral-line
    revision: 1
    kind: card
    objective: gills
    front: Lateral line
    back: Senses pressure.
    when: In murky water.
    sources: [{url: https://example.org/page, section: Terms, checked: 2026-11-21}]
    versions: {from: "1.0"}`;

/** One question of every kind, one of them with an exhibit, and a card. */
function everything() {
  const home = makeHome();
  const bank = smallBank(join(home.dir, 'bank'), 0, 1);
  const exhibit = `\n    exhibits: [{language: yaml, title: nest.yaml, text: "eggs: 3\\n"}]`;
  writeBank(bank, {
    'birds/air.yaml': topic(entryOf.single('birds-air-one', exhibit)),
    'fish/terms.yaml': topic(card),
  });
  return { home, run: (...args: readonly string[]) => cca([...args, '--bank', bank], { home }) };
}

test('bank list counts what each objective has, by kind and difficulty, and cards apart', async () => {
  const { run } = everything();
  const { stdout, status } = await run('bank', 'list');
  expect(status).toBe(0);
  expect(stdout).toBe(`Test Exam: 7 questions, 1 card

Birds (birds), 70% of the exam: 6: single 1, multiple 1, true-false 1, fill-in 1, ordering 1, matching 1; easy 6
  flight: 6: single 1, multiple 1, true-false 1, fill-in 1, ordering 1, matching 1; easy 6  (thin)
  song: none yet  (thin)

Fish (fish), 30% of the exam: 2: card 1, single 1; easy 1
  gills: 2: card 1, single 1; easy 1  (thin)

Thin: fewer than 12 questions of the exam's kinds.
`);
});

test('bank list --domain names every question of the domain', async () => {
  const { stdout } = await everything().run('bank', 'list', '--domain', 'fi');
  expect(stdout).toMatch(/^ {4}fish-terms-lateral-line {2}card\n {4}fish-water-q1 {2}single, easy$/m);
  expect(stdout).not.toMatch(/Birds/);
});

test('bank show prints a question whole: exhibit, options with reasons, key, sources, versions', async () => {
  const { stdout, status } = await everything().run('bank', 'show', 'birds-air');
  expect(status).toBe(0);
  expect(stdout).toBe(`birds-air-one
birds, flight, single, easy, revision 1
birds/air.yaml:2

Which one is right about birds-air-one?

nest.yaml:
    eggs: 3

  [key] The right one
          It is right.
        A near miss
          It is nearly right.
        A far miss
          It is not right.

Why: This rationale is long enough to be one: it says why the key is right, why the others are not, and where a reader can find the fact in a few seconds.

Read: https://example.org/page (Facts; checked 2026-11-21)
Holds for versions from 1.0
`);
});

test('bank show counts as seeing a question, once; a card and a question already seen write nothing', async () => {
  const { home, run } = everything();
  await run('bank', 'show', 'birds-air-one');
  await run('bank', 'show', 'birds-air-one');
  await run('bank', 'show', 'fish-terms-lateral-line');
  expect(home.events()).toEqual([
    expect.objectContaining({ type: 'question-revealed', bank: 'test-exam', question: 'birds-air-one' }),
  ]);
  const quiz = await run('quiz', '--unseen', '--kind', 'single', '--json-lines');
  expect(quiz.stdout).toMatch(/"id":"fish-water-q1".*"isNew":true/);
  expect(quiz.stdout).not.toMatch(/birds-air-one/);
});

test('bank export is one JSON array of every question and card, keys and reasons included', async () => {
  const { stdout, status, stderr } = await everything().run('bank', 'export', '--json');
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  const entries = JSON.parse(stdout) as Record<string, unknown>[];
  expect(entries.map(entry => entry['kind'])).toEqual([
    'single',
    'multiple',
    'true-false',
    'fill-in',
    'ordering',
    'matching',
    'card',
    'single',
  ]);
  const source = { url: 'https://example.org/page', section: 'Facts', checked: '2026-11-21' };
  expect(entries[0]).toMatchObject({
    id: 'birds-air-one',
    domain: 'birds',
    objective: 'flight',
    kind: 'single',
    difficulty: 'easy',
    stem: 'Which one is right about birds-air-one?',
    exhibits: [{ language: 'yaml', title: 'nest.yaml', text: 'eggs: 3\n' }],
    options: [
      { id: 'key', text: 'The right one', key: true, why: 'It is right.' },
      { id: 'near', text: 'A near miss', key: false, why: 'It is nearly right.' },
      { id: 'far', text: 'A far miss', key: false, why: 'It is not right.' },
    ],
    rationale: expect.stringMatching(/^This rationale/),
    sources: [source],
  });
  for (const entry of entries)
    expect(entry).toMatchObject({
      options: expect.any(Array),
      sources: expect.any(Array),
      exhibits: expect.any(Array),
    });
  expect(entries[6]).toMatchObject({
    stem: 'Lateral line',
    options: [{ id: 'back', text: 'Senses pressure.', key: true, why: 'In murky water.' }],
  });
});

test('cards are never asked: a quiz of everything leaves them out', async () => {
  const { home, run } = everything();
  await run('quiz', '-n', '50');
  const drawn = home.events().flatMap(event => (event.type === 'session-started' ? event.seats : []));
  expect(drawn).toHaveLength(7);
  expect(drawn.map(seat => seat.question)).not.toContain('fish-terms-lateral-line');
});

test('bank reports lists what was found wrong, with id, revision and seed, also as JSON', async () => {
  const learner = makeLearner();
  expect((await learner.run('bank', 'reports')).stdout).toMatch(/^Nothing was reported\./);
  expect((await learner.run('bank', 'reports', '--json')).stdout).toBe('[]\n');
  const quiz = ['quiz', '--bank', learner.bank, '--seed', 'r1', '-n', '1', '--kind', 'single'];
  await cca(quiz, { home: learner.home, input: 'report  the key is wrong \n' });
  const [question] = learner.sessions()[0]?.seats ?? [];
  const { stdout } = await learner.run('bank', 'reports');
  expect(stdout).toMatch(
    new RegExp(
      `^\\d{4}-\\d\\d-\\d\\d {2}${question?.question} \\(revision 1, seed r1\\)\n {4}the key is wrong\n$`,
    ),
  );
  const { stdout: json } = await learner.run('bank', 'reports', '--json');
  expect(JSON.parse(json)).toMatchObject([
    { question: question?.question, revision: 1, seed: 'r1', note: 'the key is wrong' },
  ]);
});
