import { counted } from '../../counted.ts';
import { createPrompt, useEffect, useKeypress, useRef, useState } from '@inquirer/core';
import { toAscii } from '../render/ascii.ts';
import type { Estimate } from '../../stats/forecast.ts';
import { chanceRange } from '../../report/chance.ts';
import { apart, flow, hang, screenWidth } from '../render/text.ts';
import type { Theme } from '../theme.ts';
import { clearScreen } from './alternate-screen.ts';
import { endingOf } from './ending.ts';

export type HomeChoice =
  | 'next'
  | 'few'
  | 'baseline'
  | 'exam'
  | 'quiz'
  | 'flashcards'
  | 'plan'
  | 'reading'
  | 'missed'
  | 'resume'
  | 'stats'
  | 'commands'
  | 'leave'
  | 'interrupted';

export interface HomeView {
  readonly title: string;
  readonly examDay: { readonly day: string; readonly days: number } | undefined;
  /** What was left, and how far it has come. */
  readonly paused: string | undefined;
  /** Full exams that could still be drawn from questions never seen. */
  readonly freshExams: number;
  /** Questions seen, and how many there are. */
  readonly seen: number;
  readonly questions: number;
  readonly missed: number;
  /** The chance of passing and the weakest domain; undefined while there are too few first tries for a figure. */
  readonly standing:
    | {
        /** Undefined until it is worked out. */
        readonly chance: Estimate | undefined;
        readonly weakest:
          | { readonly title: string; readonly first: { readonly right: number; readonly of: number } }
          | undefined;
      }
    | undefined;
  readonly next: { readonly why: string; readonly command: string };
  /** Today's part of the plan; undefined on the day of the exam. */
  readonly today:
    | {
        readonly words: readonly string[];
        readonly minutes: number;
        readonly hasCards: boolean;
        readonly hasExam: boolean;
        readonly hasReading: boolean;
      }
    | undefined;
  readonly notices: readonly string[];
  /** What takes too long to wait for before the screen is drawn. */
  readonly later?: () => Pick<HomeView, 'standing' | 'next'>;
}

interface Entry {
  readonly keys: readonly string[];
  readonly choice: HomeChoice;
  /** For the last line. */
  readonly word: string;
}

/** What each key does, for this view. The same rows make the last line. */
function entries(view: HomeView): Entry[] {
  const isNew = view.seen === 0;
  return [
    isNew
      ? { keys: ['return', 'enter'], choice: 'few', word: 'Enter five questions' }
      : { keys: ['return', 'enter'], choice: todays(view), word: 'Enter start' },
    ...(view.paused ? [{ keys: ['r'], choice: 'resume', word: 'r resume' } satisfies Entry] : []),
    ...(view.missed > 0 ? [{ keys: ['x'], choice: 'missed', word: 'x missed' } satisfies Entry] : []),
    { keys: ['q'], choice: 'quiz', word: 'q quiz' },
    { keys: ['f'], choice: 'flashcards', word: 'f flashcards' },
    isNew
      ? { keys: ['m'], choice: 'baseline', word: 'm mini exam' }
      : { keys: ['m'], choice: 'exam', word: 'm mock exam' },
    ...(!isNew && view.today?.hasReading
      ? [{ keys: ['g'], choice: 'reading', word: 'g reading' } satisfies Entry]
      : []),
    { keys: ['p'], choice: 'plan', word: 'p plan' },
    { keys: ['s'], choice: 'stats', word: 's stats' },
    { keys: ['?'], choice: 'commands', word: '? all commands' },
    { keys: ['escape'], choice: 'leave', word: 'Esc leave' },
  ];
}

/** What today's plan begins with: its cards, else its mock exam, else its reading, else what would tell most. */
function todays({ today }: HomeView): HomeChoice {
  if (today?.hasCards) return 'flashcards';
  if (today?.hasExam) return 'exam';
  return today?.hasReading ? 'reading' : 'next';
}

/** What a low window leaves out, what matters least first: each step is taken only where the ones before do not do. */
const trims = ['exams', 'seen', 'weakest', 'why', 'blanks', 'standing', 'next'] as const;
type Trim = (typeof trims)[number];

/** The home screen's lines, at most `rows` of them where leaving out what matters least can make it so. */
export function homeLines(view: HomeView, width: number, theme: Theme, rows = Infinity): string[] {
  let lines = linesWithout(new Set(), view, width, theme);
  for (let taken = 1; taken <= trims.length && lines.length > rows; taken++)
    lines = linesWithout(new Set(trims.slice(0, taken)), view, width, theme);
  return lines;
}

