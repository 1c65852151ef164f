/// <reference lib="dom.iterable" />
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { entryOf, topic, writeBank } from '../support/banks.ts';
import { closeBrowserAfterwards, look } from '../support/browser.ts';
import { cca } from '../support/cli.ts';

closeBrowserAfterwards();

const hostile =
  '<img src="https://example.org/x.png" onerror="document.title=1"><script>document.title=2</script>';
const long = 'a-very-long-word-without-a-break-'.repeat(8);
const exhibit = `
    exhibits:
      - {language: yaml, title: wide.yaml, text: "key: ${'wide '.repeat(60)}"}`;

let folder: string;
let file: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cca-browser-'));
  file = join(folder, 'report.html');
  const single = (id: string) =>
    entryOf
      .single(id, exhibit)
      .replace(/stem: .*/, `stem: ${JSON.stringify(`Which \`kind\` of ${id}? ${hostile} ${long}`)}`);
  const bank = writeBank(join(folder, 'bank'), {
    'birds/air.yaml': topic(...Array.from({ length: 8 }, (_, i) => single(`birds-air-q${i + 1}`))),
    'fish/water.yaml': topic(...Array.from({ length: 4 }, (_, i) => single(`fish-water-q${i + 1}`))),
  });
  const env = { HOME: folder, CCA_HOME: folder, CCA_DEVICE: 'test', LANG: 'C.UTF-8' };
  const home = { dir: folder, env, journal: '', events: () => [] };
  const input = 'a\nb\nflag\nnext\nguess a\nnext\nb\nnext\nc\nsubmit\nyes\n';
  const sat = await cca(['mock-exam', '--seed', 'abc', '--bank', bank], { home, input });
  expect(sat.stderr).toBe('');
  expect(await cca(['mock-exam', 'report', '--html', file], { home })).toMatchObject({ status: 0 });
});
afterAll(() => rmSync(folder, { recursive: true }));

test('the report asks the network for nothing, and no text of a bank becomes part of the page', async () => {
  const { page, requests, complaints } = await look(file);
  await page.waitForTimeout(200);
  expect(requests).toEqual([]);
  expect(complaints).toEqual([]);
  expect(await page.locator('img, script').count()).toBe(0);
  expect(await page.title()).toBe('Mock exam 1: Test Exam');
  expect(await page.locator('article').first().innerText()).toContain(hostile);
});

test('the report says the verdict first, then parts weakest first, times, and every question', async () => {
  const { page } = await look(file);
  expect(await page.locator('header').innerText()).toMatch(
    /^Mock exam 1: Test Exam\s+(Not passed|Passed)\. .*\d of 10/,
  );
  const headings = await page.getByRole('heading', { level: 2 }).allInnerTexts();
  expect(headings).toEqual([
    'Domains, weakest first',
    'Objectives, weakest first',
    'Time and marks',
    'Every question',
  ]);
  const shares = await page.getByRole('table').first().locator('tbody tr td:nth-child(2)').allInnerTexts();
  const weakestFirst = shares
    .map(words => words.split(' of ').map(Number))
    .map(([right = 0, of = 1]) => right / of);
  expect(weakestFirst).toEqual(weakestFirst.toSorted((a, b) => a - b));
  expect(await page.locator('article').count()).toBe(10);
  const first = await page.locator('article').first().innerText();
  expect(first).toMatch(/Question 1 (right|wrong), flagged, changed/);
  expect(first.match(/\[key\]|\[key, your choice\]/g)?.length ?? 0).toBeGreaterThanOrEqual(1);
  expect(first).toMatch(/your choice[^]*Why\.[^]*Read: Facts/);
  expect(await page.locator('article').nth(1).innerText()).toMatch(/Question 2 (right|wrong), guessed/);
});

test('a screen reader finds landmarks, one first heading, tables with captions and headings', async () => {
  const { page } = await look(file);
  for (const landmark of ['banner', 'navigation', 'main', 'contentinfo'] as const)
    expect(await page.getByRole(landmark).count(), landmark).toBe(1);
  expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  const tables = await page.getByRole('table').count();
  expect(tables).toBe(3);
  expect(await page.locator('caption').count()).toBe(tables);
  expect(await page.getByRole('columnheader', { name: 'Read next' }).count()).toBe(2);
  expect(await page.getByRole('rowheader', { name: 'Birds', exact: true }).count()).toBe(1);
  const ids = await page.evaluate(() => [...document.querySelectorAll('[id]')].map(({ id }) => id));
  expect(ids).toEqual([...new Set(ids)]);
  const targets = await page.evaluate(() =>
    [...document.querySelectorAll('a[href^="#"]')].map(link => link.getAttribute('href')?.slice(1) ?? ''),
  );
  expect(targets.filter(target => !ids.includes(target))).toEqual([]);
});

test.each(['light', 'dark'] as const)(
  'every text has contrast enough in %s (4.5 to 1)',
  async colorScheme => {
    const { page } = await look(file, { colorScheme });
    const [ground, ...weak] = await page.evaluate(() => {
      const parts = (colour: string) => (colour.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number);
      // Relative luminance and contrast as WCAG 2.2 defines them.
      const luminance = (colour: string) => {
        const [r = 0, g = 0, b = 0] = parts(colour).map(value => {
          const part = value / 255;
          return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      const groundOf = (element: Element): string => {
        const colour = getComputedStyle(element).backgroundColor;
        return colour.endsWith(', 0)') && element.parentElement ? groundOf(element.parentElement) : colour;
      };
      const texts = [...document.querySelectorAll('body *')].filter(element =>
        [...element.childNodes].some(node => node.nodeType === 3 && node.textContent?.trim()),
      );
      const contrast = (element: Element) => {
        const [a, b] = [luminance(getComputedStyle(element).color), luminance(groundOf(element))];
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
      };
      return [
        String(luminance(getComputedStyle(document.documentElement).backgroundColor)),
        ...texts.filter(element => contrast(element) < 4.5).map(element => element.outerHTML.slice(0, 80)),
      ];
    });
    expect(Number(ground) > 0.5).toBe(colorScheme === 'light');
    expect(weak).toEqual([]);
  },
);

test('in 360 pixels nothing scrolls sideways but tables and exhibits, each by itself', async () => {
  const { page } = await look(file, { width: 360 });
  const wide = await page.evaluate(() => ({
    page: document.documentElement.scrollWidth,
    exhibits: [...document.querySelectorAll('pre')].every(pre => pre.scrollWidth > pre.clientWidth),
  }));
  expect(wide).toEqual({ page: 360, exhibits: true });
});

test('on paper it is black on white, without navigation, and exhibits are broken instead of cut off', async () => {
  const { page } = await look(file, { colorScheme: 'dark' });
  await page.emulateMedia({ media: 'print' });
  const printed = await page.evaluate(() => ({
    ground: getComputedStyle(document.documentElement).backgroundColor,
    text: getComputedStyle(document.body).color,
    nav: getComputedStyle(document.querySelector('nav') as Element).display,
    cut: [...document.querySelectorAll('pre')].filter(pre => pre.scrollWidth > pre.clientWidth).length,
  }));
  expect(printed).toEqual({ ground: 'rgb(255, 255, 255)', text: 'rgb(0, 0, 0)', nav: 'none', cut: 0 });
  expect((await page.pdf({ format: 'A4' })).subarray(0, 5).toString()).toBe('%PDF-');
});
