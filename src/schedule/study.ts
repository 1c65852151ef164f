import type { Row } from '../bank/bank.ts';
import type { Blueprint } from '../bank/blueprint.ts';
import type { Day } from '../clock.ts';
import type { Seen } from '../draw/exposure.ts';
import { sweepOf, type Course, type Sweep } from './course.ts';
import { allCards, deckOf, isKnown, metOn, type DeckCard, type DeckFilters, type KnownCard } from './deck.ts';
import { nothingDue, noRests } from './rests.ts';
import { cardKey, type ScheduleState } from './schedule.ts';
import { partOf, type DayPart, type Limits, type Weights } from './today.ts';

/** What a learner has set, as far as cards go. */
export interface StudySettings {
  readonly retention: number;
  readonly newPerDay: number;
  readonly minutes: number;
  readonly exam: Day | undefined;
}

/** A bank's cards, and what decides when they come up. */
export interface Study {
  /** Every card of the bank that may be asked today. */
  readonly deck: readonly DeckCard[];
  readonly course: Course;
  readonly sweep: Sweep | undefined;
  readonly today: Day;
  readonly weights: Weights;
  readonly limits: Limits;
}

export interface StudyRequest {
  readonly blueprint: Blueprint;
  readonly rows: readonly Row[];
  readonly schedule: ScheduleState;
  readonly seen: Readonly<Record<string, Seen>>;
  readonly settings: StudySettings;
  readonly today: Day;
}

const usualSeconds = 20;
const enoughGrades = 20;

/** Puts together what today's part, a session and the plan all start from. */
export function studyOf(request: StudyRequest): Study {
  const { blueprint, schedule, settings, today } = request;
  const deck = deckIn(request, allCards);
  const course = { retention: settings.retention, exam: settings.exam };
  return {
    deck,
    course,
    sweep: sweepOf(
      deck.filter(isKnown).map(({ record }) => record),
      course,
      today,
    ),
    today,
    weights: new Map(blueprint.domains.map(({ slug, weight }) => [slug, weight])),
    limits: {
      newPerDay: settings.newPerDay,
      metToday: metOn(scheduledIn(request), today),
      minutes: settings.minutes,
      seconds: secondsPerCard(schedule),
    },
  };
}

/** The cards of the bank that fit these filters. */
export const deckIn = (request: StudyRequest, filters: DeckFilters): DeckCard[] =>
  deckOf({ ...request, scheduled: scheduledIn(request), filters });

/** The cards asked at least once, but for those buried and suspended. What else was seen makes no difference to these. */
export const metCards = (
  bank: Pick<StudyRequest, 'blueprint' | 'rows' | 'schedule'>,
  today: Day,
): KnownCard[] =>
  deckOf({ ...bank, scheduled: scheduledIn(bank), seen: {}, filters: allCards, today }).filter(isKnown);

/**
 * Answers, of two days of practice or of one and today, whether none of the bank's cards was due on any day between; by
 * the retention as it is set now.
 */
export function daysOff(
  bank: Pick<StudyRequest, 'blueprint' | 'rows' | 'schedule'>,
  retention: number,
  today: Day,
): (from: Day, to: Day) => boolean {
  const { rests } = bank.schedule;
  const scheduled = scheduledIn(bank);
  return nothingDue({
    rests: (Object.hasOwn(rests, bank.blueprint.id) ? rests[bank.blueprint.id] : undefined) ?? noRests(),
    cards: bank.rows
      .map(cardKey)
      .flatMap(key => (Object.hasOwn(scheduled, key) ? [scheduled[key] ?? {}] : [])),
    retention,
    today,
  });
}

const scheduledIn = ({ blueprint, schedule }: Pick<StudyRequest, 'blueprint' | 'schedule'>) =>
  (Object.hasOwn(schedule.banks, blueprint.id) ? schedule.banks[blueprint.id] : undefined) ?? {};

/** What the study asks today; of a part of its deck where one is given. */
export const todayIn = (study: Study, deck = study.deck, limits = study.limits): DayPart =>
  partOf(deck, study.course, study.sweep, study.today, study.weights, limits);

/** Seconds a card takes this learner, once there are enough grades to tell. */
const secondsPerCard = ({ pace }: ScheduleState): number =>
  pace.cards < enoughGrades ? usualSeconds : Math.min(120, Math.max(5, pace.ms / pace.cards / 1000));
