import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { BankError, StorageError, UsageError } from '../errors.ts';
import { isArchive, readArchive, type HistoryFiles } from './archive.ts';
import { writeAtomically } from './atomic-file.ts';
import { journalFiles } from './history.ts';
import { journalDir, storageError } from './journal.ts';
import { keptNameOf, keptPath } from './kept.ts';
import type { Paths } from './paths.ts';
import { idOf, rawLines, readRawLines, type RawLine } from './raw-lines.ts';
import { digestOf } from '../digest.ts';

/** What an import brought. */
export interface Imported {
  readonly added: number;
  /** Lines that were there before. */
  readonly known: number;
  /** Lines of a time that was forgotten on purpose. */
  readonly forgotten: number;
  /** `file:line` of what cannot be read. */
  readonly unreadable: readonly string[];
  readonly kept: number;
}

/**
 * Takes another device's history in: a journal, an export, a backup, or a folder that holds journals. Lines are told apart
 * by their ids, so that doing it again changes nothing; they go into a journal file of their own. Throws BankError when
 * nothing there is history or a newer cca wrote it, UsageError when it does not exist, StorageError when it cannot be saved.
 */
export function importHistory(path: string, paths: Paths): Imported {
  const files = readHistoryFiles(path);
  const lines = Object.entries(files.journals).flatMap(([name, text]) => rawLines(text, name));
  refuseStrange(path, lines);
  const known = new Set<string>();
  let mark = '';
  for (const file of journalFiles(paths))
    for (const line of readRawLines(file.path)) {
      known.add(idOf(line) ?? '');
      if (isMark(line) && (idOf(line) ?? '') > mark) mark = idOf(line) as string;
    }
  const found = new Map(
    lines.flatMap(line => (idOf(line) === undefined ? [] : [[idOf(line) as string, line]])),
  );
  const fresh = [...found].filter(([id]) => !known.has(id));
  const wanted = fresh.filter(([id, line]) => id >= mark || isMark(line));
  const added = wanted.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, line]) => line.text);
  const kept = saveKept(files.kept, paths);
  if (added.length > 0) save(`${added.join('\n')}\n`, paths);
  return {
    added: added.length,
    known: found.size - fresh.length,
    forgotten: fresh.length - wanted.length,
    unreadable: lines.filter(({ line }) => line.state === 'unreadable').map(({ place }) => place),
    kept,
  };
}

const isMark = ({ line }: RawLine) => line.state === 'event' && line.event.type === 'history-forgotten';

function readHistoryFiles(path: string): HistoryFiles {
  if (!existsSync(path)) throw new UsageError(`${path} does not exist.`);
  try {
    if (statSync(path).isDirectory()) return readFolder(path);
    const bytes = readFileSync(path);
    return isArchive(bytes) ? readArchive(path) : { journals: { [path]: bytes.toString('utf8') }, kept: {} };
  } catch (error) {
    throw new BankError(`${path} cannot be read: ${(error as Error).message}`);
  }
}

/** A folder with journals in it: what `CCA_HOME` names, the data folder, or `journal` itself. */
function readFolder(dir: string): HistoryFiles {
  const journal = [join(dir, 'data', 'journal'), join(dir, 'journal'), dir].find(existsSync) as string;
  const kept = join(journal, '..', 'kept');
  const texts = (folder: string, ending: string) =>
    existsSync(folder)
      ? readdirSync(folder)
          .filter(name => name.endsWith(ending))
          .map(name => join(folder, name))
      : [];
  return {
    journals: Object.fromEntries(texts(journal, '.jsonl').map(file => [file, readFileSync(file, 'utf8')])),
    kept: Object.fromEntries(
      texts(kept, '.json').map(file => [basename(file, '.json'), readFileSync(file, 'utf8')]),
    ),
  };
}

function refuseStrange(path: string, lines: readonly RawLine[]): void {
  const newer = lines.find(({ line }) => line.state === 'newer');
  if (newer)
    throw new BankError(
      `${newer.place} was written by a newer cca. Nothing was taken in. Update cca here first.`,
    );
  if (lines.every(({ line }) => line.state === 'unreadable'))
    throw new BankError(
      `${path} holds no history. It takes a journal, what "cca history export" prints, a backup, or a folder with journals.`,
    );
}

/** Keeps the drawn questions that are not there yet and are what their names say. */
function saveKept(kept: HistoryFiles['kept'], paths: Paths): number {
  const fresh = Object.entries(kept).filter(
    ([name, text]) => keptNameOf(text) === name && !existsSync(keptPath(paths, name)),
  );
  for (const [name, text] of fresh) write(keptPath(paths, name), text);
  return fresh.length;
}

/** A name that says where it came from, and is the same for the same lines. */
function save(text: string, paths: Paths): void {
  write(join(journalDir(paths), `import.${digestOf(text, 12)}.jsonl`), text);
}

function write(path: string, text: string): void {
  try {
    writeAtomically(path, text);
  } catch (error) {
    throw error instanceof StorageError ? error : storageError(path, error as NodeJS.ErrnoException);
  }
}
