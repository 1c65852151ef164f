import { readFileSync } from 'node:fs';
import pty from '@lydell/node-pty';
import { program } from '../support/cli.ts';

/** A quiz in which the cursor moves, and an exam in which questions do. */
export const redraws = {
  cursor: {
    args: ['quiz', '--dry', '--domain', 'network-policy', '--kind', 'single', '--seed', 'bench'],
    keys: ['j', 'k'],
  },
  question: { args: ['mock-exam', '--seed', 'bench'], keys: ['n', 'n'] },
} as const;

/** Milliseconds from each of many keys to the last byte of the screen it causes. */
export async function redrawTimes(
  env: NodeJS.ProcessEnv,
  presses: number,
  { args, keys }: (typeof redraws)[keyof typeof redraws],
): Promise<number[]> {
  const child = spawnIn(env, args);
  let lastByte = 0;
  let written = 0;
  child.onData(data => {
    lastByte = performance.now();
    written += data.length;
  });
  await quiet(() => written > 500);
  const times: number[] = [];
  for (let i = 0; i < presses; i++) {
    const before = written;
    const begun = performance.now();
    child.write(keys[i % 2] as string);
    await quiet(() => written > before);
    times.push(lastByte - begun);
  }
  child.kill('SIGKILL');
  return times;

  /** Resolves once `begun` holds and nothing has been written for a moment. */
  async function quiet(begun: () => boolean): Promise<void> {
    for (let seen = -1; ;) {
      await new Promise(resolve => setTimeout(resolve, 4));
      if (begun() && written === seen) return;
      seen = written;
    }
  }
}

const spawnIn = (env: NodeJS.ProcessEnv, args: readonly string[]) =>
  pty.spawn(process.execPath, [program, ...args], {
    cols: 100,
    rows: 40,
    name: 'xterm-256color',
    env: env as Record<string, string>,
  });

/** The share of one core, in percent, that an exam takes in so many seconds in which only its clock ticks. */
export async function tickingShare(env: NodeJS.ProcessEnv, seconds: number): Promise<number> {
  // Below five minutes the clock shows seconds: the dearest it does.
  const child = spawnIn(env, ['mock-exam', '--seed', 'bench', '--minutes', '4']);
  let written = '';
  child.onData(data => (written += data));
  const wait = (ms: number) => new Promise(resolve => setTimeout(resolve, ms));
  while (!written.includes('question 1 of')) await wait(20);
  // What the start leaves to be done later is not the clock's.
  await wait(3000);
  const before = processorTime(child.pid);
  const begun = performance.now();
  await wait(seconds * 1000);
  const share = (processorTime(child.pid) - before) / (performance.now() - begun);
  child.kill('SIGKILL');
  return 100 * share;
}

/** Milliseconds of processor time that a process has taken so far; NaN where there is no /proc. */
function processorTime(pid: number): number {
  try {
    // After the name, which may hold blanks, in brackets: fields 14 and 15 of proc(5), in ticks of ten milliseconds.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ');
    return 10 * (Number(fields[11]) + Number(fields[12]));
  } catch {
    return Number.NaN;
  }
}
