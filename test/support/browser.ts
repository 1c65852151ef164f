import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, onTestFinished } from 'vitest';

/** Chromium where CHROMIUM_PATH says, or the first of its names on the PATH. Throws when there is none. */
function chromiumPath(): string {
  const named = process.env['CHROMIUM_PATH'];
  if (named) return named;
  const names = ['chromium', 'chromium-browser', 'google-chrome'];
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const found = names.flatMap(name => folders.map(folder => join(folder, name))).find(existsSync);
  if (!found) throw new Error('There is no Chromium on the PATH. Install it, or set CHROMIUM_PATH.');
  return found;
}

const quiet = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

let browser: Browser | undefined;

export interface Look {
  readonly width?: number;
  readonly colorScheme?: 'light' | 'dark';
}

export interface Looked {
  readonly page: Page;
  /** Every address that was asked for, the page's own left out. */
  readonly requests: readonly string[];
  /** Everything that the console was told, and every error on the page. */
  readonly complaints: readonly string[];
}

/** Opens a file in a real Chromium. The page is closed with the test, the browser with the file of tests. */
export async function look(
  file: string,
  { width = 1100, colorScheme = 'light' }: Look = {},
): Promise<Looked> {
  browser ??= await chromium.launch({ executablePath: chromiumPath(), args: quiet });
  const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
  onTestFinished(() => page.close());
  const own = pathToFileURL(file).href;
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on('request', request => void (request.url() === own || requests.push(request.url())));
  page.on('console', message => complaints.push(message.text()));
  page.on('pageerror', error => complaints.push(error.message));
  await page.goto(own);
  return { page, requests, complaints };
}

/** To be called once in each file of browser tests. */
export const closeBrowserAfterwards = (): void => afterAll(() => browser?.close());
