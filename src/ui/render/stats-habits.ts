import { dayAndMonth, weekdayOf } from '../../clock.ts';
import type { Habits } from '../../stats/overview.ts';
import type { Theme } from '../theme.ts';
import { flow, hang } from './text.ts';

/** The last days shown as a row of small bars. */
const recent = 14;

/** How much was done and when: the last two weeks, streak, pace, time of day, and a year as a calendar. */
export function habitLines(habits: Habits, width: number, theme: Theme, streak: boolean): string[] {
  const lately = habits.year.slice(-recent);
  const sum = (of: 'done' | 'minutes') => lately.reduce((total, day) => total + day[of], 0);
  const pieces = [
    `${spark(
      lately.map(day => day.done),
      theme,
    )}  ${sum('done')} in ${recent} days, ${sum('minutes')} min`,
    ...(streak && habits.streak.days > 1 ? [`streak ${habits.streak.days} days`] : []),
    ...(habits.pace.own === undefined
      ? []
      : [`pace ${Math.round(habits.pace.own)} s (exam ${Math.round(habits.pace.exam)} s)`]),
    ...usualHours(habits.hours),
  ];
  const label = `${theme.strong('Days')}  `;
  const lines = flow(pieces, width - 6);
  return [
    ...lines.flatMap((line, index) => hang(index === 0 ? label : '      ', line, width)),
    ...(habits.active > 0 ? ['', ...calendar(habits, width, theme)] : []),
  ];
}

/** Numbers as bars of eight heights, the largest the highest. */
function spark(numbers: readonly number[], theme: Theme): string {
  const heights = theme.unicode ? '▁▂▃▄▅▆▇█' : '.:-=+*%#';
  const most = Math.max(1, ...numbers);
  return numbers.map(number => heights[Math.min(7, Math.ceil((number / most) * 7))] ?? '').join('');
}

/** `mostly 19 to 22 h`: the three hours in a row in which most was answered. */
function usualHours(hours: readonly number[]): string[] {
  const total = hours.reduce((sum, hour) => sum + hour, 0);
  if (total < 20) return [];
  const around = hours.map((_, i) => [0, 1, 2].reduce((sum, j) => sum + (hours[(i + j) % 24] ?? 0), 0));
  const best = around.indexOf(Math.max(...around));
  return (around[best] ?? 0) * 2 >= total ? [`mostly ${best} to ${(best + 3) % 24} h`] : [];
}

/** A year of days, a column a week, Monday first: as many weeks as fit. */
function calendar({ year }: Habits, width: number, theme: Theme): string[] {
  const marks = theme.unicode ? ['·', '░', '▒', '▓', '█'] : ['.', '-', '+', '*', '#'];
  const most = Math.max(1, ...year.map(({ done }) => done));
  const today = year.at(-1)?.day ?? 0;
  const thisMonday = today - weekdayOf(today);
  const weeks = Math.max(4, Math.min(53, width - 5));
  const first = thisMonday - 7 * (weeks - 1);
  const doneOn = new Map(year.map(({ day, done }) => [day, done]));
  const mark = (day: number) => {
    if (day > today) return ' ';
    const done = doneOn.get(day) ?? 0;
    return marks[done === 0 ? 0 : Math.min(4, Math.ceil((done / most) * 4))] ?? '';
  };
  const rows = ['Mon', '', 'Wed', '', 'Fri', '', 'Sun'].map((label, weekday) => {
    const days = Array.from({ length: weeks }, (_, week) => mark(first + 7 * week + weekday));
    return `${label.padEnd(4)} ${days.join('')}`.trimEnd();
  });
  return [`${' '.repeat(5)}${monthsAbove(first, weeks)}`.trimEnd(), ...rows];
}

/** The names of months over the weeks in which they begin. */
function monthsAbove(first: number, weeks: number): string {
  let line = '';
  let before = '';
  for (let week = 0; week < weeks; week++) {
    const month = dayAndMonth(first + 7 * week).split(' ')[1] ?? '';
    if (month !== before && line.length <= week) line = `${line.padEnd(week)}${month} `;
    before = month;
  }
  return line.slice(0, weeks);
}
