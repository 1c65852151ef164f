import { join } from 'node:path';
import { expect, test } from 'vitest';
import { entryOf, smallBank, topic, writeBank } from '../support/banks.ts';
import { cca } from '../support/cli.ts';
import { makeHome } from '../support/home.ts';

/** A small bank, and a way to run commands of `cca bank` on it. */
function aBank(files: Readonly<Record<string, string>> = {}) {
  const home = makeHome();
  const bank = smallBank(join(home.dir, 'bank'), 2, 1);
  writeBank(bank, files);
  return {
    home,
    bank,
    run: (...args: readonly string[]) => cca(['bank', ...args, '--bank', bank], { home }),
    check: (...args: readonly string[]) => cca(['bank', 'check', bank, ...args], { home }),
  };
}

test('bank stale lists sources checked too long ago, longest first, and never fails', async () => {
  const { run } = aBank({
    'birds/old.yaml': topic(
      entryOf.single('birds-old-q1').replace('2026-11-21', '2021-05-06'),
      entryOf.single('birds-old-q2').replace('2026-11-21', '2020-05-06'),
    ),
  });
  const { stdout, status } = await run('stale', '--since', '1825d');
  expect(status).toBe(0);
  expect(stdout).toMatch(
    /^2 of 10 questions and cards rest on a source last checked before \d{4}-\d\d-\d\d, longest ago first\.\nbirds-old-q2 {2}birds\/old\.yaml:17\n {4}2020-05-06 {2}https:\/\/example\.org\/page \(Facts\)\nbirds-old-q1 /,
  );
  expect(JSON.parse((await run('stale', '--since', '5y', '--json')).stdout)).toMatchObject({
    of: 10,
    stale: [{ id: 'birds-old-q2' }, { id: 'birds-old-q1' }],
  });
  expect((await run('stale', '--since', '99y')).stdout).toMatch(/^Every source of 10 questions and cards/);
  expect((await run('stale', '--domain', 'fish', '--since', '5y')).stdout).toMatch(/^Every source of 1 /);
});

test.each(['soon', '', '-3d', '1.5y'])('bank stale --since %j is a usage error', async since => {
  const ran = await aBank().run('stale', `--since=${since}`);
  expect(ran).toMatchObject({ status: 2, stdout: '', stderr: expect.stringMatching(/a number of days, weeks, months or years/) });
});

test('bank search shows stems and no keys, and does not count as seeing a question', async () => {
  const { run, home } = aBank();
  const { stdout, status } = await run('search', 'birds-air-q', 'right');
  expect(status).toBe(0);
  expect(stdout).toBe(`birds-air-q1  (single, easy; in stem, id, option)
    Which one is right about birds-air-q1?
birds-air-q2  (single, easy; in stem, id, option)
    Which one is right about birds-air-q2?

See one with its key: cca bank show ID
`);
  expect(() => home.events()).toThrow(/ENOENT/);
  expect((await run('search', 'right', '-n', '1')).stdout).toMatch(/\n4 more: add a word, or -n 5\.\n$/);
  expect((await run('search', 'albatross')).stdout).toMatch(/^No question or card has albatross\./);
  const found = JSON.parse((await run('search', 'step', '--json')).stdout) as unknown;
  expect(found).toMatchObject([
    { id: 'birds-kinds-ordering', found: ['stem', 'option'], text: expect.stringMatching(/steps/) as string },
  ]);
});

test('bank check --report tells how keys can be guessed, and below 200 questions only informs', async () => {
  const { check } = aBank();
  const { stdout, status } = await check('--report');
  expect(status).toBe(0);
  expect(stdout).toMatch(/^4 exam questions, 4 for practice, 0 cards$/m);
  expect(stdout).toMatch(/^shortest option +0\.0% of 3 +23\.3% to 43\.3% +OUT$/m);
  expect(stdout).toMatch(/^several keys +1 of 4, 25% +10 to 20% +off$/m);
  expect(stdout).toMatch(/^true \(of statements\) +1 of 1, 100% +40 to 60% +off$/m);
  expect(stdout).toMatch(/^ {2}song \(birds\): 0\n {2}gills \(fish\): 1\n {2}flight \(birds\): 3$/m);
  expect(stdout).toMatch(/with 4 exam questions that is for information, from 200 on it fails\.$/m);
});

test('bank check --report fails from 200 questions on when a cue gives keys away, and says so as JSON', async () => {
  const { check, bank } = aBank();
  const words = ['heron', 'robin', 'eagle', 'finch', 'stork'];
  writeBank(bank, {
    'birds/many.yaml': topic(
      ...Array.from({ length: 200 }, (_, i) =>
        entryOf
          .single(`birds-many-q${i}`)
          .replace(/stem: .*/, `stem: ${words[i % 5]} ${i} sings ${i * 7} ${words[(i * 3) % 5]}?`),
      ),
    ),
  });
  const { stdout, status } = await check('--report', '--json');
  expect(status).toBe(1);
  const { issues, report } = JSON.parse(stdout) as {
    issues: unknown[];
    report: { judged: boolean; passes: boolean; cues: { name: string; value: number; fits: boolean }[] };
  };
  expect(issues).toEqual([]);
  expect(report).toMatchObject({ judged: true, passes: false });
  // The key of the fixture is always the longest option and the first.
  expect(report.cues.filter(({ fits }) => !fits).map(({ name }) => name)).toEqual(
    expect.arrayContaining(['longest option', 'shortest option', 'option 1 of 3']),
  );
  expect((await check()).status, 'without --report only faults count').toBe(0);
});