function linesWithout(out: ReadonlySet<Trim>, view: HomeView, width: number, theme: Theme): string[] {
  const { dot } = theme.glyph;
  const blank = out.has('blanks') ? [] : [''];
  return [
    ...apart(` ${theme.strong(`cca ${dot} ${view.title}`)}`, examWords(view.examDay), width),
    ...blank,
    ...view.notices.flatMap(notice => hang(' ', notice, width)),
    ...(view.seen === 0 ? hang(' ', firstWords(view), width) : standingRows(out, view, width, theme)),
    ...blank,
    ...flow(
      entries(view).map(entry => entry.word),
      width - 1,
    ).map(line => theme.dim(` ${line}`)),
  ];
}

const firstWords = ({ questions }: HomeView): string =>
  `This asks you exam questions, explains every answer and saves it as you give it. ${counted(questions, 'question is', 'questions are')} here. Press Enter to try five, or m for a mini exam to see where you stand.`;

function standingRows(out: ReadonlySet<Trim>, view: HomeView, width: number, theme: Theme): string[] {
  const { dot } = theme.glyph;
  const { today, paused, standing, missed, next } = view;
  const row = (label: string, text: string | undefined) =>
    text === undefined ? [] : hang(` ${theme.strong(label.padEnd(9))} `, text, width);
  const unless = (trim: Trim, text: string | undefined) => (out.has(trim) ? undefined : text);
  return [
    ...row('Today', today && todayWords(today, dot)),
    ...row('Paused', paused),
    ...row('Standing', unless('standing', standing && standingWords(standing, dot, out.has('weakest')))),
    ...row(
      'Seen',
      unless(
        'seen',
        `${view.seen} of ${counted(view.questions, 'question')}${missed > 0 ? `, ${missed} to ask again` : ''}`,
      ),
    ),
    ...row('Exams', unless('exams', freshWords(view.freshExams))),
    ...row('Next', unless('next', `${out.has('why') ? '' : `${next.why} `}${theme.accent(next.command)}`)),
  ];
}

function standingWords(
  { chance, weakest }: NonNullable<HomeView['standing']>,
  dot: string,
  isBrief: boolean,
): string {
  const domain =
    weakest &&
    !isBrief &&
    `weakest: ${weakest.title} (${weakest.first.right} of ${counted(weakest.first.of, 'first try', 'first tries')})`;
  return [`chance of passing ${chance ? chanceRange(chance) : '…'}`, ...(domain ? [domain] : [])].join(
    ` ${dot} `,
  );
}

const freshWords = (fresh: number): string =>
  fresh === 0
    ? 'no full mock exam of new questions is left: a repeat raises the score'
    : `${counted(fresh, 'full mock exam')} of new questions left`;
function todayWords({ words, minutes }: NonNullable<HomeView['today']>, dot: string): string {
  if (words.length === 0) return 'nothing is due';
  return [...words, `about ${counted(minutes, 'minute')}`].join(` ${dot} `);
}

function examWords(exam: HomeView['examDay']): string {
  if (!exam) return '';
  if (exam.days < 0) return `the exam day, ${exam.day}, has passed`;
  return exam.days === 0 ? 'exam today' : `exam in ${counted(exam.days, 'day')} (${exam.day})`;
}

interface Options {
  readonly theme: Theme;
  readonly input: NodeJS.ReadStream;
  readonly output: NodeJS.WriteStream;
}

const homePrompt = createPrompt<HomeChoice, { view: HomeView; options: Options }>(
  ({ view: first, options }, done) => {
    const [known, learn] = useState<Partial<HomeView>>({});
    const view = { ...first, ...known };
    useKeypress((event, line) => {
      line.clearLine(0);
      const name = event.name ?? (event as { sequence?: string }).sequence ?? '';
      const entry = entries(view).find(({ keys }) => keys.includes(name));
      if (entry) done(entry.choice);
    });
    const draws = useRef(0);
    const [, redraw] = useState(0);
    useEffect(() => {
      if (!first.later) return undefined;
      const { later } = first;
      const soon = setTimeout(() => learn(later()), 0);
      return () => clearTimeout(soon);
    }, []);
    useEffect(line => {
      const left = () => done('leave');
      // What is on the screen has been broken elsewhere: the library would erase too little of it.
      const drawAgain = () => {
        options.output.write(clearScreen);
        redraw(++draws.current);
      };
      options.output.on('resize', drawAgain);
      line.on('close', left);
      line.on('error', left);
      return () => {
        options.output.removeListener('resize', drawAgain);
        line.removeListener('close', left);
        line.removeListener('error', left);
      };
    }, []);
    const { columns, rows } = options.output;
    const lines = homeLines(view, screenWidth(columns || 80), options.theme, (rows || 24) - 1).join('\n');
    return options.theme.unicode ? lines : toAscii(lines);
  },
);

/** Shows the home screen and waits for one key. */
export async function homeScreen(view: HomeView, options: Options, signal: AbortSignal): Promise<HomeChoice> {
  try {
    return await homePrompt({ view, options }, { input: options.input, output: options.output, signal });
  } catch (error) {
    return endingOf(error);
  }
}
