import { existsSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { UsageError } from '../errors.ts';
import type { HistoryForgotten } from '../events/events.ts';
import { formatVersion } from '../events/events.ts';
import { lowestId } from '../events/ids.ts';
import { encodeLine } from '../events/line.ts';
import { writeAtomically } from './atomic-file.ts';
import { keptFiles } from './backup.ts';
import { journalFiles } from './history.ts';
import type { JournalFile } from './journal-reader.ts';
import { journalDir, lockJournal, ownFilePattern, storageError } from './journal.ts';
import type { Paths } from './paths.ts';
import { idOf, readRawLines, type RawLine } from './raw-lines.ts';

/** What forgetting would remove. */
export interface Forgettable {
  readonly events: number;
  /** Journals of other devices that hold some of them: they are not changed, but no longer counted. */
  readonly others: readonly string[];
}

/** Counts what lies before a moment (milliseconds since 1970). Throws StorageError. */
export function countBefore(at: number, device: string, paths: Paths): Forgettable {
  const old = journalFiles(paths).map(file => ({
    file,
    count: readRawLines(file.path).filter(isBefore(at)).length,
  }));
  return {
    events: old.reduce((sum, { count }) => sum + count, 0),
    others: old.filter(({ file, count }) => count > 0 && !isOurs(file, device)).map(({ file }) => file.name),
  };
}

/**
 * Removes everything before a moment from the journals that this device writes, and leaves a mark there, so that nothing older
 * is counted again wherever it comes from. The only thing in cca that removes history; make a backup first. Throws UsageError
 * when another cca is running, StorageError when a file cannot be written: what is done by then stays done, and doing it
 * again does the rest.
 */
export function forgetBefore(at: number, device: string, paths: Paths, offset: number): void {
  const found = journalFiles(paths).filter(file => isOurs(file, device));
  const files = found.length > 0 ? found : [firstFile(device, paths)];
  const releases = files.map(file => lockOrRefuse(file, paths));
  try {
    files.forEach((file, index) => rewrite(file, at, index === 0 ? markAt(at, offset) : ''));
    removeUnused(paths);
  } finally {
    for (const release of releases) release();
  }
}

/** Ours to rewrite: what this device wrote, and what was taken in here. */
const isOurs = ({ name }: JournalFile, device: string) =>
  ownFilePattern(device).test(name) || /^import[.][0-9a-f]{12}[.]jsonl$/.test(name);

/** Where the mark goes when this device has written nothing yet. */
function firstFile(device: string, paths: Paths): JournalFile {
  const name = `${device}.jsonl`;
  return { name, path: join(journalDir(paths), name) };
}

const isBefore = (at: number) => (line: RawLine) => (idOf(line) ?? '~') < lowestId(at);

function markAt(at: number, offset: number): string {
  const time = new Date(at).toISOString();
  const mark: HistoryForgotten = { type: 'history-forgotten', before: time };
  return encodeLine({ v: formatVersion, id: lowestId(at), time, offset, ...mark });
}

/** Lines that cannot be read stay: nobody knows what they say. */
function rewrite(file: JournalFile, at: number, mark: string): void {
  const isOld = isBefore(at);
  const stays = (existsSync(file.path) ? readRawLines(file.path) : []).filter(
    line => !isOld(line) && idOf(line) !== lowestId(at),
  );
  const text = mark + stays.map(line => `${line.text}\n`).join('');
  try {
    if (text === '') rmSync(file.path);
    else writeAtomically(file.path, text);
  } catch (error) {
    throw storageError(file.path, error as NodeJS.ErrnoException);
  }
}

/** Questions as drawn that no session of any device names any more. */
function removeUnused(paths: Paths): void {
  const texts = journalFiles(paths).map(file => readFileSync(file.path, 'utf8'));
  for (const path of keptFiles(paths))
    if (!texts.some(text => text.includes(basename(path, '.json')))) rmSync(path, { force: true });
}

function lockOrRefuse(file: JournalFile, paths: Paths): () => void {
  const lock = lockJournal(file.path, paths);
  if (lock.held) return lock.release;
  throw new UsageError(`Another cca is running (process ${lock.holder}). End it, then try again.`);
}
