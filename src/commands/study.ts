import type { Bank } from '../bank/bank.ts';
import { dayNamed, dayNow } from '../clock.ts';
import type { Context } from '../context.ts';
import { exposure } from '../draw/exposure.ts';
import { scheduleFold } from '../schedule/schedule.ts';
import type { StudyRequest, StudySettings } from '../schedule/study.ts';
import { historyFor } from './history-notices.ts';

/** What settings, clock and history say of a bank's cards, and what is to be said of the history. */
export function studyRequest(
  bank: Bank,
  context: Context,
  dry = false,
): { request: StudyRequest; notices: readonly string[] } {
  const { blueprint, rows } = bank;
  const rollover = context.settings['rollover-hour'];
  const schedule = historyFor(scheduleFold(rollover), context.paths, dry);
  const seen = historyFor(exposure, context.paths, dry).state[blueprint.id] ?? {};
  const request = {
    blueprint,
    rows,
    schedule: schedule.state,
    seen,
    settings: studySettings(context),
    today: dayNow(context.clock, rollover),
  };
  return { request, notices: schedule.notices };
}

const studySettings = ({ settings }: Context): StudySettings => ({
  retention: settings.retention,
  newPerDay: settings['new-per-day'],
  minutes: settings['minutes-a-day'],
  exam: dayNamed(settings['exam-date']),
});
