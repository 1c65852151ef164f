import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BankEntry, Question } from '../question/types.ts';
import { StorageError } from '../errors.ts';
import { writeAtomically } from './atomic-file.ts';
import { storageError } from './journal.ts';
import type { Paths } from './paths.ts';
import { digestOf } from '../digest.ts';

/** What a session was drawn from: its questions as they were, and the titles that its screens show. */
export interface KeptDraw {
  readonly questions: readonly Question[];
  /** In a session of cards, in place of `questions`: term cards and questions. */
  readonly cards?: readonly BankEntry[];
  readonly domains: Readonly<Record<string, string>>;
  readonly objectives: Readonly<Record<string, string>>;
}

/** The name that a draw's text is kept under. */
export const keptNameOf = (text: string) => digestOf(text, 32);

/** Whether a session's questions are still beside the journal. */
export const isKept = (paths: Paths, name: string): boolean => existsSync(keptPath(paths, name));

/** Where a draw of that name is kept. */
export const keptPath = (paths: Paths, name: string) => join(paths.data, 'kept', `${name}.json`);

/**
 * Keeps a session's questions under a name that is the hash of their content, synced; the same draw is kept once.
 * Throws StorageError.
 */
export function keepDraw(draw: KeptDraw, paths: Paths): string {
  const text = JSON.stringify(draw);
  const name = keptNameOf(text);
  const path = keptPath(paths, name);
  try {
    if (!existsSync(path)) writeAtomically(path, text);
  } catch (error) {
    throw storageError(path, error as NodeJS.ErrnoException);
  }
  return name;
}

/** The questions of a session as drawn. Throws StorageError when they are missing or damaged. */
export function readKept(name: string, paths: Paths): KeptDraw {
  const path = keptPath(paths, name);
  try {
    const text = readFileSync(path, 'utf8');
    if (keptNameOf(text) !== name) throw new Error('it is not what was kept');
    return JSON.parse(text) as KeptDraw;
  } catch (error) {
    throw new StorageError(
      `The questions of that session cannot be read from ${path} (${(error as Error).message}). Bring the file back, or finish the session with: cca resume --end ID`,
    );
  }
}
