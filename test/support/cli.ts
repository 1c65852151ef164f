import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Home } from './home.ts';

/** The built program. */
export const program = fileURLToPath(new URL('../../bin/cca.js', import.meta.url));
export const shippedBank = fileURLToPath(new URL('../../questions', import.meta.url));

export interface Ran {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly home: Home;
  /** Sent to stdin, which is then closed. */
  readonly input?: string | undefined;
  readonly env?: Readonly<Record<string, string>> | undefined;
  readonly cwd?: string | undefined;
}

/** The environment of a learner, without what the test runner's own would add. */
export const learnerEnv = (
  home: Home,
  env: Readonly<Record<string, string>> = {},
): Record<string, string> => ({
  PATH: process.env['PATH'] ?? '',
  ...home.env,
  ...env,
});

/** Starts the built program on pipes. */
export const start = (args: readonly string[], { home, env, cwd }: RunOptions): ChildProcess =>
  spawn(process.execPath, [program, ...args], { env: learnerEnv(home, env), cwd, stdio: 'pipe' });

/** Runs the built program on pipes to its end. */
export function cca(args: readonly string[], options: RunOptions): Promise<Ran> {
  const child = start(args, options);
  let stdout = '';
  let stderr = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  child.stdin?.on('error', () => {});
  child.stdin?.end(options.input ?? '');
  return new Promise(resolve =>
    child.on('close', (status, signal) => resolve({ status, signal, stdout, stderr })),
  );
}
