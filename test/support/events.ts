import type { CardGraded, Draft, Event, QuestionAnswered, SessionStarted } from '../../src/events/events.ts';
import type { Fold } from '../../src/events/fold.ts';

/** When histories in memory begin, in milliseconds since 1970. */
export const beginning = Date.UTC(2026, 10, 21, 12);

/** An event of this moment. Ids sort by time unless one is given. */
export const stamped = (draft: Draft, at = beginning, id = String(at)): Event => ({
  ...draft,
  v: 1,
  id,
  time: new Date(at).toISOString(),
  offset: 0,
});

/** Events a second apart, the first at `beginning`. */
export const aSecondApart = (...drafts: readonly Draft[]): Event[] =>
  drafts.map((draft, i) => stamped(draft, beginning + i * 1000));

/** The state of a fold after these events. */
export function grown<State>(fold: Fold<State>, events: readonly Event[]): State {
  const state = fold.start();
  for (const event of events) fold.step(state, event);
  return state;
}

const session = 's1';
const bank = 'test-exam';

export const started = (more: Partial<SessionStarted> = {}): SessionStarted => ({
  type: 'session-started',
  session,
  mode: 'quiz',
  bank,
  title: 'Test Exam',
  seed: 'seed',
  given: false,
  kept: 'kept',
  seats: [{ question: 'q', revision: 1, shown: ['key', 'near'] }],
  ...more,
});

export const answered = (question = 'q', more: Partial<QuestionAnswered> = {}): QuestionAnswered => ({
  type: 'question-answered',
  session,
  mode: 'quiz',
  bank,
  question,
  revision: 1,
  domain: 'birds',
  objective: 'flight',
  kind: 'single',
  difficulty: 'easy',
  shown: ['key', 'near'],
  answer: { ids: ['key'] },
  correct: true,
  guess: false,
  ms: 1000,
  first: true,
  ...more,
});

export const shown = (question = 'q', of = session): Draft => ({
  type: 'question-shown',
  session: of,
  bank,
  question,
});

export const skipped = (question = 'q', of = session): Draft => ({
  type: 'question-skipped',
  session: of,
  bank,
  question,
});

export const flagged = (question = 'q', isFlagged = true): Draft => ({
  type: 'question-flagged',
  session,
  bank,
  question,
  flagged: isFlagged,
});

export const finished = (right = 1, count = 1, of = session): Draft => ({
  type: 'session-finished',
  session: of,
  right,
  answered: count,
  of: count,
});

export const graded = (question = 'q', more: Partial<CardGraded> = {}): CardGraded => ({
  type: 'card-graded',
  session,
  mode: 'flashcards',
  bank,
  question,
  revision: 1,
  domain: 'birds',
  objective: 'flight',
  kind: 'card',
  grade: 'good',
  ms: 1000,
  first: true,
  ...more,
});

/** One of every type. */
export const everyDraft: { readonly [Type in Draft['type']]: Draft & { type: Type } } = {
  'session-started': started(),
  'question-shown': { type: 'question-shown', session, bank, question: 'q' },
  'question-answered': answered(),
  'choice-made': {
    type: 'choice-made',
    session,
    bank,
    question: 'q',
    answer: { ids: ['a'] },
    guess: false,
  },
  'seat-flagged': { type: 'seat-flagged', session, question: 'q', flagged: true },
  'clock-hidden': { type: 'clock-hidden', session, hidden: true },
  'question-skipped': { type: 'question-skipped', session, bank, question: 'q' },
  'question-flagged': { type: 'question-flagged', session, bank, question: 'q', flagged: true },
  'question-reported': {
    type: 'question-reported',
    session,
    bank,
    question: 'q',
    revision: 1,
    seed: 'seed',
    note: 'The key is wrong.',
  },
  'question-revealed': { type: 'question-revealed', bank, question: 'q' },
  'guide-item-done': { type: 'guide-item-done', bank, item: 'a-page', done: true },
  'card-revealed': { type: 'card-revealed', session, bank, question: 'q', part: 'back' },
  'card-graded': graded(),
  'grade-undone': { type: 'grade-undone', session, bank, question: 'q', revision: 1, event: 'id' },
  'card-buried': { type: 'card-buried', session, bank, question: 'q', revision: 1, until: '2026-11-22' },
  'card-suspended': { type: 'card-suspended', session, bank, question: 'q', revision: 1, suspended: true },
  'session-paused': { type: 'session-paused', session },
  'session-resumed': { type: 'session-resumed', session },
  'session-finished': { type: 'session-finished', session, right: 1, answered: 1, of: 1 },
  'history-forgotten': { type: 'history-forgotten', before: '2026-11-21T12:00:00.000Z' },
};
