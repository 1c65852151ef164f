import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Event } from '../../src/events/events.ts';
import { messageSchema } from '../../src/ui/json-lines/protocol.ts';
import { cardBank, cardOf, entryOf, topic, writeBank } from '../support/banks.ts';
import { cca } from '../support/cli.ts';
import { limitFileSize } from '../support/disk.ts';
import { listing } from '../support/folders.ts';
import { makeHome } from '../support/home.ts';
import { keys, terminal } from '../support/terminal.ts';

function learner(bankOf = cardBank) {
  const home = makeHome();
  const bank = bankOf(join(home.dir, 'bank'));
  const run = (args: readonly string[], input = '') => cca([...args, '--bank', bank], { home, input });
  const graded = () => home.events().filter(event => event.type === 'card-graded');
  return { home, bank, run, graded };
}

/** Shows and grades so many cards in plain lines. */
const good = (count: number) => '\n3\n'.repeat(count);

test('new cards are asked by domain weight, and what was graded good is not due again today', async () => {
  const { run, graded } = learner();
  const first = await run(['flashcards'], good(7));
  expect(first).toMatchObject({ status: 0, stderr: '' });
  expect(first.stdout).toMatch(/^7 cards done, 7 of them new\./m);
  expect(
    graded()
      .map(({ domain }) => domain)
      .slice(0, 3)
      .sort(),
  ).toEqual(['birds', 'birds', 'fish']);
  expect(graded().every(({ first: isFirst }) => isFirst)).toBe(true);
  const again = await run(['flashcards']);
  expect(again).toMatchObject({ status: 0, stdout: expect.stringMatching(/Nothing is due today.*--cram/) });
});

test('exam questions never seen are cards only with --questions, which says what that costs', async () => {
  const { run, graded } = learner();
  const { stdout } = await run(['flashcards', '--questions'], good(3));
  expect(stdout).toMatch(
    /2 exam questions are new to you here and will not be fresh in an exam: fresh full exams left 0 now, 0 after/,
  );
  expect(
    graded()
      .map(({ question }) => question)
      .sort(),
  ).toEqual(['birds-air-q1', 'birds-air-q2', 'birds-kinds-matching']);
});

test('a question answered in a quiz becomes a card, and counts against the new cards of the day', async () => {
  const { home, run } = learner();
  await cca(['config', 'set', 'new-per-day', '3'], { home });
  await run(['quiz', '--kind', 'single', '-n', '1'], 'a\n');
  const due = JSON.parse((await run(['flashcards', 'due', '--json'])).stdout) as Record<string, number>;
  expect(due).toMatchObject({ cards: 8, waiting: 7, new: 2 });
});

test.each([
  [['--terms'], 6],
  [['--new', '2'], 2],
  [['--new', '0'], 0],
  [['-n', '3'], 3],
  [['--domain', 'fish'], 2],
  [['--objective', 'gills', '-n', '1'], 1],
])('flashcards %j asks %i cards', async (args, count) => {
  const { run, graded, home } = learner();
  const ran = await run(['flashcards', ...args], good(9));
  expect(ran.status).toBe(0);
  if (count === 0) expect(() => home.events()).toThrow(/ENOENT/);
  else expect(graded()).toHaveLength(count);
});

test('--cram asks what is not due, is journaled as its own mode, and leaves the schedule as it is', async () => {
  const { run, graded } = learner();
  await run(['flashcards'], good(7));
  const before = (await run(['flashcards', 'due', '--json'])).stdout;
  const crammed = await run(['flashcards', '--cram', '-n', '4'], '\n1\n'.repeat(4));
  expect(crammed.stdout).toMatch(/this counts in your habits only/);
  expect(crammed.stdout).toMatch(/Crammed: this counts in your habits, and the schedule is as it was/);
  expect(
    graded()
      .slice(7)
      .map(({ mode }) => mode),
  ).toEqual(['cram', 'cram', 'cram', 'cram']);
  expect((await run(['flashcards', 'due', '--json'])).stdout).toBe(before);
});

test('--dry writes nothing anywhere and says so', async () => {
  const { home, run } = learner();
  const before = listing(home.dir);
  const { status, stdout } = await run(['flashcards', '--dry'], good(7));
  expect(status).toBe(0);
  expect(stdout).toMatch(/^Dry run: nothing will be saved\.$/m);
  expect(stdout).toMatch(/^Dry run: nothing was saved\.$/m);
  expect(listing(home.dir)).toEqual(before);
});

test.each([
  [['--terms', '--questions'], '--terms and --questions exclude each other'],
  [['--cram', '--dry'], '--cram is saved and --dry saves nothing'],
  [['--cram', '--new', '3'], '--cram asks whatever is least known'],
  [['--new', 'x'], 'Give a whole number from 0'],
  [['--domain', 'fosh'], 'Did you mean "fish"'],
  [['suspendet'], 'Did you mean "suspended"'],
  [['restore'], 'Say which card'],
  [['restore', 'x'], 'There is no suspended card "x"'],
])('flashcards %j is a usage error', async (args, words) => {
  const ran = await learner().run(['flashcards', ...args]);
  expect(ran).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining(words) });
});

