import { counted } from '../counted.ts';
import { join, relative } from 'node:path';
import type { Issue } from '../bank/issue.ts';
import { printable } from '../printable.ts';

/** Every issue as `file:line:col  rule  what, and what to do`, with paths as the learner would type them, and a count. */
export function issueLines(issues: readonly Issue[], dir: string): string {
  const base = relative('', dir);
  const shown = base.startsWith('..') ? dir : base;
  const lines = issues.map(({ severity, rule, file, line, column, message }) => {
    const mark = severity === 'warning' ? ' (warning)' : '';
    return printable(`${join(shown, file)}:${line}:${column}  ${rule}${mark}  ${message}`);
  });
  return [...lines, countLine(issues)].join('\n');
}

export function countLine(issues: readonly Issue[]): string {
  const errors = issues.filter(issue => issue.severity === 'error').length;
  const warnings = issues.length - errors;
  return `${counted(errors, 'error')}, ${counted(warnings, 'warning')}.`;
}
