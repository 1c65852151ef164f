import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import pty from '@lydell/node-pty';

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** The value below which that share of the values lies (nearest rank). */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** Runs every sample in turn, round after round, so that a machine that slows down slows all of them. */
export async function interleaved<Name extends string>(
  samples: Readonly<Record<Name, () => Promise<number>>>,
  rounds: number,
): Promise<Record<Name, number[]>> {
  const names = Object.keys(samples) as Name[];
  const found = Object.fromEntries(names.map(name => [name, [] as number[]])) as Record<Name, number[]>;
  for (const name of names) await samples[name]();
  for (let round = 0; round < rounds; round++)
    for (const name of names) found[name].push(await samples[name]());
  return found;
}

/** Milliseconds from start to end of a whole process on pipes. */
export function wholeProcess(args: readonly string[], env: NodeJS.ProcessEnv = process.env): Promise<number> {
  const begun = performance.now();
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  child.stdout.resume();
  return new Promise(resolve => child.on('close', () => resolve(performance.now() - begun)));
}

export interface FirstSight {
  readonly ms: number;
  /** Peak resident memory in MiB when the marker was seen; NaN where there is no /proc. */
  readonly memory: number;
}

/** Milliseconds from start until a marker is written to a pseudo-terminal; without one, until the process ends. */
export function firstSight(
  args: readonly string[],
  marker: string | undefined,
  env: NodeJS.ProcessEnv,
): Promise<FirstSight> {
  const begun = performance.now();
  const child = pty.spawn(process.execPath, [...args], {
    cols: 100,
    rows: 30,
    name: 'xterm-256color',
    env: env as Record<string, string>,
  });
  return new Promise((resolve, reject) => {
    let seen: FirstSight | undefined;
    let written = '';
    child.onData(data => {
      written += data;
      if (seen || marker === undefined || !written.includes(marker)) return;
      seen = { ms: performance.now() - begun, memory: peakMemory(child.pid) };
      child.kill('SIGKILL');
    });
    child.onExit(() => {
      const ms = performance.now() - begun;
      if (marker === undefined) resolve({ ms, memory: Number.NaN });
      else if (seen) resolve(seen);
      else reject(new Error(`no ${marker} in:\n${written}`));
    });
  });
}

export function peakMemory(pid: number): number {
  try {
    const kib = readFileSync(`/proc/${pid}/status`, 'utf8').match(/VmHWM:\s+(\d+)/)?.[1];
    return Number(kib) / 1024;
  } catch {
    return Number.NaN;
  }
}
