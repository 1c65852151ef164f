import type { Event, QuestionAnswered } from '../events/events.ts';
import { own } from '../events/fold.ts';
import { shapeOf } from '../question/kinds/index.ts';

/** How often an option was part of a wrong answer, and when last (ISO 8601). */
export interface WrongChoice {
  times: number;
  last: string;
}

/** What one question's answers say about the learner. */
export interface QuestionRecord {
  readonly domain: string;
  readonly objective: string;
  answered: number;
  missed: number;
  /** When it was last missed, ISO 8601; absent while it never was. */
  lastMissed?: string;
  latest?: 'right' | 'wrong';
  guessedRight: number;
  /** Wrong without a mark that it was a guess. */
  sureWrong: number;
  /** Options taken in wrong answers, by id: of several, the right ones among them too. */
  readonly chosen: Record<string, WrongChoice>;
}

/** By question id. */
export type QuestionRecords = Record<string, QuestionRecord>;

/** Takes an answer in, and gives the question's record. Text, orders and pairs have no options to be chosen twice. */
export function recordAnswer(records: QuestionRecords, event: QuestionAnswered & Event): QuestionRecord {
  const record = own(records, event.question, () => emptyRecord(event));
  record.answered++;
  record.latest = event.correct ? 'right' : 'wrong';
  if (event.correct) {
    if (event.guess) record.guessedRight++;
    return record;
  }
  record.missed++;
  record.lastMissed = event.time;
  if (!event.guess) record.sureWrong++;
  for (const id of chosenOptions(event)) {
    const choice = own(record.chosen, id, () => ({ times: 0, last: '' }));
    choice.times++;
    choice.last = event.time;
  }
  return record;
}

/** The options of an answer to a question that has options. */
export function chosenOptions({ kind, answer }: QuestionAnswered): readonly string[] {
  const shape = shapeOf(kind);
  return (shape === 'one' || shape === 'several') && 'ids' in answer ? answer.ids : [];
}

const emptyRecord = ({ domain, objective }: QuestionAnswered): QuestionRecord => ({
  domain,
  objective,
  answered: 0,
  missed: 0,
  guessedRight: 0,
  sureWrong: 0,
  chosen: {},
});