test('a suspended card is listed and not asked, until it is restored', async () => {
  const { run, home } = learner();
  await run(['flashcards'], 'suspend\nquit\n');
  const id = (home.events().find(event => event.type === 'card-suspended') as Event & { question: string })
    .question;
  expect((await run(['flashcards', 'suspended'])).stdout).toMatch(new RegExp(`^${id}$`, 'm'));
  expect(JSON.parse((await run(['flashcards', 'due', '--json'])).stdout)).toMatchObject({ cards: 6 });
  expect((await run(['flashcards', 'restore', id.slice(0, -1) + id.slice(-1)])).status).toBe(0);
  expect(JSON.parse((await run(['flashcards', 'due', '--json'])).stdout)).toMatchObject({ cards: 7 });
});

test('cards that give each other away do not meet on one day', async () => {
  const enemies = (dir: string) =>
    writeBank(dir, {
      'birds/terms.yaml': topic(
        cardOf('birds-terms-t1', '\n    enemies: [birds-terms-t2]'),
        cardOf('birds-terms-t2'),
      ),
    });
  const { run, graded } = learner(enemies);
  await run(['flashcards'], good(2));
  await run(['flashcards'], good(2));
  expect(graded()).toHaveLength(1);
});

test('a session of cards is not resumed: what is due is drawn anew, and every grade given is kept', async () => {
  const { run, graded, home } = learner();
  const left = await run(['flashcards'], '\n3\n\nquit\n');
  expect(left.stdout).not.toMatch(/cca resume/);
  expect(graded()).toHaveLength(1);
  expect((await cca(['resume'], { home })).stdout).toMatch(/Nothing is unfinished/);
  const [session = ''] = home.events().flatMap(event => ('session' in event ? (event.session ?? []) : []));
  expect(await cca(['resume', session], { home })).toMatchObject({
    status: 2,
    stderr: expect.stringMatching(/was of cards\. .*cca flashcards/),
  });
  expect((await run(['flashcards'])).stdout).toMatch(/0 due, 6 new, 0 done/);
});

test.each([
  ['Ctrl-C', 130],
  ['SIGTERM', 143],
  ['Ctrl-D', 0],
])(
  '%s ends a session of cards with status %i, with every grade kept and the session finished',
  async (how, exitCode) => {
    const { home, bank, graded } = learner();
    const sitting = terminal(['flashcards', '--bank', bank], { home });
    await sitting.waitFor(/7 new · 0 done/);
    sitting.press(' ', '3');
    await sitting.waitFor(/6 new · 1 done/);
    if (how === 'SIGTERM') sitting.kill('SIGTERM');
    else sitting.press(how === 'Ctrl-C' ? keys.ctrlC : keys.ctrlD);
    expect(await sitting.ended()).toMatchObject({ exitCode });
    expect(graded()).toHaveLength(1);
    expect(home.events().at(-1)).toMatchObject({ type: 'session-finished', answered: 1 });
  },
);

test('a grade that cannot be saved has not happened, is told, and can be given again', async () => {
  const { home, bank, graded } = learner();
  const sitting = terminal(['flashcards', '--bank', bank], { home });
  await sitting.waitFor(/7 new · 0 done/);
  sitting.press(' ');
  await sitting.waitFor(/1 again/);
  limitFileSize(sitting.pid, 10);
  sitting.press('3');
  await sitting.waitFor(/cannot be saved/);
  expect(graded()).toHaveLength(0);
  limitFileSize(sitting.pid, 'unlimited');
  sitting.press('3');
  await sitting.waitFor(/6 new · 1 done/);
  expect(graded()).toHaveLength(1);
});

test('kill -9 keeps every grade that was given', async () => {
  const { home, bank, graded } = learner();
  const sitting = terminal(['flashcards', '--bank', bank], { home });
  await sitting.waitFor(/7 new · 0 done/);
  sitting.press(' ', '3');
  await sitting.waitFor(/6 new · 1 done/);
  sitting.kill('SIGKILL');
  await sitting.ended();
  expect(graded()).toHaveLength(1);
});

test('every message of a session of cards fits the published schema, and no front gives its back away', async () => {
  const { home, bank } = learner();
  const actions = ['options', 'reveal', 'grade', 'undo', 'reveal', 'grade', 'bury', 'nonsense', 'leave'];
  const input = actions
    .map(type => `${JSON.stringify(type === 'grade' ? { type, grade: 'good' } : { type })}\n`)
    .join('');
  const ran = await cca(['flashcards', '--json-lines', '--bank', bank], { home, input });
  const messages = ran.stdout
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as { type: string; back?: unknown });
  for (const message of messages) expect(messageSchema.safeParse(message).error).toBeUndefined();
  expect(messages.map(({ type }) => type)).toContain('end');
  const fronts = messages.filter(({ type, back }) => type === 'card' && back === null);
  expect(fronts.length).toBeGreaterThan(2);
  expect(JSON.stringify(fronts)).not.toMatch(/The meaning of/);
});

