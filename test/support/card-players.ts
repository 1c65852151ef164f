import { cca, type RunOptions } from './cli.ts';
import { saved } from './eventually.ts';
import { keys, terminal } from './terminal.ts';

/** What a learner does with cards. Each saves one event. */
export type CardStep = keyof typeof hands;

/** A step as a key, a line and an action. */
const hands = {
  show: [' ', '', { type: 'reveal' }],
  options: ['o', 'options', { type: 'options' }],
  again: ['1', '1', { type: 'grade', grade: 'again' }],
  hard: ['2', 'hard', { type: 'grade', grade: 'hard' }],
  good: ['3', '3', { type: 'grade', grade: 'good' }],
  easy: ['4', 'easy', { type: 'grade', grade: 'easy' }],
  undo: ['u', 'undo', { type: 'undo' }],
  bury: ['b', 'bury', { type: 'bury' }],
  suspend: ['s', 'suspend', { type: 'suspend' }],
  flag: ['f', 'flag', { type: 'flag' }],
  leave: ['q', 'quit', { type: 'leave' }],
  end: [keys.enter, '', { type: 'continue' }],
} as const satisfies Record<string, readonly [string, string, object]>;

/** One row for each front end: plays the steps and gives the exit status. */
export const cardFrontEnds: Readonly<
  Record<
    string,
    (args: readonly string[], steps: readonly CardStep[], options: RunOptions) => Promise<number | null>
  >
> = {
  async 'the terminal'(args, steps, options) {
    const learner = terminal(args, options);
    await learner.waitFor(/leave/);
    for (const step of steps) {
      const before = options.home.events().length;
      learner.press(hands[step][0]);
      await saved(options.home, events => events.length > before);
    }
    return (await learner.ended()).exitCode;
  },
  async 'plain lines'(args, steps, options) {
    const input = steps.map(step => `${hands[step][1]}\n`).join('');
    return (await cca([...args, '--plain'], { ...options, input })).status;
  },
  async 'JSON lines'(args, steps, options) {
    const input = steps.map(step => `${JSON.stringify(hands[step][2])}\n`).join('');
    return (await cca([...args, '--json-lines'], { ...options, input })).status;
  },
};
