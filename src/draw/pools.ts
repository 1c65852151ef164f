import type { Row } from '../bank/bank.ts';
import { marksOf } from '../rng.ts';
import { lowest, type Lowest } from './lowest.ts';

/** Questions of one domain. A mark is a number in [0, 1) that depends on the id alone: what chance makes of it. */
export interface Pool {
  /** Those that are asked for. */
  readonly rows: readonly Row[];
  /** The mark of each of them. */
  readonly marks: readonly number[];
  /** The lowest marks of all that an exam could ask. */
  readonly examMarks: Lowest;
}

/** By the slug of the domain, in the order of the rows. Of each domain's exam questions so many marks are remembered. */
export function poolsOf(
  rows: readonly Row[],
  isAsked: (row: Row) => boolean,
  isOfExams: (row: Row) => boolean,
  remembered: number,
): Map<string, Pool> {
  const newPool = () => ({ rows: [] as Row[], marks: [] as number[], examMarks: lowest(remembered) });
  const pools = new Map<string, ReturnType<typeof newPool>>();
  const marks = marksOf(rows, row => row.id);
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index] as Row;
    const asked = isAsked(row);
    const ofExams = isOfExams(row);
    if (!asked && !ofExams) continue;
    let pool = pools.get(row.domain);
    if (!pool) pools.set(row.domain, (pool = newPool()));
    const mark = marks[index] as number;
    if (ofExams) pool.examMarks.tell(mark);
    if (!asked) continue;
    pool.rows.push(row);
    pool.marks.push(mark);
  }
  return pools;
}
