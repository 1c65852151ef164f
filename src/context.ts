import { systemClock, type Clock } from './clock.ts';
import { exitStatus, type ExitStatus } from './errors.ts';
import { findPaths, type Paths } from './store/paths.ts';
import { readSettings, type Settings } from './store/settings.ts';
import { readable, screenWidth } from './ui/render/text.ts';

/** What the program knows of the terminal it runs in. */
export interface Terminal {
  /** Both ends are a terminal that understands more than lines. */
  readonly interactive: boolean;
  readonly stdin: boolean;
  readonly stdout: boolean;
  /** Colours as chalk counts them: 0 none, 1 sixteen, 2 two hundred and fifty-six, 3 all. */
  readonly level: 0 | 1 | 2 | 3;
  readonly unicode: boolean;
  readonly links: boolean;
}

/** The world a command runs in. Only this file and `main.ts` know the process. */
export interface Context {
  readonly input: NodeJS.ReadStream;
  readonly output: NodeJS.WriteStream;
  readonly terminal: Terminal;
  readonly env: NodeJS.ProcessEnv;
  readonly clock: Clock;
  readonly paths: Paths;
  /** Aborted by SIGINT, SIGTERM, SIGHUP or a reader that closed our output; the reason is the exit status. */
  readonly interrupted: AbortSignal;
  readonly settings: Settings;
  /** Has work done when the command is over, however it ends. */
  atEnd(work: () => void): void;
  /** Writes lines to stdout. */
  print(...lines: readonly string[]): void;
  /** Writes lines to stderr: what must not mix with the output asked for. */
  warn(...lines: readonly string[]): void;
}

/** Builds the context of this process; `root` is the folder of the package. */
export function processContext(root: string): Context & { end(): void } {
  const { env, stdout } = process;
  const paths = findPaths(env, root);
  let settings: Settings | undefined;
  let terminal: Terminal | undefined;
  const ending: (() => void)[] = [];
  return {
    // Looking at stdin opens it, which most commands need not pay for.
    get input() {
      return process.stdin;
    },
    output: stdout,
    get terminal() {
      return (terminal ??= terminalFacts(env));
    },
    env,
    clock: systemClock,
    paths,
    interrupted: interruptSignal(),
    get settings() {
      return (settings ??= readSettings(paths));
    },
    atEnd: work => void ending.push(work),
    end: () => ending.splice(0).forEach(work => work()),
    print: (...lines) => void stdout.write(lines.map(line => `${line}\n`).join('')),
    warn,
  };
}

/** In a terminal words stay whole; elsewhere lines do. */
function warn(...lines: readonly string[]): void {
  const { stderr } = process;
  if (lines.length === 0) return;
  const shown = stderr.isTTY ? readable(lines, screenWidth(stderr.columns || 80)) : lines;
  stderr.write(shown.map(line => `${line}\n`).join(''));
}

function terminalFacts(env: NodeJS.ProcessEnv): Terminal {
  const stdin = process.stdin.isTTY === true;
  const stdout = process.stdout.isTTY === true;
  const dumb = env['TERM'] === 'dumb';
  const level = colourLevel(env, stdout && !dumb);
  return {
    interactive: stdin && stdout && !dumb,
    stdin,
    stdout,
    level,
    unicode: hasUnicode(env),
    links: level > 0 && hasLinks(env),
  };
}

/** NO_COLOR and FORCE_COLOR as no-color.org and force-color.org say; chalk knows only the second. */
function colourLevel(env: NodeJS.ProcessEnv, capable: boolean): Terminal['level'] {
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined && forced !== '0' && forced !== 'false')
    return forced === '2' ? 2 : forced === '3' ? 3 : 1;
  if (env['NO_COLOR'] || forced !== undefined || !capable) return 0;
  if (/^(truecolor|24bit)$/.test(env['COLORTERM'] ?? '')) return 3;
  return /256/.test(env['TERM'] ?? '') ? 2 : 1;
}

/** The locale decides, as it does for the C library: the first of LC_ALL, LC_CTYPE and LANG that is set. */
function hasUnicode(env: NodeJS.ProcessEnv): boolean {
  if (env['TERM'] === 'linux') return false;
  const locale = env['LC_ALL'] || env['LC_CTYPE'] || env['LANG'];
  return locale === undefined ? process.platform === 'darwin' : /utf-?8/i.test(locale);
}

/** Terminals known to show OSC 8 hyperlinks; others print nothing for them, but some print the address. */
function hasLinks(env: NodeJS.ProcessEnv): boolean {
  if (env['TERM_PROGRAM'] !== undefined)
    return /^(iTerm[.]app|WezTerm|vscode|ghostty|Hyper)$/.test(env['TERM_PROGRAM']);
  return (
    Number(env['VTE_VERSION'] ?? 0) >= 5000 ||
    env['TERM'] === 'xterm-kitty' ||
    env['WT_SESSION'] !== undefined
  );
}

function interruptSignal(): AbortSignal {
  const controller = new AbortController();
  const stop = (status: ExitStatus) => () => controller.abort(status);
  process.on('SIGINT', stop(exitStatus.interrupted));
  process.on('SIGTERM', stop(exitStatus.terminated));
  process.on('SIGHUP', stop(exitStatus.hangup));
  // A file-size limit is told by the failing write; its signal would end us without a word.
  process.on('SIGXFSZ', () => {});
  const closed = (error: NodeJS.ErrnoException) => {
    // A reader that has gone (`cca bank list | head`) or a terminal that was closed: there is nobody left to tell.
    if (error.code === 'EPIPE' || error.code === 'EIO') controller.abort(exitStatus.done);
    else throw error;
  };
  process.stdout.on('error', closed);
  process.stderr.on('error', closed);
  return controller.signal;
}
