import { spelled } from '../question/command.ts';
import { grade, keyOf, type Grade } from '../question/shapes/index.ts';
import type {
  Answer,
  Difficulty,
  Exhibit,
  Item,
  Question,
  Response,
  Shape,
  Source,
} from '../question/types.ts';
import { isAnswered } from './exam.ts';
import { reportOf, type ExamReport } from './exam-report.ts';
import { scoreOf, type Score } from './score.ts';
import { currentSeat, type ExamState, type Outcome, type Seat, type Session } from './session.ts';

/** What a front end may know of the choices: texts and ids in the order shown, never which are keys. */
export interface ResponseView {
  readonly shape: Shape;
  /** How many to choose, put in order or match; 1 for a typed line. */
  readonly wanted: number;
  readonly items: readonly { readonly id: string; readonly text: string }[];
  /** The right-hand side of `pairs`. */
  readonly against: readonly { readonly id: string; readonly text: string }[];
}

export interface QuestionView {
  readonly screen: 'question';
  readonly mode: string;
  readonly id: string;
  readonly kind: string;
  readonly domain: string;
  readonly objective: string;
  readonly difficulty: Difficulty;
  /** From 1. */
  readonly number: number;
  readonly of: number;
  readonly right: number;
  readonly wrong: number;
  readonly isNew: boolean;
  readonly isFlagged: boolean;
  readonly wasSkipped: boolean;
  readonly stem: string;
  readonly exhibits: readonly Exhibit[];
  readonly response: ResponseView;
}

/** A reason for one choice: its mark says whether it is a key and whether the learner took it. */
export interface Reason {
  readonly id: string;
  readonly text: string;
  readonly why: string | undefined;
  readonly isKey: boolean;
  readonly chosen: boolean;
}

export interface VerdictView extends Omit<QuestionView, 'screen'> {
  readonly screen: 'verdict';
  readonly correct: boolean;
  readonly guess: boolean;
  readonly answer: Answer;
  readonly key: Answer;
  /** A typed answer and its key in one spelling of their flags, to be held against each other. */
  readonly compared?: { readonly typed: string; readonly key: string };
  readonly grade: Grade;
  readonly reasons: readonly Reason[];
  readonly rationale: string;
  /** A wrong option that was taken in an earlier session too, and the day of the last one, such as `3 Nov`. */
  readonly earlier?: { readonly option: string; readonly day: string };
  readonly sources: readonly Source[];
  /** Whether another question follows. */
  readonly isLast: boolean;
}

export interface SummaryView {
  readonly screen: 'summary';
  readonly mode: string;
  readonly session: string;
  readonly seed: string;
  readonly given: boolean;
  readonly score: Score;
  /** Questions that were left or skipped. */
  readonly open: number;
  /** Once an exam is handed in. */
  readonly exam: ExamReport | undefined;
}

/** One seat on the map of an exam. */
export interface SeatMark {
  readonly isSeen: boolean;
  readonly isAnswered: boolean;
  readonly isFlagged: boolean;
}

/** A question of an exam: what is chosen can still be changed, and nothing says whether it is right. */
export interface ExamView {
  readonly screen: 'exam';
  readonly mode: string;
  readonly name: string;
  readonly id: string;
  readonly kind: string;
  /** From 1. */
  readonly number: number;
  readonly of: number;
  readonly answered: number;
  /** Milliseconds since 1970; undefined when untimed. */
  readonly deadline: number | undefined;
  readonly isClockHidden: boolean;
  readonly isFlagged: boolean;
  readonly guess: boolean;
  readonly answer: Answer | undefined;
  readonly stem: string;
  readonly exhibits: readonly Exhibit[];
  readonly response: ResponseView;
  readonly map: readonly SeatMark[];
}

export type View = QuestionView | VerdictView | ExamView | SummaryView;

/** What is on screen now. The key appears only once its question is answered. */
export function viewOf(session: Session): View {
  const seat = currentSeat(session);
  if (!seat) return summary(session);
  if (session.exam) return examView(session, session.exam, seat);
  const question = questionView(session, seat);
  const outcome = session.phase === 'verdict' ? session.outcomes.get(session.judged as number) : undefined;
  return outcome ? verdictView(session, question, seat.question, outcome) : question;
}

const summary = (session: Session): SummaryView => ({
  screen: 'summary',
  mode: session.mode.name,
  session: session.id,
  seed: session.seed,
  given: session.given,
  score: scoreOf(session),
  open: session.seats.length - session.outcomes.size,
  exam:
    session.exam && session.phase === 'over'
      ? reportOf(session, session.exam, seat => wasFirstRight(session, seat))
      : undefined,
});

function wasFirstRight({ exam, seats }: Session, seat: number): boolean {
  const first = exam?.firstChoices.get(seat);
  const response = seats[seat]?.question.response;
  return first !== undefined && response !== undefined && grade(response, first).correct;
}

