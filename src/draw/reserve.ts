import type { Row } from '../bank/bank.ts';
import type { Blueprint } from '../bank/blueprint.ts';
import { stream } from '../rng.ts';
import type { Seen } from './exposure.ts';
import { poolsOf, type Pool } from './pools.ts';
import { allotSeats } from './seats.ts';

/** How many full exams are kept back. */
const keptExams = 2;

/** The seats of a full exam by domain, were there enough questions. */
export function fullQuotas({ domains, questions }: Blueprint): Map<string, number> {
  const shares = domains.map(({ slug, weight }) => ({ slug, weight, available: Infinity }));
  return allotSeats(shares, questions, true, stream('', 'seats'));
}

/** Whether exams ask this question. */
export const ofExams =
  ({ examKinds }: Blueprint) =>
  (row: Row) =>
    examKinds.includes(row.kind);

/** The questions by domain, with the marks that tell which are kept back. `quotas` are those of a full exam. */
export function examPools(
  blueprint: Blueprint,
  quotas: ReadonlyMap<string, number>,
  rows: readonly Row[],
  isAsked: (row: Row) => boolean,
): Map<string, Pool> {
  return poolsOf(rows, isAsked, ofExams(blueprint), keptExams * Math.max(...quotas.values()));
}

/**
 * The highest mark of a question kept back, of those of one domain that exams ask; -1 when none is. The questions of two full
 * exams are kept back, at most half of a domain, chosen by a hash of their ids: there is still something fresh when the
 * exam is near.
 */
export function lastKept({ examMarks }: Pool, quota: number): number {
  const count = Math.min(Math.floor(examMarks.told() / 2), keptExams * quota);
  return examMarks.first(count).at(-1) ?? -1;
}

/** The ids of all questions kept back. */
export function reservedForExams(blueprint: Blueprint, rows: readonly Row[]): ReadonlySet<string> {
  const quotas = fullQuotas(blueprint);
  const kept = [...examPools(blueprint, quotas, rows, ofExams(blueprint))].flatMap(([slug, pool]) => {
    const last = lastKept(pool, quotas.get(slug) ?? 0);
    return pool.rows.filter((_, index) => (pool.marks[index] as number) <= last);
  });
  return new Set(kept.map(row => row.id));
}

/** How many full exams could be drawn from questions this learner has never seen. */
export function freshExams(
  blueprint: Blueprint,
  rows: readonly Row[],
  seen: Readonly<Record<string, Seen>>,
): number {
  const fresh = new Map<string, number>();
  for (const { id, domain } of rows.filter(ofExams(blueprint)))
    if (seen[id]?.first === undefined) fresh.set(domain, (fresh.get(domain) ?? 0) + 1);
  const each = [...fullQuotas(blueprint)].map(([slug, quota]) =>
    quota === 0 ? Infinity : Math.floor((fresh.get(slug) ?? 0) / quota),
  );
  return Math.min(...each);
}
