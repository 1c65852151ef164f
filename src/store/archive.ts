import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync, zipSync } from 'fflate';
import { writeAtomically } from './atomic-file.ts';

/** A history in one file, or in a folder: texts by name. */
export interface HistoryFiles {
  /** By file name. */
  readonly journals: Readonly<Record<string, string>>;
  /** Questions as drawn, by their name without `.json`. */
  readonly kept: Readonly<Record<string, string>>;
}

/** Writes files into a ZIP archive, whole or not at all. Throws what the file system throws. */
export function writeArchive(path: string, files: Readonly<Record<string, Uint8Array>>): void {
  writeAtomically(path, Buffer.from(zipSync({ ...files }, { level: 6 })));
}

/** Whether a file begins as ZIP archives do. */
export const isArchive = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

/** The history in a backup. Throws what reading throws, and Error for an archive that is damaged. */
export function readArchive(path: string): HistoryFiles {
  const entries = Object.entries(unzipSync(readFileSync(path)));
  const under = (folder: string, ending: string) =>
    Object.fromEntries(
      entries
        .filter(([name]) => name.startsWith(`${folder}/`) && name.endsWith(ending))
        .map(([name, bytes]) => [name.slice(folder.length + 1), strFromU8(bytes)]),
    );
  const kept = Object.entries(under('kept', '.json')).map(([name, text]) => [name.slice(0, -5), text]);
  return { journals: under('journal', '.jsonl'), kept: Object.fromEntries(kept) };
}
