import { join } from 'node:path';
import type { Event, SessionStarted } from '../../src/events/events.ts';
import { smallBank } from './banks.ts';
import { cca, type Ran } from './cli.ts';
import { makeHome, type Home } from './home.ts';

/** What a learner does with a single-answer question of the small bank, and then goes on. */
export type Step = keyof typeof steps;

const answer = (id: string, guess = false) => [{ type: 'answer', ids: [id], guess }, { type: 'continue' }];
const steps = {
  right: answer('key'),
  wrong: answer('near'),
  'right by a guess': answer('key', true),
  skip: [{ type: 'skip' }],
  flag: [{ type: 'flag' }],
};

const lines = (taken: readonly Step[]) =>
  taken.flatMap(step => steps[step].map(action => `${JSON.stringify(action)}\n`)).join('');

/** A learner with a home and a small bank, who sits through sessions as a program would: one run, all steps sent ahead. */
export interface Learner {
  readonly home: Home;
  readonly bank: string;
  /** `cca quiz` on the bank, single-answer questions only unless the arguments name kinds. The end of input pauses it. */
  quiz(args: readonly string[], ...taken: readonly Step[]): Promise<Ran>;
  resume(args: readonly string[], ...taken: readonly Step[]): Promise<Ran>;
  /** Any other command. */
  run(...args: readonly string[]): Promise<Ran>;
  /** The starts of all sessions so far. */
  sessions(): (SessionStarted & Event)[];
}

export function makeLearner({ birds = 6, fish = 3 } = {}): Learner {
  const home = makeHome();
  const bank = smallBank(join(home.dir, 'bank'), birds, fish);
  return {
    home,
    bank,
    quiz(args, ...taken) {
      const of = args.includes('--again') ? [] : ['--bank', bank];
      const kind = /--again|--kind/.test(args.join(' ')) ? [] : ['--kind', 'single'];
      return cca(['quiz', '--json-lines', ...of, ...kind, ...args], { home, input: lines(taken) });
    },
    resume: (args, ...taken) => cca(['resume', '--json-lines', ...args], { home, input: lines(taken) }),
    run: (...args) => cca(args, { home }),
    sessions: () =>
      home.events().filter((event): event is SessionStarted & Event => event.type === 'session-started'),
  };
}

/** The ids a session drew, in the order it asks them. */
export const drawn = (started: SessionStarted | undefined): string[] =>
  started?.seats.map(seat => seat.question) ?? [];

/** The sentences shown before the first question. */
export const notices = ({ stdout }: Ran): string =>
  (JSON.parse(stdout.split('\n')[0] ?? '') as { notices: string[] }).notices.join(' ');
