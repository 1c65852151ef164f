import { counted } from '../counted.ts';
import { dayAndMonth, dayWord, weekdayAndDay, type Day } from '../clock.ts';
import type { Plan, PlanDay } from '../schedule/plan.ts';

/** One row of a plan: when, what, and how long it takes. */
export interface PlanRow {
  readonly when: string;
  readonly what: string;
  readonly time: string;
}

/** Days listed one by one; later ones stand together by week. */
const listed = 14;

/** The days of a plan as rows: the next two weeks day by day, then by week, and the sweep as one. */
export function planRows({ days }: Plan): PlanRow[] {
  const [today] = days;
  if (!today) return [];
  const single = days.slice(0, listed).filter(day => !day.isSweep || day === today);
  const later = days.slice(listed).filter(day => !day.isSweep);
  const weeks = Array.from({ length: Math.ceil(later.length / 7) }, (_, i) => later.slice(i * 7, i * 7 + 7));
  const sweep = days.filter(day => day.isSweep && day !== today);
  return [
    ...single.map(day => dayRow(day, today.day)),
    ...shortened(weeks).map(weekRow),
    ...(sweep.length > 0 ? [sweepRow(sweep)] : []),
  ];
}

/** An exam years away: the first weeks and the last say enough. */
const shortened = (weeks: readonly PlanDay[][]): PlanDay[][] =>
  weeks.length > 12 ? [...weeks.slice(0, 4), weeks.slice(4, -4).flat(), ...weeks.slice(-4)] : [...weeks];

const dayRow = (day: PlanDay, today: Day): PlanRow => ({
  when: day.day === today ? 'today' : weekdayAndDay(day.day),
  what: dayWords(day).join(', ') || 'nothing due',
  time: day.minutes > 0 ? `${day.minutes} min` : '',
});

/** A day's work in words: `32 cards, 8 new, mock exam 2`. */
export const dayWords = ({ due, fresh, reading, exam, isSweep }: PlanDay): string[] => [
  ...(due > 0 ? [`${counted(due, 'card')}${isSweep ? ' of the final sweep' : ''}`] : []),
  ...(fresh > 0 ? [`${fresh} new`] : []),
  ...reading.map(({ title }) => `read ${title}`),
  ...(exam === undefined ? [] : [`mock exam ${exam}${exam === 1 ? ' (a first baseline)' : ''}`]),
];

function weekRow(days: readonly PlanDay[]): PlanRow {
  const mean = (of: (day: PlanDay) => number) =>
    Math.round(days.reduce((sum, day) => sum + of(day), 0) / days.length);
  const fresh = days.reduce((sum, day) => sum + day.fresh, 0);
  const exams = days.flatMap(({ day, exam }) =>
    exam === undefined ? [] : [`mock exam ${exam} on ${weekdayAndDay(day)}`],
  );
  const reading = days.reduce((sum, day) => sum + day.reading.length, 0);
  return {
    when: span(days),
    what: [
      `about ${counted(
        mean(({ due }) => due),
        'card',
      )} a day`,
      ...(fresh > 0 ? [`${fresh} new in all`] : []),
      ...(reading > 0 ? [`${counted(reading, 'page')} to read`] : []),
      ...exams,
    ].join(', '),
    time: `${mean(({ minutes }) => minutes)} min a day`,
  };
}

function sweepRow(days: readonly PlanDay[]): PlanRow {
  const minutes = Math.round(days.reduce((sum, day) => sum + day.minutes, 0) / days.length);
  const exams = days.flatMap(({ day, exam }) =>
    exam === undefined ? [] : [`, mock exam ${exam} on ${weekdayAndDay(day)}`],
  );
  return {
    when: span(days),
    what: `final sweep: every card once, weakest first${exams.join('')}`,
    time: `${minutes} min a day`,
  };
}

const span = (days: readonly PlanDay[]) =>
  [...new Set([days[0], days.at(-1)].map(day => dayAndMonth((day as PlanDay).day)))].join(' to ');

const percent = (chance: number) => `${Math.round(100 * chance)}%`;

/** What is said above the rows: how far the exam is, what comes of keeping the plan, and where `minutes` a day do not hold. */
export function planHeadline(plan: Plan, exam: Day | undefined, today: Day, minutes: number): string[] {
  if (exam === undefined)
    return [
      `No exam date is set, so this looks two weeks ahead and plans no final sweep. Set it with: cca config set exam-date ${dayWord(today + 28)}`,
    ];
  const away = exam - today;
  return [
    `${dayAndMonth(exam)} is ${counted(away, 'day')} away. Expected memory on the day: ${percent(plan.kept)} with this plan kept, ${percent(plan.now)} with nothing more done.`,
    ...(away <= 3 ? ['That is too close for new cards to settle: what you know already comes first.'] : []),
    ...leftOutLines(plan, minutes),
    ...(plan.exams === 0 ? [noExamWords(plan)] : []),
    ...(plan.days.some(day => day.exam !== undefined && day.minutes > minutes)
      ? [`A day with a mock exam takes longer than your ${counted(minutes, 'minute')} a day.`]
      : []),
  ];
}

const noExamWords = ({ freshExams }: Plan): string =>
  freshExams === 0
    ? 'No mock exam is planned: not enough questions are left that you have never seen. One with seen questions is still practice: cca mock-exam'
    : 'No mock exam is planned: the last one should stand two days before the exam, and that has passed.';

/** What does not fit, least weight first. */
function leftOutLines({ domains }: Plan, minutes: number): string[] {
  const left = domains.filter(({ leftOut }) => leftOut > 0).toSorted((a, b) => a.weight - b.weight);
  if (left.length === 0) return [];
  const words = left.map(({ title, leftOut }) => `${title} ${leftOut}`).join(', ');
  return [
    `Not everything fits. Cards left out, least weight first: ${words}. More would fit with: cca config set minutes-a-day ${2 * minutes}, or a higher new-per-day`,
  ];
}

/** Each domain's expected memory on the exam's day, now and with the plan kept. */
export const outlookRows = ({ domains }: Plan): { title: string; words: string }[] =>
  domains.map(({ title, weight, cards, now, kept }) => ({
    title,
    words: `${String(weight).padStart(3)}%  ${String(cards).padStart(4)} ${cards === 1 ? 'card ' : 'cards'}  ${percent(now).padStart(4)} now  ${percent(kept).padStart(4)} kept`,
  }));

/** A plan as other programs read it: days as words. */
export const exportPlan = (plan: Plan, exam: Day | undefined) => ({
  exam: exam === undefined ? null : dayWord(exam),
  kept: plan.kept,
  now: plan.now,
  sweepFrom: plan.sweepFrom === undefined ? null : dayWord(plan.sweepFrom),
  domains: plan.domains,
  days: plan.days.map(({ day, exam: mock, reading, ...rest }) => ({
    day: dayWord(day),
    ...rest,
    exam: mock ?? null,
    reading: reading.map(({ id, title, minutes }) => ({
      id,
      title,
      ...(minutes !== undefined && { minutes }),
    })),
  })),
});
