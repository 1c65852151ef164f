import type { Calibration } from '../stats/calibration.ts';
import { dayWord, weekdayOf, type Day } from '../clock.ts';
import type { DomainLine } from '../stats/domains.ts';
import type { Habits } from '../stats/overview.ts';

/*
 * The plots of the statistics page as Vega-Lite specifications. Colours are variables of the page's style, so that a plot
 * is light or dark with it. Narrow on purpose: the labels must still be legible on a telephone.
 */

const width = 520;
const percentScale = { domain: [0, 1] };
const percentAxis = (title: string | null) => ({ format: '.0%', title, tickCount: 5 });
const mark = 'var(--mark)';

/** The forecast at one moment, in milliseconds since 1970. */
export interface ReadinessPoint {
  readonly at: number;
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** The share remembered on a day to come. */
export interface MemoryPoint {
  readonly day: Day;
  readonly share: number;
}

/** The chance of passing over time: its mean as a line, its bounds as a band. */
export const readinessPlot = (points: readonly ReadinessPoint[]): object => ({
  width,
  height: 220,
  data: { values: points },
  encoding: {
    x: { field: 'at', type: 'temporal', axis: { title: null, format: '%-d %b', tickCount: 6, grid: false } },
  },
  layer: [
    {
      mark: { type: 'area', color: mark, opacity: 0.25 },
      encoding: { y: { ...share('low'), axis: percentAxis('chance of passing') }, y2: { field: 'high' } },
    },
    {
      mark: { type: 'line', color: mark, point: { color: mark, size: 30 } },
      encoding: { y: share('mean') },
    },
  ],
});

/** Each domain's chance of a right answer with its bounds, against the pass mark in percent. */
export const domainPlot = (domains: readonly DomainLine[], passMark: number): object => ({
  ...besideLabels(Math.max(0, ...domains.map(({ title }) => title.length))),
  height: 28 * domains.length,
  data: {
    values: domains.flatMap(({ title, estimate }) => (estimate ? [{ title, ...estimate }] : [])),
  },
  layer: [
    {
      mark: { type: 'rule', color: mark, strokeWidth: 6, opacity: 0.35 },
      encoding: {
        y: domainAxis,
        x: { ...share('low'), axis: percentAxis('right on new questions') },
        x2: { field: 'high' },
      },
    },
    {
      mark: { type: 'point', color: mark, filled: true, size: 70, opacity: 1 },
      encoding: { y: domainAxis, x: share('mean') },
    },
    {
      data: { values: [{ mark: passMark / 100 }] },
      mark: { type: 'rule', color: 'var(--text)', strokeDash: [4, 3] },
      encoding: { x: share('mark') },
    },
  ],
});

/** Marked guesses and unmarked answers: how many were right, with intervals. */
export const calibrationPlot = ({ guessed, sure }: Calibration): object => ({
  ...besideLabels('marked as a guess'.length),
  height: 80,
  data: {
    values: [
      { what: 'not marked', share: sure.right / Math.max(1, sure.of), low: sure.low, high: sure.high },
      { what: 'marked as a guess', share: guessed.right / guessed.of, low: guessed.low, high: guessed.high },
    ],
  },
  encoding: { y: { field: 'what', type: 'nominal', sort: null, axis: { title: null } } },
  layer: [
    {
      mark: { type: 'bar', color: mark, opacity: 0.35, height: 18 },
      encoding: { x: { ...share('share'), axis: percentAxis('right') } },
    },
    {
      mark: { type: 'rule', color: 'var(--text)', strokeWidth: 2 },
      encoding: { x: share('low'), x2: { field: 'high' } },
    },
  ],
});

/** A year of days: a column a week, darker the more was done. */
export const heatmapPlot = ({ year }: Habits): object => {
  const first = (year[0]?.day ?? 0) - weekdayOf(year[0]?.day ?? 0);
  const most = Math.max(1, ...year.map(({ done }) => done));
  return {
    width,
    height: 90,
    data: {
      values: year.map(({ day, done }) => ({
        week: dayWord(first + 7 * Math.floor((day - first) / 7)),
        weekday: weekdays[weekdayOf(day)],
        shade: done === 0 ? 0 : 0.3 + (0.7 * done) / most,
      })),
    },
    mark: { type: 'rect', cornerRadius: 1, stroke: 'var(--ground)', strokeWidth: 1 },
    encoding: {
      x: {
        field: 'week',
        type: 'ordinal',
        axis: {
          title: null,
          ticks: false,
          domain: false,
          labelAngle: 0,
          labelOverlap: true,
          labelExpr:
            "date(toDate(datum.value + 'T00:00:00')) <= 7 ? timeFormat(toDate(datum.value + 'T00:00:00'), '%b') : ''",
        },
      },
      y: {
        field: 'weekday',
        type: 'ordinal',
        sort: weekdays,
        axis: { title: null, ticks: false, domain: false, values: ['Mon', 'Wed', 'Fri', 'Sun'] },
      },
      fill: { condition: { test: 'datum.shade > 0', value: mark }, value: 'var(--line)' },
      fillOpacity: {
        condition: {
          test: 'datum.shade > 0',
          field: 'shade',
          type: 'quantitative',
          scale: { domain: [0, 1], range: [0, 1] },
          legend: null,
        },
        value: 0.5,
      },
    },
  };
};

/** The share that will be remembered, day by day up to the exam. */
export const memoryPlot = (points: readonly MemoryPoint[]): object => ({
  width,
  height: 180,
  data: { values: points.map(({ day, share: remembered }) => ({ at: dayWord(day), remembered })) },
  mark: { type: 'line', color: mark },
  encoding: {
    x: { field: 'at', type: 'temporal', axis: { title: null, format: '%-d %b', tickCount: 6, grid: false } },
    y: { ...share('remembered'), axis: percentAxis('remembered') },
  },
});

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

const domainAxis = {
  field: 'title',
  type: 'nominal',
  sort: null,
  axis: { title: null, labelLimit: 0, ticks: false, domain: false, grid: false },
};

/**
 * Room on the left for labels of so many letters. Without a screen the library takes every letter for the widest one, and
 * would leave half the plot empty.
 */
const besideLabels = (letters: number) => {
  const left = 7 * letters + 10;
  return {
    width: Math.max(240, width + 40 - left),
    autosize: 'none',
    padding: { left, right: 20, top: 5, bottom: 40 },
  };
};

const share = (field: string) => ({ field, type: 'quantitative', scale: percentScale });
