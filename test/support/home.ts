import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Event } from '../../src/events/events.ts';

/** A learner's folders of a test's own: gone when the test ends. */
export interface Home {
  readonly dir: string;
  readonly env: Readonly<Record<string, string>>;
  /** Every journal line, parsed, in the order of the file names and lines. */
  events(): Event[];
  /** The path of this device's journal. */
  readonly journal: string;
}

export function makeHome(): Home {
  const dir = mkdtempSync(join(tmpdir(), 'cca-test-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  const journals = join(dir, 'home', 'data', 'journal');
  return {
    dir,
    env: {
      HOME: join(dir, 'user'),
      CCA_HOME: join(dir, 'home'),
      XDG_CACHE_HOME: join(dir, 'cache'),
      CCA_DEVICE: 'test',
      LANG: 'C.UTF-8',
      TZ: 'UTC',
    },
    journal: join(journals, 'test.jsonl'),
    events() {
      const lines = readdirSync(journals)
        .sort()
        .flatMap(name => readFileSync(join(journals, name), 'utf8').split('\n'));
      return lines.filter(Boolean).map(line => JSON.parse(line) as Event);
    },
  };
}
