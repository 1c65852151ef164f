import type { ExamView } from '../../session/exam-view.ts';
import type { Command } from '../keys.ts';
import type { Ending, Reply, Runner } from '../front-end.ts';
import { dueWarning, paceLeft, timeLeft } from '../render/clock.ts';
import { letterAt } from '../../report/letter.ts';
import { instruction, noted } from '../render/parts.ts';
import { answerWords } from '../render/verdict.ts';
import { readAnswer } from './reading.ts';
import { exhibitLines, helpLines, wordOf } from './words.ts';

/** Where plain lines go. */
export interface Say {
  (lines: readonly string[]): void;
}

/** Plays an exam in plain lines. Made once a session: it remembers what was warned of and whether a yes is awaited. */
export function plainExam(say: Say, prompt: (text: string) => void) {
  let warnedAt: number | undefined;
  let awaitsYes = false;

  const left = (runner: Runner, view: ExamView) =>
    view.deadline === undefined ? undefined : view.deadline - runner.now();

  const ask = (runner: Runner, view: ExamView): void => {
    const ms = left(runner, view);
    const warning = ms === undefined ? undefined : dueWarning(warnedAt, ms);
    if (ms !== undefined) warnedAt = ms;
    if (warning) say([warning]);
    prompt(awaitsYes ? 'Type yes to hand in, or anything else to go on: ' : 'Mark, or type help: ');
  };

  const show = (runner: Runner, view: ExamView): undefined => {
    say(examLines(view));
    ask(runner, view);
  };

  const settle = (reply: Reply, runner: Runner, words: readonly string[] = []): Ending | undefined => {
    const view = runner.view();
    if (view.screen !== 'exam') return 'over';
    if (reply.state !== 'done') say([reply.why]);
    else if (words.length > 0) say(words);
    else return show(runner, view);
    ask(runner, view);
    return undefined;
  };

  const step = (line: string, runner: Runner, view: ExamView): Ending | undefined => {
    if (awaitsYes) {
      awaitsYes = false;
      return line.trim().toLowerCase() === 'yes'
        ? settle(runner.act({ type: 'submit' }), runner)
        : show(runner, view);
    }
    const typed = wordOf(line, view);
    // A word with something behind it that it does not take is no command.
    const takesMore = typed && ['go-to', 'guess', 'report'].includes(typed.command);
    return typed && (takesMore || typed.argument === '')
      ? carryOut(typed.command, typed.argument, runner, view)
      : mark(line, false, runner, view);
  };

  const carryOut = (
    command: Command,
    argument: string,
    runner: Runner,
    view: ExamView,
  ): Ending | undefined => {
    const go = (seat: number) => settle(runner.act({ type: 'go', seat }), runner);
    switch (command) {
      case 'help':
        return tell(runner, view, helpLines(view));
      case 'clock':
        return tell(runner, view, [timeWords(left(runner, view))]);
      case 'map':
        return tell(runner, view, mapLines(view, runner.now()));
      case 'next':
        return go(view.number % view.of);
      case 'previous':
        return go((view.number - 2 + view.of) % view.of);
      case 'go-to':
        return go(Number(argument || Number.NaN) - 1);
      case 'flag':
        return settle(runner.act({ type: 'flag' }), runner, [
          view.isFlagged ? 'The flag is cleared.' : 'Flagged.',
        ]);
      case 'clear':
        return settle(runner.act({ type: 'choose', answer: null, guess: false }), runner, ['Cleared.']);
      case 'guess':
        return argument === ''
          ? tell(runner, view, ['Type the answer behind it, such as: guess b'])
          : mark(argument, true, runner, view);
      case 'report':
        return settle(runner.act({ type: 'report', note: argument }), runner, [noted]);
      case 'submit':
        awaitsYes = true;
        return tell(runner, view, submitLines(view));
      case 'leave':
        runner.act({ type: 'leave' });
        return runner.view().screen === 'exam' ? 'left' : 'over';
      default:
        return tell(runner, view, helpLines(view));
    }
  };

  const tell = (runner: Runner, view: ExamView, lines: readonly string[]): undefined => {
    say(lines);
    ask(runner, view);
  };

  const mark = (line: string, guess: boolean, runner: Runner, view: ExamView): Ending | undefined => {
    const reading = readAnswer(line, view.response);
    if ('expected' in reading) return tell(runner, view, [reading.expected]);
    const reply = runner.act({ type: 'choose', answer: reading.answer, guess });
    const words = `Marked ${answerWords(reading.answer, view.response, letterAt).replaceAll('  ', ', ')}${guess ? ', as a guess' : ''}.`;
    return settle(reply, runner, [words]);
  };

  return { show, step };
}

const timeWords = (ms: number | undefined) => (ms === undefined ? 'There is no clock.' : `${timeLeft(ms)}.`);

function examLines(view: ExamView): string[] {
  const flagged = view.isFlagged ? ' Flagged.' : '';
  const marked = view.answer
    ? [`Marked: ${answerWords(view.answer, view.response, letterAt).replaceAll('  ', ', ')}.`]
    : [];
  return [
    `Question ${view.number} of ${view.of}. ${view.answered} answered.${flagged}`,
    view.stem,
    ...view.exhibits.flatMap(exhibitLines),
    ...view.response.items.map((item, index) => `  ${letterAt(index)}) ${item.text}`),
    instruction(view.response),
    ...marked,
  ];
}

/** Numbers of the seats that fit, as a sentence would list them. */
function numbers(view: ExamView, holds: (mark: ExamView['map'][number]) => boolean): string {
  const found = view.map.flatMap((mark, index) => (holds(mark) ? [index + 1] : []));
  return found.length === 0 ? 'none' : found.join(', ');
}

const mapLines = (view: ExamView, now: number): string[] => [
  `Answered: ${numbers(view, mark => mark.isAnswered)}.`,
  `Seen, not answered: ${numbers(view, mark => mark.isSeen && !mark.isAnswered)}.`,
  `Not seen: ${numbers(view, mark => !mark.isSeen)}.`,
  `Flagged: ${numbers(view, mark => mark.isFlagged)}.`,
  ...[paceLeft(view, now)].filter(Boolean).map(words => `${words}.`),
];

const submitLines = (view: ExamView): string[] => [
  `${view.answered} of ${view.of} answered.`,
  `Unanswered: ${numbers(view, mark => !mark.isAnswered)} (they count as wrong: a guess costs nothing).`,
  `Flagged: ${numbers(view, mark => mark.isFlagged)} (a flag does not change the score).`,
];
