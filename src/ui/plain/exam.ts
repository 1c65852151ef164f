import type { ExamView } from '../../session/exam-view.ts';
import type { Ending, Reply, Runner } from '../front-end.ts';
import { dueWarning, timeLeft } from '../render/clock.ts';
import { letterAt } from '../../report/letter.ts';
import { instruction } from '../render/parts.ts';
import { answerWords } from '../render/verdict.ts';
import { readAnswer } from './reading.ts';
import { exhibitLines } from './words.ts';

/** Where plain lines go. */
export interface Say {
  (lines: readonly string[]): void;
}

const help = [
  'Type a letter to mark an answer; it can be changed until you hand in.',
  '  guess b: marks b as a guess        clear: takes the mark away',
  '  next, back, go 17: another question    flag: to come back to it',
  '  map: what is answered, flagged, not seen    time: what is left',
  '  submit: hand in, after a yes       quit: leave; a timed exam runs on',
];

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
    const [word = '', ...rest] = line.trim().split(/\s+/);
    const argument = rest.join(' ');
    if (awaitsYes) {
      awaitsYes = false;
      return word.toLowerCase() === 'yes'
        ? settle(runner.act({ type: 'submit' }), runner)
        : show(runner, view);
    }
    switch (argument === '' ? word.toLowerCase() : '') {
      case 'help':
        return tell(runner, view, help);
      case 'time': {
        const ms = left(runner, view);
        return tell(runner, view, [ms === undefined ? 'There is no clock.' : `${timeLeft(ms)}.`]);
      }
      case 'map':
        return tell(runner, view, mapLines(view));
      case 'next':
        return settle(runner.act({ type: 'go', seat: view.number % view.of }), runner);
      case 'back':
        return settle(runner.act({ type: 'go', seat: (view.number - 2 + view.of) % view.of }), runner);
      case 'flag':
        return settle(runner.act({ type: 'flag' }), runner, [
          view.isFlagged ? 'The flag is cleared.' : 'Flagged.',
        ]);
      case 'clear':
        return settle(runner.act({ type: 'choose', answer: null, guess: false }), runner, ['Cleared.']);
      case 'submit':
        awaitsYes = true;
        return tell(runner, view, submitLines(view));
      case 'quit':
        runner.act({ type: 'leave' });
        return runner.view().screen === 'exam' ? 'left' : 'over';
    }
    if (word.toLowerCase() === 'go')
      return settle(runner.act({ type: 'go', seat: Number(argument) - 1 }), runner);
    if (word.toLowerCase() === 'guess') return mark(argument, true, runner, view);
    return mark(line, false, runner, view);
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

const mapLines = (view: ExamView): string[] => [
  `Answered: ${numbers(view, mark => mark.isAnswered)}.`,
  `Seen, not answered: ${numbers(view, mark => mark.isSeen && !mark.isAnswered)}.`,
  `Not seen: ${numbers(view, mark => !mark.isSeen)}.`,
  `Flagged: ${numbers(view, mark => mark.isFlagged)}.`,
];

const submitLines = (view: ExamView): string[] => [
  `${view.answered} of ${view.of} answered.`,
  `Unanswered: ${numbers(view, mark => !mark.isAnswered)} (they count as wrong: a guess costs nothing).`,
  `Flagged: ${numbers(view, mark => mark.isFlagged)} (a flag does not change the score).`,
];
