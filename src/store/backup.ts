import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { StorageError, UsageError } from '../errors.ts';
import { writeArchive } from './archive.ts';
import { journalFiles } from './history.ts';
import type { Paths } from './paths.ts';

/**
 * Writes all of the learner's history (journals, questions as drawn, settings) into one ZIP file; gives how many journals
 * and drawn sets went in. Throws UsageError when the file is already there, StorageError when it cannot be written.
 */
export function backUp(path: string, paths: Paths): { journals: number; kept: number } {
  if (existsSync(path))
    throw new UsageError(`${path} is already there. A backup overwrites nothing: name another file.`);
  const journals = journalFiles(paths).map(file => file.path);
  const kept = keptFiles(paths);
  try {
    writeArchive(path, {
      ...read('journal', journals),
      ...read('kept', kept),
      ...(existsSync(paths.settings) && read('config', [paths.settings])),
    });
  } catch (error) {
    throw new StorageError(`The backup cannot be written to ${path} (${(error as Error).message}).`);
  }
  return { journals: journals.length, kept: kept.length };
}

const read = (folder: string, files: readonly string[]) =>
  Object.fromEntries(files.map(file => [`${folder}/${basename(file)}`, readFileSync(file)]));

/** The files of questions as drawn that are beside the journal. */
export function keptFiles({ data }: Paths): string[] {
  const folder = join(data, 'kept');
  return existsSync(folder)
    ? readdirSync(folder)
        .filter(name => name.endsWith('.json'))
        .map(name => join(folder, name))
    : [];
}
