import { readingFrom } from './reading.ts';
import type { Bank } from '../bank/bank.ts';
import { dayNamed, dayNow, dayOf, type Day } from '../clock.ts';
import type { Context } from '../context.ts';
import { exposure } from '../draw/exposure.ts';
import { freshExams } from '../draw/reserve.ts';
import type { PlanRequest } from '../schedule/plan.ts';
import { scheduleFold } from '../schedule/schedule.ts';
import { studyOf, type StudyRequest, type StudySettings } from '../schedule/study.ts';
import { sessionListing } from '../session/listing.ts';
import { modes } from '../session/modes.ts';
import { foldHistory } from '../store/history.ts';
import type { Fold } from '../events/fold.ts';
import type { Paths } from '../store/paths.ts';
import { findingNotices, type SessionHistory } from './history-notices.ts';

/**
 * What settings, clock and history say of a bank's cards, and what is to be said of the history. `reads` decides what
 * becomes of a history that cannot be written to or read; looking at it never refuses one that a newer cca wrote.
 */
export function studyRequest(
  { blueprint, rows }: Bank,
  context: Context,
  reads: Reads = looks,
): { request: StudyRequest; notices: readonly string[] } {
  const rollover = context.settings['rollover-hour'];
  const { state: schedule, notices } = reads(scheduleFold(rollover), context.paths);
  const request = {
    blueprint,
    rows,
    schedule,
    seen: reads(exposure, context.paths).state[blueprint.id] ?? {},
    settings: studySettings(context),
    today: dayNow(context.clock, rollover),
  };
  return { request, notices };
}

/** How history is read. */
type Reads = <State>(fold: Fold<State>, paths: Paths) => SessionHistory<State>;

const looks: Reads = (fold, paths) => {
  const { state, findings } = foldHistory(fold, paths);
  return { state, notices: findingNotices(findings) };
};

const studySettings = ({ settings }: Context): StudySettings => ({
  retention: settings.retention,
  newPerDay: settings['new-per-day'],
  minutes: settings['minutes-a-day'],
  exam: dayNamed(settings['exam-date']),
});

/** How far the plan looks where no exam is set. */
const horizon = 14;

/** What the plan of a bank's cards starts from. */
export function planRequest(bank: Bank, request: StudyRequest, context: Context): PlanRequest {
  const { blueprint, rows } = bank;
  return {
    ...studyOf(request),
    domains: blueprint.domains,
    reading: readingFrom(bank, context).reading,
    exams: {
      fresh: freshExams(blueprint, rows, request.seen),
      taken: examsTaken(blueprint.id, context),
      minutes: blueprint.minutes,
    },
    horizon,
  };
}

/** The days on which exams of a bank were handed in. */
function examsTaken(bank: string, { paths, settings, clock }: Context): Day[] {
  return Object.values(foldHistory(sessionListing, paths).state)
    .filter(({ mode, finished, bank: of }) => of === bank && finished && mode === modes['mock-exam'].name)
    .map(({ last }) => {
      const at = Date.parse(last);
      return dayOf(at, clock.offset(at), settings['rollover-hour']);
    });
}
