import type { Row } from '../../src/bank/bank.ts';
import type { Blueprint } from '../../src/bank/blueprint.ts';
import type { DrawRequest } from '../../src/draw/draw.ts';
import type { Filters } from '../../src/draw/filter.ts';

/** A question as a draw sees it. */
export const row = (id: string, more: Partial<Row> = {}): Row => ({
  id,
  revision: 1,
  kind: 'single',
  domain: 'birds',
  objective: 'flight',
  difficulty: 'easy',
  tags: [],
  enemies: [],
  ...more,
});

/** So many questions of a domain: `birds-1`, `birds-2` … */
export const rowsOf = (domain: string, count: number): Row[] =>
  Array.from({ length: count }, (_, i) => row(`${domain}-${i + 1}`, { domain }));

/** An exam with domains of these weights. */
export const examOf = (weights: Readonly<Record<string, number>>, questions = 60): Blueprint => ({
  id: 'test-exam',
  title: 'Test Exam',
  questions,
  minutes: 90,
  passMark: 75,
  examKinds: ['single'],
  sourceHosts: [],
  spellings: [],
  flags: [],
  domains: Object.entries(weights).map(([slug, weight]) => ({ slug, title: slug, weight, objectives: [] })),
});

export const noFilters: Filters = {
  domains: [],
  objectives: [],
  kinds: [],
  difficulties: [],
  tags: [],
  unseen: false,
  missed: false,
  flagged: false,
};

export const now = Date.UTC(2026, 10, 21);

/** A draw of everything in these rows, by one domain of birds unless told otherwise. */
export const request = (rows: readonly Row[], more: Partial<DrawRequest> = {}): DrawRequest => ({
  blueprint: examOf({ birds: 100 }),
  rows,
  filters: noFilters,
  count: 10,
  seed: 'seed',
  given: false,
  seen: {},
  now,
  ...more,
});

/** How many of these rows belong to each domain. */
export function countByDomain(rows: readonly Row[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { domain } of rows) counts[domain] = (counts[domain] ?? 0) + 1;
  return counts;
}
