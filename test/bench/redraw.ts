import pty from '@lydell/node-pty';
import { program } from '../support/cli.ts';

/** Milliseconds from each of many cursor keys to the last byte of the screen it causes. */
export async function redrawTimes(env: NodeJS.ProcessEnv, presses: number): Promise<number[]> {
  const child = pty.spawn(
    process.execPath,
    [program, 'quiz', '--dry', '--domain', 'network-policy', '--kind', 'single', '--seed', 'bench'],
    {
      cols: 100,
      rows: 40,
      name: 'xterm-256color',
      env: env as Record<string, string>,
    },
  );
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
    child.write(i % 2 === 0 ? 'j' : 'k');
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
