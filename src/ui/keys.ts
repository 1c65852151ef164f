import type { Shape } from '../question/types.ts';
import type { ReviewFilter } from '../session/review.ts';
import type { View } from '../session/view.ts';

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
  | 'leave'
  | 'next'
  | 'previous'
  | 'go-to'
  | 'map'
  | 'clock'
  | 'submit'
  | 'reveal'
  | 'options'
  | 'grade'
  | 'undo'
  | 'bury'
  | 'suspend'
  | ReviewFilter
  | 'write';

/** `report` is below the report of an exam that is handed in, `review` among its questions. */
export type Situation = 'question' | 'verdict' | 'exam' | 'front' | 'back' | 'done' | 'report' | 'review';

/** The situation that a view puts the learner in. */
export const situationOf = (view: Exclude<View, { screen: 'summary' }>): Situation =>
  view.screen === 'card'
    ? view.back
      ? 'back'
      : 'front'
    : view.screen === 'cards-done'
      ? 'done'
      : view.screen;

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
  /** For plain mode's help, where what the word does is not what the help says behind its key. */
  readonly plain?: string;
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
    command: 'answer',
    keys: ['1-9'],
    in: ['exam'],
    short: '1-9 mark',
    help: '1 to 9 mark an option; it can be changed until you hand in',
  },
  {
    command: 'move',
    keys: ['up', 'down', 'k', 'j'],
    in: ['question', 'exam'],
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
    in: ['question', 'exam'],
    short: 'g guessing',
    help: 'g marks the answer as a guess; it is recorded with it',
  },
  {
    command: 'reveal',
    keys: ['space', 'return', 'enter'],
    word: 'show',
    in: ['front'],
    short: 'Space show the back',
    help: 'Space or Enter shows the back',
  },
  {
    command: 'grade',
    keys: ['1-9'],
    in: ['back'],
    help: '1 again, 2 hard, 3 good, 4 easy: how well you knew it decides when it comes back',
  },
  {
    command: 'options',
    keys: ['o'],
    word: 'options',
    in: ['front', 'back'],
    short: 'o options',
    help: 'o shows the options of a question',
  },
  {
    command: 'undo',
    keys: ['u'],
    word: 'undo',
    in: ['front', 'back', 'done'],
    short: 'u undo',
    help: 'u takes back the last grade, burial or suspension, as often as you like',
  },
  {
    command: 'bury',
    keys: ['b'],
    word: 'bury',
    in: ['front', 'back'],
    short: 'b bury',
    help: 'b buries the card until tomorrow',
  },
  {
    command: 'suspend',
    keys: ['s'],
    word: 'suspend',
    in: ['front', 'back'],
    short: 's suspend',
    help: 's suspends the card for good; cca flashcards suspended lists them',
  },
  {
    command: 'continue',
    keys: ['return', 'enter', 'space'],
    word: 'end',
    in: ['done'],
    short: 'Enter end',
    help: 'Enter ends the session',
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
    command: 'flag',
    keys: ['f'],
    word: 'flag',
    in: ['front', 'back'],
    short: 'f flag',
    help: 'f flags the card until you clear it: cca flashcards --flagged',
  },
  {
    command: 'flag',
    keys: ['f'],
    word: 'flag',
    in: ['exam'],
    short: 'f flag',
    help: 'f flags the question, to come back to it; the score does not change',
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
    in: ['question', 'verdict', 'exam', 'front', 'back'],
    short: 'e exhibit',
    help: 'e shows the exhibit on the whole screen',
  },
  {
    command: 'scroll',
    keys: ['pageup', 'pagedown'],
    in: ['question', 'verdict', 'exam', 'front', 'back'],
    help: 'PgUp and PgDn scroll; PgDn unfolds an exhibit, PgUp at its top folds it',
  },
  {
    command: 'take',
    keys: ['return', 'enter', 'space'],
    in: ['exam'],
    help: 'Enter or Space marks what the cursor is on',
  },
  {
    command: 'clear',
    keys: ['c'],
    word: 'clear',
    in: ['exam'],
    short: 'c clear',
    help: 'c takes the mark away',
  },
  {
    command: 'next',
    keys: ['n', 'right'],
    word: 'next',
    in: ['exam'],
    short: 'n/p next, previous',
    help: 'n and p, or the arrows, go to the next and the previous question',
    plain: 'goes to the next question',
  },
  { command: 'previous', keys: ['p', 'left'], word: 'back', in: ['exam'], help: 'p goes back' },
  {
    command: 'go-to',
    keys: ['/'],
    word: 'go',
    in: ['exam'],
    short: '/ go to',
    help: '/ and a number go to that question',
    plain: 'goes to that question',
  },
  {
    command: 'map',
    keys: ['m'],
    word: 'map',
    in: ['exam'],
    short: 'm map',
    help: 'm shows the map: what is answered, flagged, not seen',
  },
  {
    command: 'clock',
    keys: ['t'],
    word: 'time',
    in: ['exam'],
    short: 't clock',
    help: 't hides the clock; it comes back for the last five minutes',
    plain: 'says how much time is left',
  },
  {
    command: 'submit',
    keys: ['s'],
    word: 'submit',
    in: ['exam'],
    short: 's submit',
    help: 's hands the exam in, after it has asked once more',
  },
  {
    command: 'report',
    keys: ['r'],
    word: 'report',
    in: ['question', 'verdict', 'exam', 'front', 'back'],
    help: 'r reports a fault in the question; cca bank reports lists them',
  },
  {
    command: 'help',
    keys: ['?'],
    word: 'help',
    in: ['question', 'verdict', 'exam', 'front', 'back', 'done'],
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
  {
    command: 'leave',
    keys: ['q'],
    word: 'quit',
    in: ['exam'],
    short: 'q leave',
    help: 'q leaves; everything is saved, but the clock runs on: cca resume',
  },
  {
    command: 'wrong',
    keys: ['w'],
    in: ['report', 'review'],
    short: 'w wrong',
    help: 'w shows what was wrong, left open included',
  },
  {
    command: 'unanswered',
    keys: ['u'],
    in: ['review'],
    short: 'u unanswered',
    help: 'u shows what was left open',
  },
  {
    command: 'flagged',
    keys: ['f'],
    in: ['report', 'review'],
    short: 'f flagged',
    help: 'f shows what was flagged',
  },
  {
    command: 'guessed',
    keys: ['g'],
    in: ['review'],
    short: 'g guessed',
    help: 'g shows what was marked as a guess',
  },
  {
    command: 'changed',
    keys: ['c'],
    in: ['review'],
    short: 'c changed',
    help: 'c shows the answers that were changed',
  },
  {
    command: 'all',
    keys: ['a'],
    in: ['report', 'review'],
    short: 'a all',
    help: 'a shows every question',
  },
  {
    command: 'write',
    keys: ['h'],
    in: ['report'],
    short: 'h write',
    help: 'h writes the report as a page for a browser',
  },
  {
    command: 'next',
    keys: ['n', 'right', 'return', 'enter'],
    in: ['review'],
    short: 'n/p next, previous',
    help: 'n and p, or the arrows, go to the next and the previous one; Enter goes on',
  },
  { command: 'previous', keys: ['p', 'left'], in: ['review'], help: 'p goes back' },
  {
    command: 'go-to',
    keys: ['/'],
    in: ['review'],
    short: '/ go to',
    help: '/ and a number go to that question',
  },
  {
    command: 'exhibit',
    keys: ['e'],
    in: ['review'],
    short: 'e exhibit',
    help: 'e shows the exhibit on the whole screen',
  },
  {
    command: 'scroll',
    keys: ['pageup', 'pagedown', 'up', 'down', 'k', 'j', 'space'],
    in: ['review'],
    help: 'PgUp, PgDn, Space and the arrows up and down scroll',
  },
  { command: 'help', keys: ['?'], in: ['review'], short: '? help', help: '? shows this' },
  { command: 'leave', keys: ['q', 'escape'], in: ['review'], short: 'q leave', help: 'q leaves the review' },
  {
    command: 'leave',
    keys: ['return', 'enter', 'q', 'escape'],
    in: ['report'],
    short: 'Enter leave',
    help: 'Enter or q leaves',
  },
  {
    command: 'leave',
    keys: ['q'],
    word: 'quit',
    in: ['front', 'back', 'done'],
    short: 'q leave',
    help: 'q leaves; every grade is saved, and what is due is drawn anew the next time',
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
