import type { Row } from '../bank/bank.ts';
import type { Blueprint } from '../bank/blueprint.ts';
import { keyedBy, stream } from '../rng.ts';
import type { Seen } from './exposure.ts';
import { byDomain } from './by-domain.ts';
import { upTo } from './lineup.ts';
import { inSequence } from './sequence.ts';
import { allotSeats } from './seats.ts';

/** How many full exams are kept back. */
const keptExams = 2;

/** The seats of a full exam by domain, were there enough questions. */
export function fullQuotas({ domains, questions }: Blueprint): Map<string, number> {
  const shares = domains.map(({ slug, weight }) => ({ slug, weight, available: Infinity }));
  return allotSeats(shares, questions, true, stream('', 'seats'));
}

const examRows = (blueprint: Blueprint, rows: readonly Row[]) =>
  byDomain(rows, row => blueprint.examKinds.includes(row.kind));

/**
 * The questions of two full exams, at most half of a domain, chosen by a hash of their ids: kept back, so that there is
 * still something fresh when the exam is near.
 */
export function reservedForExams(blueprint: Blueprint, rows: readonly Row[]): ReadonlySet<string> {
  const quotas = fullQuotas(blueprint);
  const chanceOf = keyedBy('reserve\n');
  const reserved = new Set<string>();
  for (const [slug, own] of examRows(blueprint, rows)) {
    const count = Math.min(Math.floor(own.length / 2), keptExams * (quotas.get(slug) ?? 0));
    const byChance = inSequence(
      own,
      own.map(({ id }) => chanceOf(id)),
    );
    for (const { id } of upTo(byChance, count)) reserved.add(id);
  }
  return reserved;
}

/** How many full exams could be drawn from questions this learner has never seen. */
export function freshExams(
  blueprint: Blueprint,
  rows: readonly Row[],
  seen: Readonly<Record<string, Seen>>,
): number {
  const quotas = fullQuotas(blueprint);
  const own = examRows(blueprint, rows);
  const each = blueprint.domains.map(({ slug }) => {
    const fresh = (own.get(slug) ?? []).filter(row => seen[row.id]?.first === undefined).length;
    const quota = quotas.get(slug) ?? 0;
    return quota === 0 ? Infinity : Math.floor(fresh / quota);
  });
  return Math.min(...each);
}
