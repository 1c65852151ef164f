import type { BankEntry, Difficulty } from '../question/types.ts';
import type { Blueprint } from './blueprint.ts';
import type { Guide } from './guide.ts';

/** What a draw, a filter or a list needs to know of an entry, without its text. */
export interface Row {
  readonly id: string;
  readonly revision: number;
  readonly kind: string;
  readonly domain: string;
  readonly objective: string;
  /** Absent on cards. */
  readonly difficulty?: Difficulty | undefined;
  readonly tags: readonly string[];
  readonly enemies: readonly string[];
}

/** A validated bank: the blueprint and a row for every entry; the entries themselves are read when asked for. */
export interface Bank {
  readonly blueprint: Blueprint;
  readonly rows: readonly Row[];
  /** How many warnings `cca bank check` would list. */
  readonly warnings: number;
  /** The entries of these ids, in this order. Throws for an id that is not in `rows`. */
  read(ids: readonly string[]): BankEntry[];
  readonly hasGuide: boolean;
  /** What there is to read for each objective; undefined for a bank without a guide. */
  guide(): Guide | undefined;
}

export const rowOf = (entry: BankEntry): Row => ({
  id: entry.id,
  revision: entry.revision,
  kind: entry.kind,
  domain: entry.domain,
  objective: entry.objective,
  ...('difficulty' in entry && { difficulty: entry.difficulty }),
  tags: entry.tags,
  enemies: entry.enemies,
});
