import type { Answer, Exhibit } from '../question/types.ts';
import { isAnswered } from './exam.ts';
import { responseView, type ResponseView } from './response-view.ts';
import type { ExamState, Seat, Session } from './session.ts';

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

/** The question on screen, and the marks of all. */
export function examView(session: Session, exam: ExamState, { question, orders }: Seat): ExamView {
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
