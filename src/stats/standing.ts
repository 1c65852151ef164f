import { dayOf } from '../clock.ts';
import type { Event, QuestionAnswered } from '../events/events.ts';
import { own, type Fold } from '../events/fold.ts';
import { gatherEvidence, noEvidence, type Evidence } from './evidence.ts';
import type { StudyDay, Tally } from './habits.ts';
import { recordAnswer, type QuestionRecords } from './mistakes.ts';

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
  version: 4,
  start: () => ({}),
  step(state, event) {
    const dayAt = ({ days }: Standing) =>
      own(days, String(dayOf(Date.parse(event.time), offsetOf(event), rolloverHour)), noStudy);
    if (event.type === 'question-answered') {
      const standing = own(state, event.bank, emptyStanding);
      gatherEvidence(standing.evidence, event);
      recordAnswer(standing.questions, event);
      recordDay(dayAt(standing), event);
      recordHour(standing.hours, event);
    } else if (event.type === 'question-flagged')
      own(state, event.bank, emptyStanding).flagged[event.question] = event.flagged;
    else if (event.type === 'card-graded') {
      const standing = own(state, event.bank, emptyStanding);
      gatherEvidence(standing.evidence, event);
      const day = dayAt(standing);
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

function recordDay(day: StudyDay, event: QuestionAnswered): void {
  const ms = Number.isFinite(event.ms) ? event.ms : 0;
  day.ms += ms;
  day.answerMs += ms;
  if (event.guess) day.guessed++;
  if (event.guess && event.correct) day.guessedRight++;
  const tally = own(own(day.counts, event.domain, noObjectives), event.objective, noAnswers);
  tally[0]++;
  if (event.correct) tally[1]++;
  if (event.first) tally[2]++;
  if (event.first && event.correct) tally[3]++;
}

function recordHour(hours: number[], event: Event): void {
  const hour = Math.floor((Date.parse(event.time) + offsetOf(event) * 60_000) / 3_600_000) % 24;
  hours[hour] = (hours[hour] ?? 0) + 1;
}

const noObjectives = (): StudyDay['counts'][string] => ({});
const noAnswers = (): Tally => [0, 0, 0, 0];
const noStudy = (): StudyDay => ({ cards: 0, ms: 0, answerMs: 0, guessed: 0, guessedRight: 0, counts: {} });

/** Local minutes ahead of UTC where the event happened: a day is the learner's own, wherever that was. */
const offsetOf = ({ offset }: Event): number => (Number.isFinite(offset) ? offset : 0);
