import type { ExitStatus } from '../errors.ts';

/** Takes what a command comes to: its exit status. */
export type Finish = (outcome: Promise<ExitStatus>) => Promise<void>;

/** The examples that every `--help` ends with. */
export const examples = (...lines: readonly string[]): string =>
  `\nExamples:\n${lines.map(line => `  ${line}`).join('\n')}`;
