import type { Row } from '../bank/bank.ts';
import type { Seen } from './exposure.ts';

/** What the learner asked for. Values within a field are alternatives; fields narrow one another. */
export interface Filters {
  readonly domains: readonly string[];
  readonly objectives: readonly string[];
  readonly kinds: readonly string[];
  readonly difficulties: readonly string[];
  readonly tags: readonly string[];
  /** Never exposed. */
  readonly unseen: boolean;
  /** The latest answer was wrong. */
  readonly missed: boolean;
  /** Nothing but these ids. */
  readonly only?: ReadonlySet<string> | undefined;
  readonly flagged: boolean;
}

/** Whether a row is asked for. Cards never are: they are not questions. `seen` is by question id. */
export function passes(row: Row, seen: Readonly<Record<string, Seen>>, filters: Filters): boolean {
  return (
    row.kind !== 'card' &&
    oneOf(filters.domains, row.domain) &&
    oneOf(filters.objectives, row.objective) &&
    oneOf(filters.kinds, row.kind) &&
    oneOf(filters.difficulties, row.difficulty ?? '') &&
    (filters.tags.length === 0 || row.tags.some(tag => filters.tags.includes(tag))) &&
    !(filters.unseen && seen[row.id]?.first !== undefined) &&
    !(filters.missed && seen[row.id]?.answer !== 'wrong') &&
    (filters.only?.has(row.id) ?? true) &&
    !(filters.flagged && seen[row.id]?.flagged !== true)
  );
}

const oneOf = (wanted: readonly string[], value: string) => wanted.length === 0 || wanted.includes(value);
