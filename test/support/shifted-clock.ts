import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Home } from './home.ts';

/** A computer whose clock can be set while the built program runs: only what `Date.now` says is shifted. */
export interface ShiftedClock {
  /** For the program to be started with. */
  readonly env: Readonly<Record<string, string>>;
  /** Sets the clock so many milliseconds ahead of the true time. */
  set(ahead: number): void;
}

export function shiftedClock(home: Home): ShiftedClock {
  const shift = join(home.dir, 'shift');
  const preload = join(home.dir, 'clock.cjs');
  const set = (ahead: number) => writeFileSync(shift, String(ahead));
  set(0);
  writeFileSync(
    preload,
    `const { readFileSync } = require('node:fs');
    const trueNow = Date.now;
    Date.now = () => trueNow() + Number(readFileSync(${JSON.stringify(shift)}, 'utf8') || 0);`,
  );
  return { env: { NODE_OPTIONS: `--require=${preload}` }, set };
}
