import type { Ending, FrontEnd, LastWords, Runner } from '../front-end.ts';
import { playLines } from '../line-loop.ts';
import { protocolVersion, readAction, viewMessage, type Message } from './protocol.ts';

interface Streams {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
}

/** One JSON object a line in both directions, for programs. Nothing else is written to stdout. */
export function jsonLinesFrontEnd({ input, output }: Streams): FrontEnd {
  const send = (message: Message | object) => void output.write(`${JSON.stringify(message)}\n`);
  const refuse = (state: 'unreadable' | 'refused' | 'unsaved', message: string) =>
    send({ type: 'error', state, message } satisfies Message);

  /** Sends what is on the table; true when that is the end. */
  const show = (runner: Runner): boolean => {
    const view = runner.view();
    if (view.screen === 'summary') return true;
    send(viewMessage(view));
    return false;
  };

  const step = (line: string, runner: Runner): Ending | undefined => {
    if (line.trim() === '') return undefined;
    const action = readAction(line);
    if ('unreadable' in action) {
      refuse('unreadable', action.unreadable);
      return undefined;
    }
    const reply = runner.act(action);
    if (action.type === 'leave') return 'left';
    if (reply.state === 'done') return show(runner) ? 'over' : undefined;
    refuse(reply.state, reply.why);
    return undefined;
  };

  return {
    play(runner, notices, signal) {
      send({ type: 'hello', protocol: protocolVersion, notices: [...notices] } satisfies Message);
      return playLines(runner, {
        input,
        signal,
        begin: () => void show(runner),
        step: line => step(line, runner),
      });
    },
    nothing: why => send({ type: 'hello', protocol: protocolVersion, notices: [why] } satisfies Message),
    end: words => send(endMessage(words)),
  };
}

function endMessage({ ending, summary, resume, unsaved, dry }: LastWords): object {
  const { session, seed, given, open, score, exam, cards } = summary;
  return {
    type: 'end',
    ending,
    session,
    seed,
    given,
    open,
    dry,
    resume: resume ?? null,
    ...(unsaved !== undefined && { unsaved }),
    score,
    ...(exam && { exam }),
    ...(cards && { cards }),
  };
}
