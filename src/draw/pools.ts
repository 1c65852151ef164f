import type { Row } from '../bank/bank.ts';
import { marker } from '../rng.ts';

/** Questions of one domain. A mark is a number in [0, 1) that depends on the id alone: what chance makes of it. */
export interface Pool {
  /** Those that are asked for. */
  readonly rows: readonly Row[];
  /** The mark of each of them. */
  readonly marks: readonly number[];
  /** The marks of all that an exam could ask. */
  readonly examMarks: readonly number[];
}

/** By the slug of the domain, in the order of the rows. */
export function poolsOf(
  rows: readonly Row[],
  isAsked: (row: Row) => boolean,
  isOfExams: (row: Row) => boolean,
): Map<string, Pool> {
  const pools = new Map<string, { rows: Row[]; marks: number[]; examMarks: number[] }>();
  const markOf = marker();
  for (const row of rows) {
    const asked = isAsked(row);
    const ofExams = isOfExams(row);
    if (!asked && !ofExams) continue;
    const pool = pools.get(row.domain) ?? { rows: [], marks: [], examMarks: [] };
    if (pool.examMarks.length + pool.marks.length === 0) pools.set(row.domain, pool);
    const mark = markOf(row.id);
    if (ofExams) pool.examMarks.push(mark);
    if (!asked) continue;
    pool.rows.push(row);
    pool.marks.push(mark);
  }
  return pools;
}
