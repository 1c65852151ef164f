import { dayWord, type Day } from '../clock.ts';
import type { Line } from '../stats/domains.ts';
import type { Estimate } from '../stats/forecast.ts';
import type { Overview } from '../stats/overview.ts';
import type { Readiness } from '../stats/readiness.ts';
import type { StatsJson } from './stats-schema.ts';

/** An overview for programs. `streak` says whether streaks are shown. */
export function statsJson(seen: Overview, { streak }: { streak: boolean }): StatsJson {
  const { habits, mistakes, calibration, next } = seen;
  return {
    bank: seen.bank,
    title: seen.title,
    today: dayWord(seen.today),
    since: dayOrNull(seen.since),
    ...seen.totals,
    elsewhere: seen.elsewhere,
    readiness: readinessJson(seen.readiness),
    domains: seen.domains.map(domain => ({
      ...lineJson(domain),
      weight: domain.weight,
      trend: domain.trend,
      memory: domain.memory ?? null,
      estimate: domain.estimate ? rounded(domain.estimate) : null,
      objectives: domain.objectives.map(lineJson),
    })),
    habits: {
      active: habits.active,
      streak: streak ? habits.streak : null,
      days: habits.year
        .filter(({ done }) => done > 0)
        .map(({ day, done, minutes }) => ({ day: dayWord(day), done, minutes })),
      pace: { own: habits.pace.own === undefined ? null : round(habits.pace.own), exam: habits.pace.exam },
      hours: [...habits.hours],
    },
    mistakes: {
      mostMissed: [...mistakes.mostMissed],
      mixUps: [...mistakes.mixUps],
      flagged: [...mistakes.flagged],
      guessedRight: [...mistakes.guessedRight],
      sureWrong: mistakes.sureWrong,
    },
    calibration: calibration ?? null,
    next: { domain: next.domain ?? null, why: next.why, command: next.command },
  };
}

function readinessJson(ready: Readiness): StatsJson['readiness'] {
  if (ready.state === 'too-few') {
    const { state, firstTries, domain, missing, command } = ready;
    return { state, firstTries, domain: domain?.slug ?? null, missing, command };
  }
  const { state, firstTries, chance, score, needed, of } = ready;
  return { state, firstTries, chance: rounded(chance), score: rounded(score), needed, of };
}

const lineJson = ({ slug, title, answered, right, first, last }: Line) => ({
  slug,
  title,
  answered,
  right,
  firstTries: first.of,
  firstRight: first.right,
  low: round(first.low),
  high: round(first.high),
  last: dayOrNull(last),
});

const dayOrNull = (day: Day | undefined) => (day === undefined ? null : dayWord(day));
const round = (value: number) => Math.round(value * 1000) / 1000;
const rounded = ({ mean, low, high }: Estimate) => ({
  mean: round(mean),
  low: round(low),
  high: round(high),
});
