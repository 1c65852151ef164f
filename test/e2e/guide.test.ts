import { join } from 'node:path';
import { expect, test } from 'vitest';
import { guide, smallBank, writeBank } from '../support/banks.ts';
import { cca } from '../support/cli.ts';
import { makeHome } from '../support/home.ts';

/** A bank with a reading guide, and a way to run commands on it. */
function guided() {
  const home = makeHome();
  const bank = writeBank(smallBank(join(home.dir, 'bank'), 2, 1), { 'guide.yaml': guide });
  return { home, bank, run: (...args: readonly string[]) => cca([...args, '--bank', bank], { home }) };
}

test('cca guide shows what is read of each objective beside the answers given there', async () => {
  const { run, home, bank } = guided();
  await cca(['quiz', '--bank', bank, '--domain', 'fish', '--plain'], { home, input: 'a\n' });
  await run('guide', '--done', 'wings');
  const { stdout, status } = await run('guide');
  expect(status).toBe(0);
  expect(stdout).toMatch(
    /^Test Exam, what to read: 1 of 3 done\n\nBirds \(birds\), 70% of the exam\n {2}1 of 2 read {2}no answers yet {2}flight\n {2}1 of 2 read {2}no answers yet {2}song\n\nFish \(fish\), 30% of the exam\n {2}1 of 1 read {2}[01] of 1 right {4}gills\n/,
  );
  expect(stdout).toMatch(/^cca guide --done ITEM/m);
});

test('cca guide OBJECTIVE lists what to read by kind, with addresses, and says which nobody could open', async () => {
  const { stdout } = await guided().run('guide', 'fli');
  expect(stdout).toBe(`How birds fly (flight)
0 of 2 read, no answers yet
  Pages
  [ ] How wings work
      wings
      https://example.org/wings
  Labs
  [ ] Gliding
      gliding, 45 min, address not checked
      https://example.org/gliding
      Try it.

cca guide --done ITEM    tick an item off; --undo puts it back
`);
});

test('cca guide DOMAIN lists all its objectives', async () => {
  const { stdout } = await guided().run('guide', 'Birds');
  expect(stdout).toMatch(/\(flight\)/);
  expect(stdout).toMatch(/\(song\)/);
  expect(stdout).not.toMatch(/\(gills\)/);
});

test('ticking off is journaled once, can be undone, and names the objectives it serves', async () => {
  const { run, home } = guided();
  const { stdout, status } = await run('guide', '--done', 'wing', 'glid');
  expect(status).toBe(0);
  expect(stdout).toBe(
    'Done: How wings work\n  flight: 2 of 2 read\n  song: 1 of 2 read\n  gills: 1 of 1 read\nDone: Gliding\n  flight: 2 of 2 read\n',
  );
  await run('guide', '--done', 'wings');
  expect((await run('guide', '--undo', 'wings')).stdout).toMatch(
    /^Put back: How wings work\n {2}flight: 1 of 2/,
  );
  expect(home.events()).toMatchObject([
    { type: 'guide-item-done', bank: 'test-exam', item: 'wings', done: true },
    { type: 'guide-item-done', bank: 'test-exam', item: 'gliding', done: true },
    { type: 'guide-item-done', bank: 'test-exam', item: 'wings', done: false },
  ]);
});

test('cca guide --json gives every item with whether it is done', async () => {
  const { run } = guided();
  await run('guide', '--done', 'songs');
  const { objectives } = JSON.parse((await run('guide', 'song', '--json')).stdout) as { objectives: unknown };
  expect(objectives).toMatchObject([
    {
      domain: 'birds',
      objective: 'song',
      answered: 0,
      right: 0,
      done: 1,
      of: 2,
      items: [
        { id: 'songs', kind: 'book', done: true, checked: '2026-11-21' },
        { id: 'wings', done: false },
      ],
    },
  ]);
});

test.each([
  [['guide', 'feathers'], /There is no part "feathers"\. The parts are: birds, fish, flight, song, gills\./],
  [['guide', '--done', 'wins'], /There is no item "wins"\. Did you mean "wings"\?/],
  [['guide', 'nothing', '--done', 'wings'], /There is no part "nothing"/],
])('%j is a usage error, and nothing is written', async (args, said) => {
  const { run, home } = guided();
  expect(await run(...args)).toMatchObject({ status: 2, stdout: '', stderr: expect.stringMatching(said) });
  expect(() => home.events()).toThrow(/ENOENT/);
});

test('a bank without a guide says so; one with a faulty guide names the place', async () => {
  const home = makeHome();
  const bank = smallBank(join(home.dir, 'bank'), 1, 1);
  const run = () => cca(['guide', '--bank', bank], { home });
  expect(await run()).toMatchObject({ status: 2, stderr: expect.stringMatching(/has no reading guide/) });
  writeBank(bank, { 'guide.yaml': guide.replace('[songs, wings]', '[songz]') });
  expect(await run()).toMatchObject({
    status: 3,
    stderr: expect.stringMatching(
      /guide\.yaml:12:13 {2}unknown-item {2}no item is called "songz"\. Did you mean "songs"\?/,
    ),
  });
});

test('the guide that ships has reading for every objective, and every page has a day on which it was found', async () => {
  const home = makeHome();
  const { stdout } = await cca(['guide', '--json'], { home });
  const { objectives } = JSON.parse(stdout) as {
    objectives: { objective: string; items: { id: string; kind: string; url: string; checked: unknown }[] }[];
  };
  expect(objectives).toHaveLength(27);
  for (const { objective, items } of objectives) expect(items.length, objective).toBeGreaterThanOrEqual(3);
  const pages = objectives.flatMap(({ items }) => items).filter(({ kind }) => kind === 'page');
  expect(pages.filter(({ checked }) => typeof checked !== 'string')).toEqual([]);
});

test('the end of a quiz points at the reading of the objective that was missed most', async () => {
  const home = makeHome();
  const args = ['quiz', '--seed', 'guide', '-n', '8', '--kind', 'single', '--domain', 'ebpf', '--plain'];
  const { stdout } = await cca(args, { home, input: 'a\n'.repeat(8) });
  expect(stdout).toMatch(/cca guide (?:role-of-ebpf|ebpf-benefits|ebpf-versus-iptables) .*what to read on: /);
});
