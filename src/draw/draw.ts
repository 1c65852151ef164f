import type { Row } from '../bank/bank.ts';
import type { Blueprint } from '../bank/blueprint.ts';
import { keyed, stream } from '../rng.ts';
import type { Seen } from './exposure.ts';
import { passes, type Filters } from './filter.ts';
import { lineUp, mostApart, upTo } from './lineup.ts';
import { examPools, fullQuotas, lastKept, ofExams } from './reserve.ts';
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
  const { blueprint, filters, count, seed, now, given } = request;
  const isOfExams = ofExams(blueprint);
  const quotas = fullQuotas(blueprint);
  const pools = examPools(blueprint, quotas, request.rows, row => passes(row, request.seen, filters));
  const domains = blueprint.domains.flatMap(({ slug, weight }) => {
    const pool = pools.get(slug);
    return pool ? [{ slug, weight, pool, available: mostApart(pool.rows, count) }] : [];
  });
  const seats = allotSeats(domains, count, count === blueprint.questions, stream(seed, 'seats'));
  const seen = given ? {} : request.seen;
  const taken = domains.flatMap(({ slug, pool }) => {
    const wanted = seats.get(slug) ?? 0;
    const last = given ? -1 : lastKept(pool, quotas.get(slug) ?? 0);
    const isKept = (row: Row, mark: number) => mark <= last && isOfExams(row);
    return upTo(lineUp(pool, wanted, { seed, seen, now, isKept }), wanted);
  });
  const place = new Map(taken.map(row => [row.id, keyed(`${seed}\norder\n${row.id}`)]));
  return taken.sort((a, b) => (place.get(a.id) as number) - (place.get(b.id) as number));
}
