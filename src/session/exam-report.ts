import { reviewedSeats, type ReviewedSeat } from './review.ts';
import type { PartScore } from './score.ts';
import type { ExamState, Seat, Session } from './session.ts';

/** How an exam went, once it is handed in. Everything left open is wrong. */
export interface ExamReport {
  readonly name: string;
  readonly right: number;
  readonly of: number;
  /** Whole percent, rounded down: 44 of 60 is no pass. */
  readonly percent: number;
  /** Questions needed to pass, and the pass mark in percent. */
  readonly needed: number;
  readonly passMark: number;
  readonly passed: boolean;
  readonly isAttempt: boolean;
  readonly length: string;
  readonly isTimed: boolean;
  /** Questions the learner had never seen before. */
  readonly unseen: number;
  /** Weakest first; out of all questions, not of those answered. */
  readonly domains: readonly PartScore[];
  readonly objectives: readonly PartScore[];
  readonly ms: number;
  /** Milliseconds a question the exam allows; absent when untimed. */
  readonly targetMs: number | undefined;
  /** Every question in the order asked, with its time and what became of it. */
  readonly questions: readonly ReviewedSeat[];
  readonly unanswered: number;
  readonly flagged: number;
  readonly guessed: { readonly right: number; readonly answered: number };
  /** Answers that were changed, by what became of them. */
  readonly changed: { readonly toRight: number; readonly toWrong: number; readonly wrongToWrong: number };
}

/** Counts an exam that is handed in. `wasRight` says whether a first choice would have been right. */
export function reportOf(session: Session, exam: ExamState, wasRight: (seat: number) => boolean): ExamReport {
  const seats = reviewedSeats(session, exam);
  const right = seats.filter(({ isRight }) => isRight).length;
  const of = seats.length;
  const { passMark, length, isAttempt } = exam.form;
  const needed = Math.ceil((of * passMark) / 100 - 1e-9);
  const changed = seats.filter(({ isChanged }) => isChanged);
  const guessed = seats.filter(({ isGuess }) => isGuess);
  return {
    name: session.name,
    right,
    of,
    percent: Math.floor((100 * right) / of),
    needed,
    passMark,
    passed: right >= needed,
    isAttempt,
    length,
    isTimed: exam.deadline !== undefined,
    unseen: session.seats.filter(({ question }) => !session.seenBefore.has(question.id)).length,
    domains: parts(session, seats, ({ question }) => question.domain, session.titles.domains),
    objectives: parts(session, seats, ({ question }) => question.objective, session.titles.objectives),
    ms: seats.reduce((sum, { ms }) => sum + ms, 0),
    targetMs: exam.minutes === undefined ? undefined : (exam.minutes * 60_000) / of,
    questions: seats,
    unanswered: seats.filter(({ isAnswered: whole }) => !whole).length,
    flagged: exam.flagged.size,
    guessed: { right: guessed.filter(({ isRight }) => isRight).length, answered: guessed.length },
    changed: {
      toRight: changed.filter(({ isRight, seat }) => isRight && !wasRight(seat)).length,
      toWrong: changed.filter(({ isRight, seat }) => !isRight && wasRight(seat)).length,
      wrongToWrong: changed.filter(({ isRight, seat }) => !isRight && !wasRight(seat)).length,
    },
  };
}

function parts(
  session: Session,
  seats: readonly ReviewedSeat[],
  slugOf: (seat: Seat) => string,
  titles: Readonly<Record<string, string>>,
): PartScore[] {
  const slugs = [...new Set(session.seats.map(slugOf))];
  return slugs
    .map(slug => {
      const own = seats.filter(({ seat }) => slugOf(session.seats[seat] as Seat) === slug);
      const missed = own
        .filter(({ isRight }) => !isRight)
        .flatMap(({ seat }) => session.seats[seat]?.question.sources ?? []);
      const read = missed.filter(
        (source, index) => missed.findIndex(other => other.url === source.url) === index,
      );
      return {
        title: titles[slug] ?? slug,
        right: own.filter(({ isRight }) => isRight).length,
        answered: own.length,
        read,
      };
    })
    .sort((a, b) => a.right / a.answered - b.right / b.answered || b.answered - a.answered);
}
