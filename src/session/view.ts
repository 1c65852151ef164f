import { spelled } from '../question/command.ts';
import { grade, keyOf, type Grade } from '../question/shapes/index.ts';
import type { Answer, Difficulty, Exhibit, Question, Response, Source } from '../question/types.ts';
import { cardsScore, cardView, type CardsDoneView, type CardsScore, type CardView } from './card-view.ts';
import { reportOf, type ExamReport } from './exam-report.ts';
import { examView, type ExamView } from './exam-view.ts';
import { reasonsFor, responseView, type Reason, type ResponseView } from './response-view.ts';
import { scoreOf, type Score } from './score.ts';
import { currentSeat, type Outcome, type Seat, type Session } from './session.ts';

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
  /** Of a session of cards. */
  readonly cards: CardsScore | undefined;
}

export type View = QuestionView | VerdictView | ExamView | CardView | CardsDoneView | SummaryView;

/** What is on screen now. The key appears only once its question is answered. */
export function viewOf(session: Session): View {
  if (session.cards && session.phase !== 'over') return cardView(session, session.cards);
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
  cards: session.cards && cardsScore(session, session.cards),
});

function wasFirstRight({ exam, seats }: Session, seat: number): boolean {
  const first = exam?.firstChoices.get(seat);
  const response = seats[seat]?.question.response;
  return first !== undefined && response !== undefined && grade(response, first).correct;
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
