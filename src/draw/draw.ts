import type { Row } from '../bank/bank.ts';
import type { Blueprint } from '../bank/blueprint.ts';
import { stream } from '../rng.ts';
import type { Seen } from './exposure.ts';
import { passes, type Filters } from './filter.ts';
import { lineUp } from './lineup.ts';
import { allotSeats } from './seats.ts';

export interface DrawRequest {
  readonly blueprint: Blueprint;
  readonly rows: readonly Row[];
  readonly filters: Filters;
  /** How many questions. */
  readonly count: number;
  readonly seed: string;
  /** The learner gave the seed: history is left out, so that everyone gets the same draw. */
  readonly given: boolean;
  /** What history says of this bank's questions, by id. Filters always see it. */
  readonly seen: Readonly<Record<string, Seen>>;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/**
 * Which questions a session asks, in the order it asks them: a pure function of the request. Enemies are kept apart
 * first, then domain quotas hold, then repeats are avoided. Fewer than `count` come back when there are no more.
 */
export function draw(request: DrawRequest): Row[] {
  const { blueprint, filters, count, seed } = request;
  const pool = request.rows.filter(row => passes(row, request.seen[row.id], filters));
  const domains = blueprint.domains
    .map(({ slug, weight }) => ({ slug, weight, rows: pool.filter(row => row.domain === slug) }))
    .filter(({ rows }) => rows.length > 0);
  const total = domains.reduce((sum, { weight }) => sum + weight, 0);
  const byDomain = domains.map(({ slug, weight, rows }) => {
    const quotaBound = Math.ceil((count * weight) / total);
    return { slug, weight, lineup: lineUp(rows, quotaBound, request) };
  });
  const shares = byDomain.map(({ slug, weight, lineup }) => ({ slug, weight, available: lineup.length }));
  const fullLength = count === blueprint.questions;
  const seats = allotSeats(shares, count, fullLength, stream(seed, 'seats'));
  const taken = byDomain.flatMap(({ slug, lineup }) => lineup.slice(0, seats.get(slug)));
  return stream(seed, 'order').shuffle(taken);
}
