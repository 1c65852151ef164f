import { onTestFinished } from 'vitest';
import { start, type Ran, type RunOptions } from './cli.ts';
import { eventually } from './eventually.ts';

/** The built program on pipes, one line at a time. */
export interface Piped {
  readonly pid: number;
  send(...lines: readonly string[]): void;
  endInput(): void;
  /** Stops reading what it writes, as `head` does. */
  closeOutput(): void;
  /** Waits until everything written to stdout so far fits, and gives it. */
  waitFor(wanted: RegExp): Promise<string>;
  kill(signal: NodeJS.Signals): void;
  ended(): Promise<Ran>;
}

export function piped(args: readonly string[], options: RunOptions): Piped {
  const child = start(args, options);
  let stdout = '';
  let stderr = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  child.stdin?.on('error', () => {});
  const ended = new Promise<Ran>(resolve =>
    child.on('close', (status, signal) => resolve({ status, signal, stdout, stderr })),
  );
  onTestFinished(() => void child.kill('SIGKILL'));
  return {
    pid: child.pid as number,
    send: (...lines) => void child.stdin?.write(lines.map(line => `${line}\n`).join('')),
    endInput: () => void child.stdin?.end(),
    closeOutput: () => void child.stdout?.destroy(),
    waitFor: wanted =>
      eventually(
        () => `${String(wanted)} in:\n${stdout}${stderr}`,
        () => (wanted.test(stdout) ? stdout : undefined),
      ),
    kill: signal => void child.kill(signal),
    ended: () => ended,
  };
}