test('a card in 80 columns, front and back', async () => {
  const { home, bank } = learner();
  const sitting = terminal(['flashcards', '--terms', '--bank', bank], { home });
  const front = await sitting.waitFor(/leave/);
  expect(front.replace(/check \S+/, 'check BANK')).toMatchInlineSnapshot(`
    "Flashcards                                               0 due · 6 new · 0 done
    ───────────────────────────────────────────────────────────────────────────────
    Birds · How birds fly · new to you

    The term birds-terms-t1

    ── press space ────────────────────────────────────────────────────────────────

    This bank has 2 warnings: cca bank check BANK
    Space show the back   b bury   s suspend   f flag   ? help   q leave"
  `);
  sitting.press(keys.space);
  expect(await sitting.waitFor(/1 again[^]*leave/)).toMatchInlineSnapshot(`
    "Flashcards                                               0 due · 6 new · 0 done
    ───────────────────────────────────────────────────────────────────────────────
    Birds · How birds fly · new to you

    The term birds-terms-t1

    ── back ───────────────────────────────────────────────────────────────────────
    The meaning of birds-terms-t1, in a few words.

    It matters now and then.

    example.org/page (Facts)
    birds/terms.yaml:2

    1 again 10 min   2 hard 2 d   3 good 4 d   4 easy 16 d
    b bury   s suspend   f flag   ? help   q leave"
  `);
});

test('a card in 60 columns where only ASCII is safe', async () => {
  const { home, bank } = learner();
  const sitting = terminal(['flashcards', '--questions', '--bank', bank], {
    home,
    columns: 60,
    env: { LANG: 'C', LC_ALL: 'C' },
  });
  await sitting.waitFor(/leave/);
  sitting.press('o');
  await sitting.waitFor(/ \| /);
  sitting.press(keys.space);
  const screen = await sitting.waitFor(/1 again[^]*leave/);
  expect(screen).toMatch(/^[\u0000-\u007f]*$/);
  // Options are shuffled anew in each session.
  const steady = screen.replace(
    /(?: {3}[|] .*\n)+/,
    text => text.split('\n').sort().join('\n').slice(1) + '\n',
  );
  expect(steady).toMatchInlineSnapshot(`
    "Flashcards                           0 due | 3 new | 0 done
    -----------------------------------------------------------
    Birds | How birds fly | new to you

    Which one is right about birds-air-q1?

       | A far miss
       | A near miss
       | The right one

    -- back ---------------------------------------------------
     + The right one

    This rationale is long enough to be one: it says why the
    key is right, why the others are not, and where a reader
    can find the fact in a few seconds.

    example.org/page (Facts)
    birds/kinds.yaml:2

    1 again 10 min   2 hard 2 d   3 good 4 d   4 easy 16 d
    b bury   s suspend   f flag   ? help   q leave"
  `);
});

test('the help of a card lists every key that holds there', async () => {
  const { home, bank } = learner();
  const sitting = terminal(['flashcards', '--terms', '--bank', bank], { home, rows: 30 });
  await sitting.waitFor(/leave/);
  sitting.press(keys.space, '?');
  const screen = await sitting.waitFor(/Any other key goes back/);
  for (const words of [
    '1 again, 2 hard, 3 good, 4 easy',
    'u takes back',
    'b buries',
    's suspends',
    'f flags',
    'r reports',
    'q leaves',
  ])
    expect(screen).toContain(words);
});

test('a bank whose questions are all for exams has no cards until some are answered', async () => {
  const exams = (dir: string) => writeBank(dir, { 'birds/air.yaml': topic(entryOf.single('birds-air-q1')) });
  const { run } = learner(exams);
  for (const args of [['flashcards'], ['flashcards', 'due'], ['plan']])
    expect(await run(args)).toMatchObject({ status: 0, stdout: expect.stringMatching(/no cards yet/i) });
});

test('the back of a card is in sight once it is shown, however long the front is', async () => {
  const lines = Array.from({ length: 60 }, (_, i) => `          line ${i + 1}`).join('\n');
  const exhibit = `\n    exhibits:\n      - language: text\n        text: |\n${lines}`;
  const { home, bank } = learner(dir =>
    writeBank(dir, { 'birds/air.yaml': topic(entryOf.single('birds-air-q1', exhibit)) }),
  );
  const sitting = terminal(['flashcards', '--questions', '--bank', bank], { home, columns: 60, rows: 20 });
  expect(await sitting.waitFor(/leave/)).toMatch(/Which one is right/);
  sitting.press(keys.space);
  expect(await sitting.waitFor(/1 again/)).toMatch(/^── back .*\n.*The right one/m);
  sitting.press(keys.pageUp);
  await sitting.waitFor(/Which one is right/);
});
