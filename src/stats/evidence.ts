import type { Event, QuestionAnswered } from '../events/events.ts';
import { own } from '../events/fold.ts';
import { guessingFloor } from '../question/guessing.ts';

/** The first answer to a question that the learner had never seen: all that says how new questions would go. */
export interface FirstTry {
  readonly domain: string;
  readonly kind: string;
  readonly difficulty: string;
  /** The chance of being right without knowing, from the number of options. */
  readonly floor: number;
  readonly right: boolean;
  readonly guess: boolean;
  /** How many repeats came before it. */
  readonly repeats: number;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** What the forecast of the exam rests on, for one bank. Grows with the questions, not with the answers. */
export interface Evidence {
  /** Answers and graded cards so far. */
  studied: number;
  /** Answers to questions met before: practice that was seen to be done, by which ability may have grown. */
  repeats: number;
  /** By question id. */
  readonly firsts: Record<string, FirstTry>;
}

export const noEvidence = (): Evidence => ({ studied: 0, repeats: 0, firsts: {} });

/** Takes one event in. A repeat and a card are practice and nothing else: being right there may be memory of the very question. */
export function gatherEvidence(evidence: Evidence, event: Event): void {
  if (event.type === 'question-answered') {
    if (event.first) own(evidence.firsts, event.question, () => firstTry(event, evidence.repeats));
    else evidence.repeats++;
    evidence.studied++;
  } else if (event.type === 'card-graded') evidence.studied++;
}

const firstTry = (event: QuestionAnswered & Event, repeats: number): FirstTry => ({
  domain: event.domain,
  kind: event.kind,
  difficulty: event.difficulty,
  // A program of another hand may have left out what was shown.
  floor: guessingFloor(event.kind, Array.isArray(event.shown) ? event.shown.length : 0, event.answer),
  right: event.correct,
  guess: event.guess,
  repeats,
  at: Date.parse(event.time),
});

/** The evidence as it stood at a moment: what came later is left out. `studied` is how much had been practised by then. */
export function evidenceUntil({ firsts }: Evidence, at: number, studied: number): Evidence {
  const kept = Object.entries(firsts).filter(([, first]) => first.at <= at);
  // Repeats are known as of the last first try: close enough, and nothing more need be kept.
  const repeats = kept.reduce((most, [, first]) => Math.max(most, first.repeats), 0);
  return { studied, repeats, firsts: Object.fromEntries(kept) };
}
