import type { Answer } from '../../question/types.ts';
import type { QuestionView, VerdictView } from '../../session/view.ts';
import type { Ending, FrontEnd, Reply, Runner } from '../front-end.ts';
import { playLines } from '../line-loop.ts';
import { toAscii } from '../render/ascii.ts';
import { noted } from '../render/parts.ts';
import { isCard, plainCards } from './cards.ts';
import { plainExam } from './exam.ts';
import { endLines, helpLines, promptLine, questionLines, verdictLines, wordOf } from './words.ts';
import { readAnswer } from './reading.ts';

interface Streams {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  /** Somebody types here: the prompt waits on its line. On a pipe it ends with a newline. */
  readonly interactive: boolean;
  readonly unicode: boolean;
}

/** Line in, line out, no cursor movement, words for every state: for pipes, screen readers and dumb terminals. */
export function plainFrontEnd({ input, output, interactive, unicode }: Streams): FrontEnd {
  // A prompt waits on its line: what comes next begins on one of its own.
  let waiting = false;
  const write = (text: string) => void output.write(unicode ? text : toAscii(text));
  const say = (lines: readonly string[]) => write(lines.map(line => `${line}\n`).join(''));

  const ask = (view: QuestionView | VerdictView) => {
    write(
      (view.screen === 'question' ? promptLine(view) : 'Enter tries again, or type quit: ') +
        (interactive ? '' : '\n'),
    );
    waiting = true;
  };

  return {
    play(runner, notices, signal) {
      say(notices);
      const table = { say, ask };
      const exam = plainExam(say, text => {
        write(text.trimEnd() + (interactive ? ' ' : '\n'));
        waiting = true;
      });
      const cards = plainCards(say, text => {
        write(text.trimEnd() + (interactive ? ' ' : '\n'));
        waiting = true;
      });
      return playLines(runner, {
        input,
        signal,
        begin: () => {
          const view = runner.view();
          if (view.screen === 'exam') exam.show(runner, view);
          else if (isCard(view)) cards.show(view);
          else show(runner, table);
        },
        step: line => {
          waiting = false;
          const view = runner.view();
          if (isCard(view)) return cards.step(line, runner, view);
          return view.screen === 'exam' ? exam.step(line, runner, view) : step(line, runner, table);
        },
      });
    },
    nothing: why => say([why]),
    end: words => say([...(interactive && waiting ? [''] : []), ...endLines(words)]),
  };
}

interface Table {
  say(lines: readonly string[]): void;
  ask(view: QuestionView | VerdictView): void;
}

/** Shows what is on the table now; a verdict is read out and goes on by itself. */
function show(runner: Runner, table: Table): Ending | undefined {
  const view = runner.view();
  if (view.screen === 'summary' || view.screen === 'exam' || isCard(view)) return 'over';
  if (view.screen === 'question') {
    table.say(questionLines(view));
    table.ask(view);
    return undefined;
  }
  table.say([...verdictLines(view), '']);
  return settle(runner.act({ type: 'continue' }), runner, table);
}

function step(line: string, runner: Runner, table: Table): Ending | undefined {
  const view = runner.view();
  if (view.screen !== 'question' && /^quit$/i.test(line.trim())) {
    runner.act({ type: 'leave' });
    return 'left';
  }
  if (view.screen !== 'question') return settle(runner.act({ type: 'continue' }), runner, table);
  const typed = wordOf(line, view);
  const argument = typed?.argument ?? '';
  const alone = argument === '';
  switch (typed?.command) {
    case 'help':
      if (alone) return again(view, table, helpLines(view));
      break;
    case 'skip':
      if (alone) return settle(runner.act({ type: 'skip' }), runner, table);
      break;
    case 'leave':
      if (!alone) break;
      runner.act({ type: 'leave' });
      return 'left';
    case 'flag':
      if (alone) return flag(runner, view, table);
      break;
    case 'report':
      return tell(runner.act({ type: 'report', note: argument }), view, table, [noted]);
    case 'guess':
      return alone
        ? again(view, table, ['Type the answer behind it, such as: guess b'])
        : give(argument, true, runner, view, table);
  }
  return give(line, false, runner, view, table);
}

function give(
  line: string,
  guess: boolean,
  runner: Runner,
  view: QuestionView,
  table: Table,
): Ending | undefined {
  const reading = readAnswer(line, view.response);
  if ('expected' in reading) return again(view, table, [reading.expected]);
  return settle(
    runner.act({ type: 'answer', answer: reading.answer satisfies Answer, guess }),
    runner,
    table,
  );
}

function flag(runner: Runner, view: QuestionView, table: Table): Ending | undefined {
  const words = view.isFlagged ? 'The flag is cleared.' : 'Flagged. cca quiz --flagged asks it again.';
  return tell(runner.act({ type: 'flag' }), view, table, [words]);
}

/** After an action that keeps the question on the table. */
const tell = (reply: Reply, view: QuestionView, table: Table, words: readonly string[]): undefined =>
  again(view, table, reply.state === 'done' ? words : [reply.why]);

function again(view: QuestionView, table: Table, words: readonly string[]): undefined {
  table.say(words);
  table.ask(view);
}

/** After an action that changes the table, unless it could not be done or saved. */
function settle(reply: Reply, runner: Runner, table: Table): Ending | undefined {
  if (reply.state === 'done') return show(runner, table);
  const view = runner.view();
  table.say([reply.why]);
  if (view.screen === 'question' || view.screen === 'verdict') table.ask(view);
  return undefined;
}