function examView(session: Session, exam: ExamState, { question, orders }: Seat): ExamView {
  const choice = exam.choices.get(exam.seat);
  const map = session.seats.map((_, seat) => ({
    isSeen: exam.seen.has(seat),
    isAnswered: isAnswered(session, exam, seat),
    isFlagged: exam.flagged.has(seat),
  }));
  return {
    screen: 'exam',
    mode: session.mode.name,
    name: session.name,
    id: question.id,
    kind: question.kind,
    number: exam.seat + 1,
    of: session.seats.length,
    answered: map.filter(mark => mark.isAnswered).length,
    deadline: exam.deadline,
    isClockHidden: exam.isClockHidden,
    isFlagged: exam.flagged.has(exam.seat),
    guess: choice?.guess ?? false,
    answer: choice?.answer,
    stem: question.stem,
    exhibits: question.exhibits,
    response: responseView(question.response, orders),
    map,
  };
}

function questionView(session: Session, { question, orders }: Seat): QuestionView {
  const { right, answered } = scoreOf(session);
  const closed = session.seats.length - session.queue.length;
  return {
    screen: 'question',
    mode: session.mode.name,
    id: question.id,
    kind: question.kind,
    domain: session.titles.domains[question.domain] ?? question.domain,
    objective: session.titles.objectives[question.objective] ?? question.objective,
    difficulty: question.difficulty,
    number: session.phase === 'verdict' ? closed : closed + 1,
    of: session.seats.length,
    right,
    wrong: answered - right,
    isNew: !session.seenBefore.has(question.id),
    isFlagged: session.flagged.has(question.id),
    wasSkipped: session.skips.has(session.seats.findIndex(seat => seat.question === question)),
    stem: question.stem,
    exhibits: question.exhibits,
    response: responseView(question.response, orders),
  };
}

function responseView(response: Response, orders: Seat['orders']): ResponseView {
  const { shape } = response;
  const inOrder = (items: readonly Item[], ids: readonly string[] = []) =>
    ids.flatMap(id => items.filter(item => item.id === id)).map(({ id, text }) => ({ id, text }));
  switch (response.shape) {
    case 'one':
    case 'several':
      return {
        shape,
        wanted: response.options.filter(option => option.key).length,
        items: inOrder(response.options, orders.shown),
        against: [],
      };
    case 'text':
      return { shape, wanted: 1, items: [], against: [] };
    case 'order':
      return {
        shape,
        wanted: response.items.length,
        items: inOrder(response.items, orders.shown),
        against: [],
      };
    case 'pairs':
      return {
        shape,
        wanted: response.left.length,
        items: inOrder(response.left, orders.shown),
        against: inOrder(response.right, orders.against),
      };
  }
}

function verdictView(
  session: Session,
  view: QuestionView,
  question: Question,
  { answer, correct, guess }: Outcome,
): VerdictView {
  const { response, rationale, sources } = question;
  return {
    ...view,
    screen: 'verdict',
    correct,
    guess,
    answer,
    key: keyOf(response),
    ...compare(response, answer),
    grade: grade(response, answer),
    reasons: reasonsFor(response, answer, view.response),
    rationale,
    sources,
    isLast: session.queue.length === 0,
  };
}

function compare(response: Response, answer: Answer): Pick<VerdictView, 'compared'> {
  const key = keyOf(response);
  if (response.shape !== 'text' || !('text' in answer) || !('text' in key)) return {};
  return { compared: { typed: spelled(answer.text, response), key: spelled(key.text, response) } };
}

function reasonsFor(response: Response, answer: Answer, shown: ResponseView): Reason[] {
  const ids = 'ids' in answer ? answer.ids : [];
  switch (response.shape) {
    case 'one':
    case 'several':
      return shown.items.flatMap(({ id }) =>
        response.options
          .filter(option => option.id === id)
          .map(({ text, why, key }) => ({ id, text, why, isKey: key, chosen: ids.includes(id) })),
      );
    case 'text': {
      const typed = grade(response, answer).wrong;
      const key = keyOf(response);
      const right = {
        id: 'key',
        text: 'text' in key ? key.text : '',
        why: response.why,
        isKey: true,
        chosen: false,
      };
      const mistakes = response.mistakes.filter(mistake => typed.includes(mistake.id));
      return [right, ...mistakes.map(({ id, text, why }) => ({ id, text, why, isKey: false, chosen: true }))];
    }
    case 'order':
      return response.items.map(({ id, text, why }, index) => ({
        id,
        text,
        why,
        isKey: true,
        chosen: ids[index] === id,
      }));
    case 'pairs': {
      const given = new Map('pairs' in answer ? answer.pairs : []);
      return response.left.map(({ id, text, why }) => {
        const right = response.pairs.find(pair => pair[0] === id)?.[1];
        const match = response.right.find(item => item.id === right)?.text ?? '';
        return { id, text: `${text} = ${match}`, why, isKey: true, chosen: given.get(id) === right };
      });
    }
  }
}
