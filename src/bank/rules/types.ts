import type { Blueprint } from '../blueprint.ts';
import type { Issue } from '../issue.ts';
import type { Placed } from '../parse.ts';

/** Points at a part of an entry (a path within it) and says what is wrong and what to write instead. */
export type Report = (placed: Placed, path: readonly (string | number)[], message: string) => void;

/** The whole bank, as far as it could be read. */
export interface Checked {
  readonly blueprint: Blueprint;
  readonly placed: readonly Placed[];
}

/**
 * A rule that every bank is held against. Rules are the rows of `rules/index.ts`; each has a failing fixture in its test.
 */
export interface Rule {
  readonly name: string;
  readonly severity: Issue['severity'];
  check(bank: Checked, report: Report): void;
}
