import { join } from 'node:path';
import type { QuestionAnswered } from '../../src/events/events.ts';
import { smallBank } from './banks.ts';
import { makeHome, type Home } from './home.ts';
import { terminal, type RunningTerminal, type TerminalOptions } from './terminal.ts';

/** A learner in front of a quiz. */
export interface Sitting {
  readonly home: Home;
  readonly learner: RunningTerminal;
  /** The digit or letter before a choice on the screen as it is now. */
  at(choice: string): string;
}

/** `seed` fixes questions and orders; `bank` is the small bank unless given. */
export interface SittingOptions extends Partial<TerminalOptions> {
  readonly bank?: string;
}

/** Begins a quiz in a terminal and waits for its first question. */
export async function sit(args: readonly string[], options: SittingOptions = {}): Promise<Sitting> {
  const { home = makeHome(), ...rest } = options;
  const bank = options.bank ?? smallBank(join(home.dir, 'bank'));
  const learner = terminal(['quiz', '--bank', bank, '--seed', 'abc', ...args], { ...rest, home });
  const sitting = { home, learner, at: (choice: string) => keyBefore(choice, learner.screen()) };
  await learner.waitFor(/Seed abc/);
  return sitting;
}

/** A verdict on the screen; in ASCII too. */
export const verdict = /[✔+] Right|[✘x] Wrong/;

/**
 * Fits a screen that shows this and is drawn to its last word: output comes in pieces. Takes a window that has room for
 * the whole footer.
 */
export const whole = ({ source, flags }: RegExp): RegExp =>
  new RegExp(`(?<![^])(?=[^]*(?:${source}))[^]*(?:leave|keys|back)(?![^])`, flags);

/** What was answered, as the journal has it. */
export const answered = (home: Home): QuestionAnswered[] =>
  home.events().filter(event => event.type === 'question-answered');

/** The digit or letter before a choice on a screen. */
export function keyBefore(choice: string, screen: string): string {
  const line = screen.split('\n').find(text => text.endsWith(` ${choice}`));
  const key = line?.match(/^ .{0,2}([1-9a-z]) /)?.[1];
  if (key === undefined) throw new Error(`no choice "${choice}" on the screen:\n${screen}`);
  return key;
}

/** A screen without what differs from run to run: session ids, times, minted seeds. */
export const steady = (screen: string): string =>
  screen
    .replace(/cca resume [a-z0-9]{8}/, 'cca resume SESSION')
    .replace(/\s{2,}seed (\S+) · \d+:\d\d · \d+ s/, '  seed $1 · M:SS · S s');
