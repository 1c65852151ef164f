import type { Shape } from '../question/types.ts';

/** What a key or a word can ask for. Front ends carry these out; sessions never see them. */
export type Command =
  | 'answer'
  | 'move'
  | 'take'
  | 'toggle'
  | 'continue'
  | 'skip'
  | 'guess'
  | 'flag'
  | 'clear'
  | 'exhibit'
  | 'scroll'
  | 'report'
  | 'help'
  | 'leave';

export type Situation = 'question' | 'verdict';

export interface Binding {
  readonly command: Command;
  /** Key names as the terminal reports them; `1-9` stands for the digits. */
  readonly keys: readonly string[];
  /** The word in plain mode and JSON lines, where there is one. */
  readonly word?: string;
  readonly in: readonly Situation[];
  /** Absent: every shape. */
  readonly shapes?: readonly Shape[];
  /** For the footer; absent where the help screen is enough. */
  readonly short?: string;
  /** For the help screen. */
  readonly help: string;
}

const chosen: readonly Shape[] = ['one', 'several', 'order', 'pairs'];

/**
 * The one key table. Footer, help screen, plain mode's help and dispatch all read it, for every mode.
 */
export const bindings: readonly Binding[] = [
  {
    command: 'answer',
    keys: ['1-9'],
    in: ['question'],
    shapes: ['one'],
    short: '1-9 answer',
    help: '1 to 9 answer with that option',
  },
  {
    command: 'answer',
    keys: ['1-9'],
    in: ['question'],
    shapes: ['several'],
    short: '1-9 choose',
    help: '1 to 9 choose or drop an option',
  },
  {
    command: 'answer',
    keys: ['1-9'],
    in: ['question'],
    shapes: ['order'],
    short: '1-9 next in order',
    help: '1 to 9 put an item next in order, or take it out',
  },
  {
    command: 'answer',
    keys: ['1-9'],
    in: ['question'],
    shapes: ['pairs'],
    short: '1-9 then a letter',
    help: 'a digit, then a letter, match left and right',
  },
  {
    command: 'move',
    keys: ['up', 'down', 'k', 'j'],
    in: ['question'],
    shapes: chosen,
    short: '%arrows move',
    help: 'arrows, or k and j, move the cursor',
  },
  {
    command: 'toggle',
    keys: ['space'],
    in: ['question'],
    shapes: ['several', 'order', 'pairs'],
    help: 'Space chooses or picks up what the cursor is on',
  },
  {
    command: 'take',
    keys: ['return', 'enter'],
    in: ['question'],
    shapes: ['one'],
    help: 'Enter answers with what the cursor is on',
  },
  {
    command: 'take',
    keys: ['return', 'enter'],
    in: ['question'],
    shapes: ['several', 'order', 'pairs', 'text'],
    short: 'Enter answer',
    help: 'Enter gives the answer',
  },
  {
    command: 'continue',
    keys: ['return', 'enter', 'space'],
    word: 'next',
    in: ['verdict'],
    short: 'Enter next',
    help: 'Enter or Space goes on',
  },
  {
    command: 'guess',
    keys: ['g'],
    word: 'guess',
    in: ['question'],
    short: 'g guessing',
    help: 'g marks the answer as a guess; it is recorded with it',
  },
  {
    command: 'flag',
    keys: ['f'],
    word: 'flag',
    in: ['question', 'verdict'],
    short: 'f flag',
    help: 'f flags the question until you clear it: cca quiz --flagged',
  },
  {
    command: 'clear',
    keys: ['c'],
    in: ['question'],
    shapes: ['several', 'order', 'pairs', 'text'],
    help: 'c clears what you have chosen',
  },
  {
    command: 'skip',
    keys: ['n', 'right'],
    word: 'skip',
    in: ['question'],
    short: 'n skip',
    help: 'n skips: no key is shown, it does not count, it returns once at the end',
  },
  {
    command: 'exhibit',
    keys: ['e'],
    in: ['question', 'verdict'],
    short: 'e exhibit',
    help: 'e shows the exhibit on the whole screen',
  },
  {
    command: 'scroll',
    keys: ['pageup', 'pagedown'],
    in: ['question', 'verdict'],
    help: 'PgUp and PgDn scroll',
  },
  {
    command: 'report',
    keys: ['r'],
    word: 'report',
    in: ['question', 'verdict'],
    help: 'r reports a fault in the question; cca bank reports lists them',
  },
  {
    command: 'help',
    keys: ['?'],
    word: 'help',
    in: ['question', 'verdict'],
    short: '? help',
    help: '? shows this',
  },
  {
    command: 'leave',
    keys: ['q'],
    word: 'quit',
    in: ['question', 'verdict'],
    short: 'q leave',
    help: 'q leaves; everything is saved, cca resume goes on',
  },
];

/** The bindings that hold now. */
export const bindingsIn = (situation: Situation, shape: Shape): Binding[] =>
  bindings.filter(binding => binding.in.includes(situation) && (binding.shapes?.includes(shape) ?? true));

/** What a key asks for now, or undefined when it means nothing here. */
export function commandOf(key: string, situation: Situation, shape: Shape): Command | undefined {
  const name = /^[1-9]$/.test(key) ? '1-9' : key;
  return bindingsIn(situation, shape).find(binding => binding.keys.includes(name))?.command;
}
