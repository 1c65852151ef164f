import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { encodeLine } from '../../src/events/line.ts';
import { smallBank } from '../support/banks.ts';
import { closeBrowserAfterwards, look } from '../support/browser.ts';
import { cca } from '../support/cli.ts';
import { answered, stamped } from '../support/events.ts';

closeBrowserAfterwards();

let folder: string;
let file: string;

/** The i-th answer of nine days of study: a third of them on fish, a quarter wrong, a fifth marked as guesses. */
function answerLine(i: number, start: number): string {
  const at = start + Math.floor(i / 20) * 86_400_000 + i * 60_000;
  const more =
    i % 3 === 0 ? { domain: 'fish', objective: 'gills' } : { domain: 'birds', objective: 'flight' };
  // The first are in the bank, so that there is something to remember.
  const event = answered(i < 4 ? `birds-air-q${i + 1}` : `${more.domain}-q${i}`, {
    ...more,
    guess: i % 5 === 0,
    correct: i % 4 > 0,
    shown: ['key', 'near', 'far'],
  });
  return encodeLine(stamped(event, at, String(at).padStart(22, '0')));
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cca-browser-'));
  file = join(folder, 'stats.html');
  const bank = smallBank(join(folder, 'bank'));
  const start = Date.now() - 9 * 86_400_000;
  const journals = join(folder, 'data', 'journal');
  mkdirSync(journals, { recursive: true });
  writeFileSync(
    join(journals, 'test.jsonl'),
    Array.from({ length: 120 }, (_, i) => answerLine(i, start)).join(''),
  );
  const env = {
    HOME: folder,
    CCA_HOME: folder,
    XDG_CACHE_HOME: folder,
    CCA_DEVICE: 'test',
    LANG: 'C.UTF-8',
  };
  const home = { dir: folder, env, journal: '', events: () => [] };
  const ran = await cca(['stats', '--bank', bank, '--html', file], { home });
  expect(ran.stderr).toBe('');
  expect(ran.status).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true }));

test('the statistics page asks the network for nothing and runs nothing', async () => {
  const { page, requests, complaints } = await look(file);
  await page.waitForTimeout(200);
  expect(requests).toEqual([]);
  expect(complaints).toEqual([]);
  expect(await page.locator('script').count()).toBe(0);
});

test('it says the chance of passing first, then each part under a heading', async () => {
  const { page } = await look(file);
  expect(await page.locator('header').innerText()).toMatch(/Chance of passing: \d+ to \d+%, best guess \d+%/);
  expect(await page.getByRole('heading', { level: 2 }).allInnerTexts()).toEqual([
    'Readiness over time',
    'Domains against the pass mark',
    'Mistakes',
    'Do you know what you know?',
    'Days of study',
    'Memory in the days to come',
  ]);
});

test('every plot has a name and its numbers in a table beside it', async () => {
  const { page } = await look(file);
  const plots = page.locator('figure[role=img]');
  expect(await plots.count()).toBe(5);
  for (const plot of await plots.all()) {
    expect(await plot.getAttribute('aria-label')).toMatch(/\w+ \w+/);
    expect((await plot.locator('svg').boundingBox())?.height).toBeGreaterThan(40);
  }
  for (const section of await page.locator('section:has(figure)').all())
    expect(await section.locator('table').count()).toBeGreaterThan(0);
});

test.each([1100, 360])('at %d pixels nothing hangs over the edge', async width => {
  const { page } = await look(file, { width });
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
});

test.each([
  ['light', ['rgb(53, 105, 180)', 'rgb(255, 255, 255)']],
  ['dark', ['rgb(110, 163, 238)', 'rgb(20, 24, 31)']],
] as const)('plots take the colours of the %s page', async (colorScheme, colours) => {
  const { page } = await look(file, { colorScheme });
  const found = await page.evaluate(`(() => {
    const line = document.querySelector('section[aria-labelledby=readiness] svg path[stroke="var(--mark)"]');
    return [getComputedStyle(line).stroke, getComputedStyle(document.documentElement).backgroundColor];
  })()`);
  expect(found).toEqual(colours);
});
