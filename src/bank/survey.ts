import { isQuestion, type BankEntry, type Question } from '../question/types.ts';
import type { Blueprint } from './blueprint.ts';
import { cuesOf, guessables, type Cue } from './cues.ts';

/** How much of one thing there is among others, and how much is wanted, both as shares from 0 to 1. */
export interface Share {
  readonly name: string;
  readonly count: number;
  readonly of: number;
  readonly least?: number | undefined;
  readonly most?: number | undefined;
}

export interface Coverage {
  readonly domain: string;
  readonly objective: string;
  /** Questions of the exam's kinds. */
  readonly questions: number;
}

/** What a bank is like as a whole, and where its keys give themselves away. */
export interface Survey {
  /** Questions of the exam's kinds. */
  readonly questions: number;
  readonly practice: number;
  readonly cards: number;
  /** Single-answer questions among those of the exam, which the cues rest on. */
  readonly guessable: number;
  readonly chance?: number | undefined;
  readonly cues: readonly Cue[];
  readonly shares: readonly Share[];
  /** Objectives with the fewest questions first. */
  readonly coverage: readonly Coverage[];
  /** There are enough questions for a cue to be the bank's fault and not chance's. */
  readonly judged: boolean;
  /** No cue is out of bounds, or there are too few questions to tell. */
  readonly passes: boolean;
}

/** From so many questions of the exam on, a cue out of bounds is a fault. */
export const judgedFrom = 200;

/** Looks over a whole bank. Pure: the same entries give the same survey. */
export function survey(blueprint: Blueprint, entries: readonly BankEntry[]): Survey {
  const questions = entries.filter(isQuestion);
  const exam = questions.filter(({ kind }) => blueprint.examKinds.includes(kind));
  const practice = questions.filter(question => !exam.includes(question));
  const guessable = guessables(exam);
  const cues = cuesOf(guessable);
  const judged = exam.length >= judgedFrom;
  return {
    questions: exam.length,
    practice: practice.length,
    cards: entries.length - questions.length,
    guessable: guessable.length,
    chance: cues[0]?.chance,
    cues,
    shares: sharesOf(exam, practice),
    coverage: coverageOf(blueprint, exam),
    judged,
    passes: !judged || cues.every(({ fits }) => fits),
  };
}

function sharesOf(exam: readonly Question[], practice: readonly Question[]): Share[] {
  const share = (
    name: string,
    among: readonly Question[],
    counts: (question: Question) => boolean,
    bounds: { least?: number; most?: number } = {},
  ): Share => ({ name, count: among.filter(counts).length, of: among.length, ...bounds });
  const optionCount = ({ response }: Question) => ('options' in response ? response.options.length : 0);
  const oneKey = exam.filter(({ response }) => response.shape === 'one');
  const statements = practice.filter(({ response }) => response.shape === 'one');
  return [
    share('easy', exam, ({ difficulty }) => difficulty === 'easy', { least: 0.25, most: 0.35 }),
    share('medium', exam, ({ difficulty }) => difficulty === 'medium', { least: 0.45, most: 0.55 }),
    share('hard', exam, ({ difficulty }) => difficulty === 'hard', { least: 0.15, most: 0.25 }),
    share('with an exhibit', exam, ({ exhibits }) => exhibits.length > 0, { least: 1 / 3 }),
    share('several keys', exam, ({ response }) => response.shape === 'several', { least: 0.1, most: 0.2 }),
    share('three options (one key)', oneKey, question => optionCount(question) === 3, {
      most: 0.5,
    }),
    share('true (of statements)', statements, isTrue, { least: 0.4, most: 0.6 }),
  ];
}

/** The first option of a statement to judge is "true". */
const isTrue = ({ response }: Question): boolean =>
  'options' in response && response.options[0]?.key === true;

const coverageOf = ({ domains }: Blueprint, exam: readonly Question[]): Coverage[] =>
  domains
    .flatMap(domain =>
      domain.objectives.map(({ slug }) => ({
        domain: domain.slug,
        objective: slug,
        questions: exam.filter(({ domain: own, objective }) => own === domain.slug && objective === slug)
          .length,
      })),
    )
    .sort((a, b) => a.questions - b.questions);

/** Whether a share is where it should be. Nothing to count is no fault. */
export const shareFits = ({ count, of, least = 0, most = 1 }: Share): boolean =>
  of === 0 || (count / of >= least && count / of <= most);
