import type { Answer, Response } from '../question/types.ts';
import { isAnswered } from './exam.ts';
import type { ExamState, Session } from './session.ts';

/** One question of an exam that is handed in, as the filters of a review see it. */
export interface ReviewedSeat {
  /** From 0. */
  readonly seat: number;
  readonly question: string;
  readonly isRight: boolean;
  readonly isAnswered: boolean;
  readonly isFlagged: boolean;
  readonly isGuess: boolean;
  readonly isChanged: boolean;
  /** Milliseconds looked at. */
  readonly ms: number;
}

export type ReviewFilter = 'all' | 'wrong' | 'unanswered' | 'flagged' | 'guessed' | 'changed';

/** What each filter lets through. Left open is wrong too. */
export const reviewFilters: Readonly<Record<ReviewFilter, (seat: ReviewedSeat) => boolean>> = {
  all: () => true,
  wrong: ({ isRight }) => !isRight,
  unanswered: seat => !seat.isAnswered,
  flagged: ({ isFlagged }) => isFlagged,
  guessed: ({ isGuess }) => isGuess,
  changed: ({ isChanged }) => isChanged,
};

/** What a review needs to know beyond the outcomes. */
export type Traces = Pick<ExamState, 'choices' | 'firstChoices' | 'flagged' | 'spent'>;

/** The same of any session: in turn an answer is given once, and a flag is the question's. */
export const tracesOf = ({ exam, seats, outcomes, flagged }: Session): Traces =>
  exam ?? {
    choices: outcomes,
    firstChoices: new Map(),
    flagged: new Set([...seats.keys()].filter(seat => flagged.has(seats[seat]?.question.id ?? ''))),
    spent: new Map(),
  };

/** Every question of a session, in the order asked, with what became of it. */
export const reviewedSeats = (session: Session, exam: Traces): ReviewedSeat[] =>
  session.seats.map(({ question }, seat) => {
    const outcome = session.outcomes.get(seat);
    const first = exam.firstChoices.get(seat);
    return {
      seat,
      question: question.id,
      isRight: outcome?.correct ?? false,
      isAnswered: session.exam ? isAnswered(session, session.exam, seat) : outcome !== undefined,
      isFlagged: exam.flagged.has(seat),
      isGuess: outcome?.guess ?? false,
      isChanged:
        outcome !== undefined && first !== undefined && !isSame(first, outcome.answer, question.response),
      ms: outcome?.ms ?? exam.spent.get(seat) ?? 0,
    };
  });

/** Whether two answers say the same: the order in which several are chosen does not matter. */
function isSame(one: Answer, other: Answer, { shape }: Response): boolean {
  const comparable = (answer: Answer) =>
    'ids' in answer && shape !== 'order' ? { ids: answer.ids.toSorted() } : answer;
  return JSON.stringify(comparable(one)) === JSON.stringify(comparable(other));
}
