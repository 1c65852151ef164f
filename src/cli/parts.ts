import { InvalidArgumentError } from 'commander';
import type { ExitStatus } from '../errors.ts';

/** Takes what a command comes to: its exit status. */
export type Finish = (outcome: Promise<ExitStatus>) => Promise<void>;

/** The examples that every `--help` ends with. */
export const examples = (...lines: readonly string[]): string =>
  `\nExamples:\n${lines.map(line => `  ${line}`).join('\n')}`;

/** Minutes as a flag gives them. Throws what commander shows as a usage error, as the two below do. */
export function minutes(word: string): number {
  const value = Number(word);
  if (!/^\d+([.]\d+)?$/.test(word) || value <= 0 || value > 10_000)
    throw new InvalidArgumentError('Give minutes, such as 45 or 0.5.');
  return value;
}

/** A whole number from 0. */
export function whole(word: string): number {
  if (!/^\d{1,6}$/.test(word)) throw new InvalidArgumentError('Give a whole number from 0.');
  return Number(word);
}

/** A whole number from 1. */
export function positive(word: string): number {
  if (!/^\d{1,6}$/.test(word) || Number(word) < 1)
    throw new InvalidArgumentError('Give a whole number from 1.');
  return Number(word);
}
