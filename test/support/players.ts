import type { Answer } from '../../src/question/types.ts';
import { answerTo, askedNow, plainLine, terminalKeys, type Asked } from './answers.ts';
import type { RunOptions } from './cli.ts';
import { countOf, saved } from './eventually.ts';
import { piped } from './pipe.ts';
import { keys, terminal } from './terminal.ts';

/** What a learner can do, in whatever front end. Each returns when it has been saved and the next screen is up. */
export interface Player {
  answer(how: 'right' | 'wrong'): Promise<void>;
  /** Answers right, marked as a guess. */
  guess(): Promise<void>;
  /** Gives an answer that is not whole, and waits for the reason why it is not taken. */
  answerInPart(): Promise<void>;
  skip(): Promise<void>;
  flag(): Promise<void>;
  report(note: string): Promise<void>;
  leave(): Promise<void>;
  endInput(): Promise<void>;
  /** Waits for the end and gives the exit status. */
  ended(): Promise<number | null>;
}

/** How one front end is told: what differs between players. */
interface Hands {
  ready(): Promise<unknown>;
  give(asked: Asked, answer: Answer, guess: boolean): void;
  /** From a verdict to what comes next, where that takes a hand. */
  goOn(): void;
  refusal(): Promise<unknown>;
  skip(): void;
  flag(): void;
  report(note: string): void;
  leave(): void;
  endInput(): void;
  ended(): Promise<number | null>;
}

async function play(hands: Hands, { home }: RunOptions): Promise<Player> {
  await hands.ready();
  /** Does something and waits until the journal has grown by what must come of it. */
  const until = async (act: () => void, types: Parameters<typeof countOf>[1][]) => {
    const before = home.events();
    act();
    await saved(home, events => types.some(type => countOf(events, type) > countOf(before, type)));
  };
  const give = async (how: 'right' | 'wrong', guess: boolean) => {
    const before = home.events();
    const asked = askedNow(before);
    const isNext = (events: Parameters<typeof countOf>[0]) =>
      countOf(events, 'question-answered') > countOf(before, 'question-answered');
    hands.give(asked, answerTo(asked, how), guess);
    await saved(home, isNext);
    hands.goOn();
    await saved(
      home,
      events => isNext(events) && /question-shown|session-finished/.test(events.at(-1)?.type ?? ''),
    );
  };
  return {
    answer: how => give(how, false),
    guess: () => give('right', true),
    async answerInPart() {
      const asked = askedNow(home.events());
      hands.give(asked, { ids: asked.shown.slice(0, 1) }, false);
      await hands.refusal();
    },
    skip: () => until(hands.skip, ['question-shown', 'session-finished']),
    flag: () => until(hands.flag, ['question-flagged']),
    report: note => until(() => hands.report(note), ['question-reported']),
    leave: () => until(hands.leave, ['session-paused']),
    endInput: () => until(hands.endInput, ['session-paused']),
    ended: hands.ended,
  };
}

/** One row for each front end. */
export const frontEnds = {
  'the terminal'(args, options) {
    const learner = terminal(args, options);
    const press = (typed: string) => () => learner.press(typed);
    return play(
      {
        ready: () => learner.waitFor(/1 of \d/),
        give: (asked, answer, guess) => learner.press(guess ? 'g' : '', terminalKeys(asked, answer)),
        goOn: press(keys.enter),
        refusal: () => learner.waitFor(/Choose \d; \d chosen/),
        skip: press('n'),
        flag: press('f'),
        report: note => learner.press('r', note, keys.enter),
        leave: press('q'),
        endInput: press(keys.ctrlD),
        ended: async () => (await learner.ended()).exitCode,
      },
      options,
    );
  },
  'plain lines'(args, options) {
    const learner = piped([...args, '--plain'], options);
    const send = (line: string) => () => learner.send(line);
    return play(
      {
        ready: () => learner.waitFor(/1 of \d/),
        give: (asked, answer, guess) => learner.send(`${guess ? 'guess ' : ''}${plainLine(asked, answer)}`),
        goOn: () => {},
        refusal: () => learner.waitFor(/Choose \d; \d chosen/),
        skip: send('skip'),
        flag: send('flag'),
        report: note => learner.send(`report ${note}`),
        leave: send('quit'),
        endInput: learner.endInput,
        ended: async () => (await learner.ended()).status,
      },
      options,
    );
  },
  'JSON lines'(args, options) {
    const learner = piped([...args, '--json-lines'], options);
    const send = (action: object) => learner.send(JSON.stringify(action));
    return play(
      {
        ready: () => learner.waitFor(/"type":"question"/),
        give: (_asked, answer, guess) => send({ type: 'answer', ...answer, guess }),
        goOn: () => send({ type: 'continue' }),
        refusal: () => learner.waitFor(/"state":"refused"/),
        skip: () => send({ type: 'skip' }),
        flag: () => send({ type: 'flag' }),
        report: note => send({ type: 'report', note }),
        leave: () => send({ type: 'leave' }),
        endInput: learner.endInput,
        ended: async () => (await learner.ended()).status,
      },
      options,
    );
  },
} satisfies Record<string, (args: readonly string[], options: RunOptions) => Promise<Player>>;
