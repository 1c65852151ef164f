/** Something wrong in a bank, as a value with a place. Errors stop sessions; warnings are craft. */
export interface Issue {
  readonly severity: 'error' | 'warning';
  /** The rule's name, kebab-case. */
  readonly rule: string;
  /** Relative to the bank. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly column: number;
  /** What is wrong and what to write instead. */
  readonly message: string;
}

/** By file, line and column. By code unit: a locale's order differs between machines, and its first use takes 40 ms. */
export const byPlace = (a: Issue, b: Issue): number =>
  (a.file === b.file ? 0 : a.file < b.file ? -1 : 1) || a.line - b.line || a.column - b.column;

export const hasErrors = (issues: readonly Issue[]): boolean =>
  issues.some(issue => issue.severity === 'error');
