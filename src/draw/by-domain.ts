import type { Row } from '../bank/bank.ts';

/** The rows for which something holds, by the slug of their domain, in their order. */
export function byDomain(rows: readonly Row[], holds: (row: Row) => boolean): Map<string, Row[]> {
  const found = new Map<string, Row[]>();
  for (const row of rows) {
    if (!holds(row)) continue;
    const own = found.get(row.domain);
    if (own) own.push(row);
    else found.set(row.domain, [row]);
  }
  return found;
}
