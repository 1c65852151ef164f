import type { Day } from '../clock.ts';
import type { Blueprint, Domain } from '../bank/blueprint.ts';
import type { FirstTry } from './evidence.ts';
import type { Estimate } from './forecast.ts';
import type { Count, StudyDays } from './habits.ts';
import { addTally, addTo } from './habits.ts';
import { shareOf, type Share } from './share.ts';

/** How first tries have gone lately against those before: `-` while there are too few to say. */
export type Trend = 'up' | 'down' | 'level' | '-';

/** A domain or an objective in numbers. */
export interface Line {
  readonly slug: string;
  readonly title: string;
  readonly answered: number;
  readonly right: number;
  readonly first: Share;
  readonly last: Day | undefined;
}

export interface DomainLine extends Line {
  /** Percent of the exam. */
  readonly weight: number;
  readonly trend: Trend;
  /** The share of it that is remembered today, from 0 to 1; undefined without a schedule. */
  readonly memory: number | undefined;
  /** The chance that a new question is answered right; undefined while there is no forecast. */
  readonly estimate: Estimate | undefined;
  readonly objectives: readonly Line[];
}

/**
 * Every domain of the blueprint, weakest first: by the upper end of the interval, so that what is surely weak stands above
 * what nobody has looked at yet. `firsts` in the order they were answered.
 */
export function domainLines(
  { domains }: Blueprint,
  days: StudyDays,
  firsts: readonly FirstTry[],
  known: {
    readonly memory?: Readonly<Record<string, number>> | undefined;
    readonly estimates?: Readonly<Record<string, Estimate>> | undefined;
  },
): DomainLine[] {
  const counted = countsOf(days);
  return domains
    .map(domain => ({
      ...lineOf(domain, [...(counted.get(domain.slug)?.values() ?? [])]),
      weight: domain.weight,
      trend: trendOf(firsts.filter(first => first.domain === domain.slug)),
      memory: known.memory?.[domain.slug],
      estimate: known.estimates?.[domain.slug],
      objectives: objectiveLines(domain, counted.get(domain.slug)),
    }))
    .sort(weakestFirst);
}

const weakestFirst = (a: Line, b: Line) => a.first.high - b.first.high || b.first.of - a.first.of;

const objectiveLines = ({ objectives }: Domain, counted: ReadonlyMap<string, Dated> | undefined): Line[] =>
  objectives
    .map(objective => {
      const counts = counted?.get(objective.slug);
      return lineOf(objective, counts ? [counts] : []);
    })
    .sort(weakestFirst);

interface Dated extends Count {
  last: Day;
}

/** Counts by domain, then objective, with the last day of each. */
function countsOf(days: StudyDays): Map<string, Map<string, Dated>> {
  const domains = new Map<string, Map<string, Dated>>();
  for (const [day, { counts }] of Object.entries(days))
    for (const [domain, objectives] of Object.entries(counts))
      for (const [objective, tally] of Object.entries(objectives)) {
        const own = domains.get(domain) ?? new Map<string, Dated>();
        domains.set(domain, own);
        const total = own.get(objective) ?? { answered: 0, right: 0, firstTries: 0, firstRight: 0, last: 0 };
        own.set(objective, total);
        addTally(total, tally);
        total.last = Math.max(total.last, Number(day));
      }
  return domains;
}

function lineOf({ slug, title }: { slug: string; title: string }, counts: readonly Dated[]): Line {
  const total = { answered: 0, right: 0, firstTries: 0, firstRight: 0 };
  for (const count of counts) addTo(total, count);
  return {
    slug,
    title,
    answered: total.answered,
    right: total.right,
    first: shareOf(total.firstRight, total.firstTries),
    last: counts.length === 0 ? undefined : Math.max(...counts.map(count => count.last)),
  };
}

/** The latest tries that are held against those before, and by how much they must differ to be more than chance. */
const lately = 10;
const telling = 0.2;

function trendOf(firsts: readonly FirstTry[]): Trend {
  if (firsts.length < 2 * lately) return '-';
  const share = (tries: readonly FirstTry[]) => tries.filter(first => first.right).length / tries.length;
  const change = share(firsts.slice(-lately)) - share(firsts.slice(0, -lately));
  return Math.abs(change) < telling ? 'level' : change > 0 ? 'up' : 'down';
}
