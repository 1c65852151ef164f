import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { BankFile, BankFiles } from '../bank/check.ts';
import type { Issue } from '../bank/issue.ts';
import { sha256 } from '../digest.ts';

/** What tells that a file is the same as before: path relative to the bank, bytes, and milliseconds of its last change. */
export type Stamp = readonly [path: string, size: number, modified: number];

/** Larger files are not questions somebody wrote, and parsing them would take minutes. */
const largestFile = 4_000_000;

/** The stamps of `exam.yaml`, of `guide.yaml` where there is one, and of every `*.yaml` one folder below, in order of path. A missing bank has none. */
export function scanBank(dir: string): Stamp[] {
  const folders = listDir(dir).filter(entry => entry.isDirectory() && !entry.name.startsWith('.'));
  const topics = folders.flatMap(folder =>
    listDir(join(dir, folder.name))
      .filter(entry => /[.]ya?ml$/.test(entry.name))
      .map(entry => `${folder.name}/${entry.name}`),
  );
  return ['exam.yaml', 'guide.yaml', ...topics.sort()].flatMap(path => stamp(dir, path));
}

export const sameStamps = (a: readonly Stamp[], b: readonly Stamp[]): boolean =>
  a.length === b.length && a.every((one, i) => one.every((part, j) => part === b[i]?.[j]));

function listDir(dir: string) {
  try {
    return readdirSync(dir, { withFileTypes: true });
  } catch {
    return [];
  }
}

function stamp(dir: string, path: string): Stamp[] {
  try {
    // Put together by hand: a hundred times at every start, `join` takes as long as the file system.
    const stats = statSync(`${dir}/${path}`, { throwIfNoEntry: false });
    return stats ? [[path, stats.isFile() ? stats.size : -1, stats.mtimeMs]] : [];
  } catch {
    // A link to itself, or a folder above that may not be entered: there, but no file.
    return [[path, -1, 0]];
  }
}

/** The files of a bank, ready to be read one by one. */
export function bankFiles(dir: string, stamps: readonly Stamp[]): BankFiles {
  const files = stamps.map(([path, size]) => ({
    path,
    read: () => readText(dir, path, size),
    domain: path.split('/')[0] as string,
  }));
  const blueprint = files.find(file => file.path === 'exam.yaml');
  return {
    blueprint: blueprint ?? missingBlueprint(dir),
    guide: files.find(file => file.path === 'guide.yaml'),
    topics: files.filter(file => file.path.includes('/')),
  };
}

const missingBlueprint = (dir: string): BankFile => ({
  path: 'exam.yaml',
  read: () => ({
    issue: issue(
      'exam.yaml',
      'no-blueprint',
      `${dir} has no exam.yaml, so it is not a bank. Name a folder that holds one, or write it.`,
    ),
  }),
});

/** A hash of every path and content: the same for the same bank wherever it lies and whenever it was copied. */
export function contentHash(dir: string, stamps: readonly Stamp[]): string {
  const hash = sha256();
  for (const [path, size] of stamps) {
    hash.update(`${path}\n${size}\n`);
    if (size >= 0 && size <= largestFile) hash.update(readFileSync(join(dir, path)));
  }
  return hash.digest('hex');
}

function readText(dir: string, path: string, size: number): ReturnType<BankFile['read']> {
  if (size < 0)
    return {
      issue: issue(path, 'not-a-file', 'a folder or device stands where a file belongs. Move it away.'),
    };
  if (size > largestFile)
    return {
      issue: issue(
        path,
        'file-size',
        `has ${(size / 1e6).toFixed(0)} MB; a topic file may have ${largestFile / 1e6} MB. Split it into topics.`,
      ),
    };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(join(dir, path))) };
  } catch (error) {
    const unreadable = error instanceof TypeError;
    return unreadable
      ? { issue: issue(path, 'encoding', 'is not valid UTF-8. Save it as UTF-8.') }
      : {
          issue: issue(
            path,
            'unreadable',
            `cannot be read (${(error as Error).message}). Check its permissions.`,
          ),
        };
  }
}

const issue = (file: string, rule: string, message: string): Issue => ({
  severity: 'error',
  rule,
  file,
  line: 1,
  column: 1,
  message,
});
