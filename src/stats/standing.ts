import { dayOf, momentOf } from '../clock.ts';
import type { Event, QuestionAnswered } from '../events/events.ts';
import { own, ownAgain, type Fold } from '../events/fold.ts';
import { gatherEvidence, noEvidence, type Evidence } from './evidence.ts';
import type { StudyDay, Tally } from './habits.ts';
import { recordAnswer, type QuestionRecord, type QuestionRecords } from './mistakes.ts';

/** All that statistics need of one bank's history. Grows with questions and days, never with answers. */
export interface Standing {
  readonly evidence: Evidence;
  /** By number of the day, as a word. */
  readonly days: Record<string, StudyDay>;
  /** Answers in each hour of the local day, from 0. */
  readonly hours: number[];
  readonly questions: QuestionRecords;
  readonly flagged: Record<string, boolean>;
}

/** By bank id. */
export type Standings = Record<string, Standing>;

/** Everything `cca stats` shows, in one pass. A day of study ends at the rollover hour, from 0 to 12. */
export const standings = (rolloverHour: number): Fold<Standings> => ({
  name: `standings-${rolloverHour}`,
  version: 5,
  start: () => ({}),
  step(state, event) {
    if (event.type === 'question-answered') {
      const standing = standingOf(state, event.bank);
      gatherEvidence(standing.evidence, event);
      const record = recordAnswer(standing.questions, event);
      const at = localTime(event);
      recordDay(dayAt(standing, at, rolloverHour), event, record);
      recordHour(standing.hours, at);
    } else if (event.type === 'question-flagged')
      standingOf(state, event.bank).flagged[event.question] = event.flagged;
    else if (event.type === 'card-graded') {
      const standing = standingOf(state, event.bank);
      gatherEvidence(standing.evidence, event);
      const day = dayAt(standing, localTime(event), rolloverHour);
      day.cards++;
      day.ms += event.ms;
    }
  },
});

export const emptyStanding = (): Standing => ({
  evidence: noEvidence(),
  days: {},
  hours: Array<number>(24).fill(0),
  questions: {},
  flagged: {},
});

const standingOf = ownAgain(emptyStanding);

const dayAt = ({ days }: Standing, at: number, rolloverHour: number): StudyDay =>
  studyOf(days, dayOf(at, 0, rolloverHour));

function recordDay(day: StudyDay, event: QuestionAnswered, record: QuestionRecord): void {
  const ms = Number.isFinite(event.ms) ? event.ms : 0;
  day.ms += ms;
  day.answerMs += ms;
  day.answered++;
  if (event.correct) day.right++;
  if (event.guess) day.guessed++;
  if (event.guess && event.correct) day.guessedRight++;
  // The record's own words, where they are the same: as keys they have been looked up before, which makes them quick.
  const domain = event.domain === record.domain ? record.domain : event.domain;
  const objective = event.objective === record.objective ? record.objective : event.objective;
  const tally = own(own(day.counts, domain, noObjectives), objective, noAnswers);
  tally[0]++;
  if (event.correct) tally[1]++;
  if (event.first) tally[2]++;
  if (event.first && event.correct) tally[3]++;
}

function recordHour(hours: number[], at: number): void {
  const hour = Math.floor(at / 3_600_000) % 24;
  hours[hour] = (hours[hour] ?? 0) + 1;
}

const noObjectives = (): StudyDay['counts'][string] => ({});
const noAnswers = (): Tally => [0, 0, 0, 0];
const noStudy = (): StudyDay => ({
  cards: 0,
  answered: 0,
  right: 0,
  ms: 0,
  answerMs: 0,
  guessed: 0,
  guessedRight: 0,
  counts: {},
});
const studyOf = ownAgain(noStudy);

/** Milliseconds by the clock where the event happened: a day is the learner's own, wherever that was. */
const localTime = ({ time, offset }: Event): number =>
  momentOf(time) + (Number.isFinite(offset) ? offset * 60_000 : 0);
