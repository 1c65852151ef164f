import { grade, keyOf, type Grade } from '../question/shapes/index.ts';
import type { Answer, Exhibit, Source } from '../question/types.ts';
import { reasonsFor, responseView, type Reason, type ResponseView } from './response-view.ts';
import { reviewedSeats, type ReviewedSeat, type Traces } from './review.ts';
import type { Session } from './session.ts';

/** A question of an exam that is handed in: what was chosen, the key, why, and what to read. */
export interface ReviewView {
  readonly screen: 'review';
  /** From 1. */
  readonly number: number;
  readonly of: number;
  readonly domain: string;
  readonly objective: string;
  readonly marks: ReviewedSeat;
  readonly stem: string;
  readonly exhibits: readonly Exhibit[];
  readonly response: ResponseView;
  /** Undefined where nothing was marked. */
  readonly answer: Answer | undefined;
  /** What was chosen first, where that was something else. */
  readonly firstAnswer: Answer | undefined;
  readonly key: Answer;
  readonly grade: Grade;
  readonly reasons: readonly Reason[];
  readonly rationale: string;
  readonly sources: readonly Source[];
}

/** Every question of a session that is over, or of what is answered so far, in the order asked, options in the order shown. */
export const reviewOf = (session: Session, exam: Traces): ReviewView[] =>
  reviewedSeats(session, exam).map(marks => seatView(session, exam, marks));

function seatView(session: Session, exam: Traces, marks: ReviewedSeat): ReviewView {
  const { question, orders } = session.seats[marks.seat] as Session['seats'][number];
  const answer = session.outcomes.get(marks.seat)?.answer;
  const response = responseView(question.response, orders);
  const given = answer ?? { ids: [] };
  return {
    screen: 'review',
    number: marks.seat + 1,
    of: session.seats.length,
    domain: session.titles.domains[question.domain] ?? question.domain,
    objective: session.titles.objectives[question.objective] ?? question.objective,
    marks,
    stem: question.stem,
    exhibits: question.exhibits,
    response,
    answer,
    firstAnswer: marks.isChanged ? exam.firstChoices.get(marks.seat) : undefined,
    key: keyOf(question.response),
    grade: grade(question.response, given),
    reasons: reasonsFor(question.response, given, response),
    rationale: question.rationale,
    sources: question.sources,
  };
}
