import { decide, next } from '../../src/session/decide.ts';
import { evolve } from '../../src/session/evolve.ts';
import { modes } from '../../src/session/modes.ts';
import { openSession, type Opening, type Session } from '../../src/session/session.ts';
import type { Action } from '../../src/session/action.ts';
import type { Draft } from '../../src/events/events.ts';
import type { Question, Response } from '../../src/question/types.ts';
import { beginning, stamped } from './events.ts';

/** A quiz over these questions in this order, options as written, the first question on screen since `beginning`. */
export function quizOf(questions: readonly Question[], opening: Partial<Opening> = {}): Session {
  const opened = openSession({
    id: 'session1',
    mode: modes.quiz,
    name: modes.quiz.title,
    bank: 'test-exam',
    title: 'Test Exam',
    seed: 'seed',
    given: false,
    seats: questions.map(question => ({ question, orders: written(question.response) })),
    titles: { domains: { birds: 'Birds', fish: 'Fish' }, objectives: { flight: 'How birds fly' } },
    seenBefore: new Set(),
    flagged: new Set(),
    ...opening,
  });
  return fold(opened, [next(opened)], beginning);
}

/** Decides an action and folds what comes of it, as a runner does. Throws when the action is refused. */
export function act(session: Session, action: Action, at = beginning + 1000): Session {
  const decision = decide(session, action, at);
  if ('refused' in decision) throw new Error(decision.refused);
  return fold(session, decision.events, at);
}

const fold = (session: Session, drafts: readonly Draft[], at: number): Session =>
  drafts.map(draft => stamped(draft, at)).reduce(evolve, session);

/** Everything in the order it is written. */
function written(response: Response) {
  switch (response.shape) {
    case 'one':
    case 'several':
      return { shown: response.options.map(option => option.id) };
    case 'text':
      return { shown: [] };
    case 'order':
      return { shown: response.items.map(item => item.id) };
    case 'pairs':
      return { shown: response.left.map(item => item.id), against: response.right.map(item => item.id) };
  }
}
