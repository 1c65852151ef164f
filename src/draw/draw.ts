import type { Row } from '../bank/bank.ts';
import type { Blueprint } from '../bank/blueprint.ts';
import { keyed, stream } from '../rng.ts';
import type { Seen } from './exposure.ts';
import { passes, type Filters } from './filter.ts';
import { byDomain } from './by-domain.ts';
import { lineUp, mostApart, upTo } from './lineup.ts';
import { reservedForExams } from './reserve.ts';
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
  const pool = byDomain(request.rows, row => passes(row, request.seen[row.id], filters));
  const domains = blueprint.domains
    .map(({ slug, weight }) => ({ slug, weight, rows: pool.get(slug) ?? [] }))
    .filter(({ rows }) => rows.length > 0);
  const reserved = request.given ? new Set<string>() : reservedForExams(blueprint, request.rows);
  const shares = domains.map(({ slug, weight, rows }) => ({
    slug,
    weight,
    available: mostApart(rows, count),
  }));
  const seats = allotSeats(shares, count, count === blueprint.questions, stream(seed, 'seats'));
  const taken = domains.flatMap(({ slug, rows }) => {
    const wanted = seats.get(slug) ?? 0;
    return upTo(lineUp(rows, wanted, { ...request, reserved }), wanted);
  });
  const place = new Map(taken.map(row => [row.id, keyed(`${seed}\norder\n${row.id}`)]));
  return taken.sort((a, b) => (place.get(a.id) as number) - (place.get(b.id) as number));
}
