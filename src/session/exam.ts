import type { Draft, Event, QuestionAnswered } from '../events/events.ts';
import { refuse } from '../question/shapes/index.ts';
import type { Answer } from '../question/types.ts';
import type { Action } from './action.ts';
import { answerEvent } from './answer-event.ts';
import type { Choice, ExamState, Session } from './session.ts';
import { thinkingTime } from './thinking-time.ts';

/*
 * A session whose questions are answered freely: any of them at any time, each mark changeable, no verdict before the
 * submission, and perhaps a deadline that nothing holds up.
 */

type Decision = { readonly events: readonly Draft[] } | { readonly refused: string };

/** Decides an action in an exam. From the deadline on, whatever is done hands it in as it stands. */
export function decideFreely(session: Session, exam: ExamState, action: Action, now: number): Decision {
  if (session.phase === 'over') return { refused: 'The exam is handed in.' };
  if (isOverdue(exam, now)) return { events: submission(session, exam, exam.deadline ?? now) };
  const seat = session.seats[exam.seat];
  if (!seat) return { refused: 'There is no question here.' };
  const here = { session: session.id, question: seat.question.id };
  switch (action.type) {
    case 'choose':
      return choose(session, exam, action.answer, action.guess);
    case 'go':
      return go(session, action.seat);
    case 'flag':
      return { events: [{ type: 'seat-flagged', ...here, flagged: !exam.flagged.has(exam.seat) }] };
    case 'hide-clock':
      return exam.deadline === undefined
        ? { refused: 'This exam has no clock.' }
        : { events: [{ type: 'clock-hidden', session: session.id, hidden: !exam.isClockHidden }] };
    case 'submit':
      return { events: submission(session, exam, now) };
    case 'leave':
      return { events: [{ type: 'session-paused', session: session.id }] };
    default:
      return { refused: 'That is not possible in an exam.' };
  }
}

export const isOverdue = ({ deadline }: ExamState, now: number): boolean =>
  deadline !== undefined && now >= deadline;

function choose(session: Session, exam: ExamState, answer: Answer | null, guess: boolean): Decision {
  const { question } = session.seats[exam.seat] as Session['seats'][number];
  const { response } = question;
  // Some but not all of several is a mark on the way to an answer.
  const partial =
    answer !== null &&
    'ids' in answer &&
    response.shape === 'several' &&
    answer.ids.length > 0 &&
    new Set(answer.ids).size === answer.ids.length &&
    answer.ids.every(id => response.options.some(option => option.id === id));
  const refused = answer === null ? undefined : refuse(question.response, answer);
  const tooMany = partial && answer.ids.length > wanted(session, exam.seat);
  if (refused !== undefined && (!partial || tooMany)) return { refused };
  return {
    events: [
      { type: 'choice-made', session: session.id, bank: session.bank, question: question.id, answer, guess },
    ],
  };
}

/** How many options a seat asks for. */
export function wanted(session: Session, seat: number): number {
  const response = session.seats[seat]?.question.response;
  return response && 'options' in response ? response.options.filter(option => option.key).length : 1;
}

/** Whether a seat's mark is whole: as many as asked for. */
export function isAnswered(session: Session, exam: ExamState, seat: number): boolean {
  const answer = exam.choices.get(seat)?.answer;
  return answer !== undefined && (!('ids' in answer) || answer.ids.length === wanted(session, seat));
}

function go(session: Session, to: number): Decision {
  const seat = session.seats[to];
  if (!seat) return { refused: `There are questions 1 to ${session.seats.length}.` };
  return {
    events: [{ type: 'question-shown', session: session.id, bank: session.bank, question: seat.question.id }],
  };
}

/**
 * The submission: what was never looked at but can now be reviewed with its key, an answer for each seat that has a mark,
 * and last the line that makes it count. Seats that an earlier, interrupted submission has already answered are not
 * answered again.
 */
export function submission(session: Session, exam: ExamState, now: number): Draft[] {
  const spent = withTimeSpent(session, exam, now).spent;
  const answers = [...exam.choices]
    .filter(([seat]) => !session.outcomes.has(seat))
    .map(([seat, choice]) => answered(session, exam, seat, choice, spent.get(seat) ?? 0));
  const right = [...session.outcomes.values(), ...answers].filter(({ correct }) => correct).length;
  const total = session.outcomes.size + answers.length;
  const unseen = session.seats.filter((_, seat) => !exam.seen.has(seat));
  return [
    ...unseen.map(({ question }): Draft => ({
      type: 'question-revealed',
      bank: session.bank,
      question: question.id,
    })),
    ...answers,
    { type: 'session-finished', session: session.id, right, answered: total, of: session.seats.length },
  ];
}

function answered(
  session: Session,
  exam: ExamState,
  seat: number,
  choice: Choice,
  ms: number,
): QuestionAnswered {
  const event = answerEvent(session, session.seats[seat] as Session['seats'][number], choice, ms);
  const firstChoice = exam.firstChoices.get(seat);
  return firstChoice ? { ...event, firstChoice } : event;
}

/** Folds an event into an exam's own state. */
export function evolveExam(session: Session, exam: ExamState, event: Event): ExamState {
  const at = Date.parse(event.time);
  switch (event.type) {
    case 'question-shown': {
      const moved = session.phase === 'asking' ? withTimeSpent(session, exam, at) : exam;
      const seat = seatOf(session, event.question);
      return { ...moved, seat, seen: new Set(exam.seen).add(seat) };
    }
    case 'choice-made':
      return withChoice(session, exam, seatOf(session, event.question), event);
    case 'seat-flagged': {
      const flagged = new Set(exam.flagged);
      if (event.flagged) flagged.add(seatOf(session, event.question));
      else flagged.delete(seatOf(session, event.question));
      return { ...exam, flagged };
    }
    case 'clock-hidden':
      return { ...exam, isClockHidden: event.hidden };
    case 'session-paused':
      return withTimeSpent(session, exam, at);
    default:
      return exam;
  }
}

/** Some of several is a mark on the way: what was chosen first is the first mark that is whole. */
function withChoice(
  session: Session,
  exam: ExamState,
  seat: number,
  { answer, guess }: { readonly answer: Answer | null; readonly guess: boolean },
): ExamState {
  const choices = new Map(exam.choices);
  if (answer === null) choices.delete(seat);
  else choices.set(seat, { answer, guess });
  const marked = { ...exam, choices };
  const isFirst = answer !== null && !exam.firstChoices.has(seat) && isAnswered(session, marked, seat);
  return isFirst ? { ...marked, firstChoices: new Map(exam.firstChoices).set(seat, answer) } : marked;
}

function withTimeSpent(session: Session, exam: ExamState, now: number): ExamState {
  if (session.phase !== 'asking') return exam;
  const before = exam.spent.get(exam.seat) ?? 0;
  return { ...exam, spent: new Map(exam.spent).set(exam.seat, before + thinkingTime(session.shownAt, now)) };
}

const seatOf = (session: Session, question: string) =>
  session.seats.findIndex(seat => seat.question.id === question);
