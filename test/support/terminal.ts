import pty from '@lydell/node-pty';
import xterm from '@xterm/headless';
import { onTestFinished } from 'vitest';
import { learnerEnv, program, type RunOptions } from './cli.ts';

/** Keys by name, as a terminal sends them. */
export const keys = {
  enter: '\r',
  escape: '\u001b',
  up: '\u001b[A',
  down: '\u001b[B',
  right: '\u001b[C',
  left: '\u001b[D',
  pageUp: '\u001b[5~',
  pageDown: '\u001b[6~',
  space: ' ',
  ctrlC: '\u0003',
  ctrlD: '\u0004',
  ctrlZ: '\u001a',
} as const;

export interface TerminalOptions extends RunOptions {
  readonly columns?: number;
  readonly rows?: number;
  /** Run this instead of the program: a shell, say. */
  readonly command?: readonly [string, ...string[]];
}

/** The built program in a real pseudo-terminal, with a screen that is rendered as a terminal would. */
export interface RunningTerminal {
  readonly pid: number;
  /** Types, as fast as it goes. */
  press(...typed: readonly string[]): void;
  /** The visible screen, without trailing blanks. */
  screen(): string;
  /** Waits until the screen fits, and gives it. Throws with the last screen when it does not in time. */
  waitFor(wanted: RegExp, ms?: number): Promise<string>;
  /** Waits for the end and gives exit status and signal. */
  ended(): Promise<{ exitCode: number; signal?: number | undefined }>;
  resize(columns: number, rows: number): void;
  kill(signal: NodeJS.Signals): void;
  /** Lines that have scrolled off the top of the normal screen. */
  scrollback(): number;
  /** Whether the alternate screen is on. */
  isAlternate(): boolean;
  /** Everything the program wrote. */
  output(): string;
}

export function terminal(args: readonly string[], options: TerminalOptions): RunningTerminal {
  const { columns = 80, rows = 24, command = [process.execPath, program] } = options;
  const screen = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true, scrollback: 5000 });
  const [file, ...first] = command;
  const child = pty.spawn(file, [...first, ...args], {
    cols: columns,
    rows,
    name: 'xterm-256color',
    env: { ...learnerEnv(options.home, options.env), TERM: 'xterm-256color' },
    ...(options.cwd !== undefined && { cwd: options.cwd }),
  });
  let written = '';
  let exit: { exitCode: number; signal?: number | undefined } | undefined;
  child.onData(data => {
    written += data;
    screen.write(data);
  });
  screen.onData(data => child.write(data));
  const ended = new Promise<{ exitCode: number; signal?: number | undefined }>(resolve =>
    child.onExit(event => resolve((exit = event))),
  );
  onTestFinished(() => {
    if (!exit) child.kill('SIGKILL');
  });

  const shown = () => {
    const buffer = screen.buffer.active;
    const lines = Array.from(
      { length: screen.rows },
      (_, y) => buffer.getLine(buffer.viewportY + y)?.translateToString(true) ?? '',
    );
    return lines.join('\n').trimEnd();
  };
  const settle = () => new Promise<void>(resolve => screen.write('', resolve));

  return {
    pid: child.pid,
    press: (...typed) => child.write(typed.join('')),
    screen: shown,
    async waitFor(wanted, ms = 15_000) {
      for (const end = Date.now() + ms; ;) {
        await settle();
        const now = shown();
        if (wanted.test(now)) return now;
        if (Date.now() > end) throw new Error(`no ${String(wanted)} on the screen:\n${now}`);
        await new Promise(resolve => setTimeout(resolve, 15));
      }
    },
    async ended() {
      const event = await ended;
      await settle();
      return event;
    },
    resize(newColumns, newRows) {
      screen.resize(newColumns, newRows);
      child.resize(newColumns, newRows);
    },
    kill: signal => child.kill(signal),
    scrollback: () => screen.buffer.normal.baseY,
    isAlternate: () => screen.buffer.active.type === 'alternate',
    output: () => written,
  };
}
