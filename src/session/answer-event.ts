import type { QuestionAnswered } from '../events/events.ts';
import { grade } from '../question/shapes/index.ts';
import type { Choice, Seat, Session } from './session.ts';

/** The event of an answer to a seat, graded now and for good. `ms` is how long the learner looked at the question. */
export function answerEvent(
  session: Session,
  { question, orders }: Seat,
  { answer, guess }: Choice,
  ms: number,
): QuestionAnswered {
  return {
    type: 'question-answered',
    session: session.id,
    mode: session.mode.name,
    bank: session.bank,
    question: question.id,
    revision: question.revision,
    domain: question.domain,
    objective: question.objective,
    kind: question.kind,
    difficulty: question.difficulty,
    ...orders,
    answer,
    correct: grade(question.response, answer).correct,
    guess,
    ms,
    first: !session.seenBefore.has(question.id),
  };
}
