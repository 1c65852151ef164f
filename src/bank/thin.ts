import type { Row } from './bank.ts';
import type { Blueprint } from './blueprint.ts';

/** An objective with fewer questions of the exam's kinds is thin: a fresh exam soon repeats itself there. */
export const thinBelow = 12;

/** Whether these, all of one objective, are too few to draw fresh exams from. */
export const isThin = (rows: readonly Pick<Row, 'kind'>[], { examKinds }: Blueprint): boolean =>
  rows.filter(({ kind }) => examKinds.includes(kind)).length < thinBelow;
