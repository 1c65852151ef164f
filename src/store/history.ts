import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import type { Event } from '../events/events.ts';
import type { Fold } from '../events/fold.ts';
import { decodeLine } from '../events/line.ts';
import { StorageError } from '../errors.ts';
import { writeAtomically } from './atomic-file.ts';
import { journalDir, storageError } from './journal.ts';
import type { Paths } from './paths.ts';

/** What reading the journal came upon besides events. */
export interface Findings {
  /** `file:line` of every line that cannot be read; they are left in place. */
  readonly unreadable: readonly string[];
  /** The newest format version found, when it is newer than this program's. */
  readonly newer?: number;
}

/** How far into each file a fold has come. */
interface Mark {
  readonly file: string;
  readonly bytes: number;
  readonly lines: number;
  /** The last bytes before the mark, which must still be there. */
  readonly tail: string;
}

interface Checkpoint<State> {
  readonly version: number;
  readonly marks: readonly Mark[];
  readonly lastId: string;
  readonly findings: Findings;
  readonly state: State;
}

/** More new bytes than this are worth setting a checkpoint for. */
const worthKeeping = 64_000;
const tailBytes = 64;

/**
 * Folds all journals of all devices, in order of id, each id once. Goes on from a checkpoint in the cache when the files
 * have only grown and nothing older has come in since; the result is the same without it.
 * Throws StorageError when a journal cannot be read.
 */
export function foldHistory<State>(
  fold: Fold<State>,
  paths: Paths,
  { keeps = true } = {},
): { state: State; findings: Findings } {
  const files = journalFiles(paths);
  const kept = checkpointPath(fold.name, paths);
  const resumed = resume(readCheckpoint<State>(kept, fold.version), fold, files);
  const { checkpoint, newBytes } = resumed ?? advance(startOver(fold), fold, files);
  if (keeps && newBytes > worthKeeping) keep(kept, checkpoint);
  return { state: checkpoint.state, findings: checkpoint.findings };
}

/** Each history has checkpoints of its own: `CCA_HOME` may name another one the next time. */
function checkpointPath(name: string, paths: Paths): string {
  const history = createHash('sha256').update(paths.data).digest('hex').slice(0, 16);
  return join(paths.cache, 'folds', `${name}-${history}.json`);
}

/** A journal on disk. */
export interface JournalFile {
  readonly name: string;
  readonly path: string;
}

/** Every device's journals, by name. Throws StorageError. */
export function journalFiles(paths: Paths): JournalFile[] {
  const dir = journalDir(paths);
  try {
    const names = readdirSync(dir)
      .filter(name => name.endsWith('.jsonl'))
      .sort();
    return names.map(name => ({ name, path: join(dir, name) }));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw unreadableError(dir, error as NodeJS.ErrnoException);
  }
}

const startOver = <State>(fold: Fold<State>): Checkpoint<State> => ({
  version: fold.version,
  marks: [],
  lastId: '',
  findings: { unreadable: [] },
  state: fold.start(),
});

function resume<State>(
  checkpoint: Checkpoint<State> | undefined,
  fold: Fold<State>,
  files: readonly JournalFile[],
) {
  if (!checkpoint) return undefined;
  const gone = checkpoint.marks.some(mark => !files.some(file => file.name === mark.file));
  return gone ? undefined : advance(checkpoint, fold, files, checkpoint.lastId);
}

/** Folds what lies behind the marks. Undefined when a file was changed, or when something older than `after` has come in. */
function advance<State>(
  from: Checkpoint<State>,
  fold: Fold<State>,
  files: readonly JournalFile[],
): { checkpoint: Checkpoint<State>; newBytes: number };
function advance<State>(
  from: Checkpoint<State>,
  fold: Fold<State>,
  files: readonly JournalFile[],
  after: string,
): { checkpoint: Checkpoint<State>; newBytes: number } | undefined;
function advance<State>(
  from: Checkpoint<State>,
  fold: Fold<State>,
  files: readonly JournalFile[],
  after?: string,
) {
  const chunks = files.map(file =>
    readBehind(
      file,
      from.marks.find(mark => mark.file === file.name),
    ),
  );
  if (chunks.includes(undefined)) return undefined;
  const read = chunks as Chunk[];
  const events = merge(read.map(chunk => chunk.events));
  if (after !== undefined && events[0] && events[0].id <= after) return undefined;
  let { state } = from;
  for (const event of events) {
    // What was before is forgotten, also when another device still has it.
    if (event.type === 'history-forgotten') state = fold.start();
    fold.step(state, event);
  }
  const newer = Math.max(from.findings.newer ?? 0, ...read.map(chunk => chunk.newer));
  const checkpoint: Checkpoint<State> = {
    version: from.version,
    marks: read.map(chunk => chunk.mark),
    lastId: events.at(-1)?.id ?? from.lastId,
    findings: {
      unreadable: [...from.findings.unreadable, ...read.flatMap(chunk => chunk.unreadable)],
      ...(newer > 0 && { newer }),
    },
    state,
  };
  return { checkpoint, newBytes: read.reduce((sum, chunk) => sum + chunk.bytes, 0) };
}

interface Chunk {
  readonly events: readonly Event[];
  readonly unreadable: readonly string[];
  readonly newer: number;
  readonly mark: Mark;
  readonly bytes: number;
}

/** Whole lines behind a mark; a last line without its newline is left for the next time. */
function readBehind(file: JournalFile, mark: Mark | undefined): Chunk | undefined {
  const bytes = readFrom(file.path, Math.max(0, (mark?.bytes ?? 0) - tailBytes));
  const overlap = Math.min(mark?.bytes ?? 0, tailBytes);
  if (mark && (bytes.length < overlap || bytes.toString('latin1', 0, overlap) !== mark.tail))
    return undefined;
  const end = bytes.lastIndexOf(10) + 1;
  const whole = Math.max(end, overlap);
  const lines = bytes.toString('utf8', overlap, whole).split('\n').slice(0, -1);
  const events: Event[] = [];
  const unreadable: string[] = [];
  let newer = 0;
  lines.forEach((text, index) => {
    const line = decodeLine(text);
    if (line.state === 'event') events.push(line.event);
    else if (line.state === 'newer') newer = Math.max(newer, line.version);
    else if (line.state === 'unreadable' && text !== '')
      unreadable.push(`${file.path}:${(mark?.lines ?? 0) + index + 1}`);
  });
  return {
    events: sorted(events),
    unreadable,
    newer,
    mark: {
      file: file.name,
      bytes: (mark?.bytes ?? 0) + whole - overlap,
      lines: (mark?.lines ?? 0) + lines.length,
      tail: bytes.toString('latin1', Math.max(0, whole - tailBytes), whole),
    },
    bytes: whole - overlap,
  };
}

function readFrom(path: string, from: number): Buffer {
  try {
    const fd = openSync(path, 'r');
    try {
      const { size } = fstatSync(fd);
      const buffer = Buffer.alloc(Math.max(0, size - from));
      const read = readSync(fd, buffer, 0, buffer.length, from);
      return buffer.subarray(0, read);
    } finally {
      closeSync(fd);
    }
  } catch (error) {
    throw unreadableError(path, error as NodeJS.ErrnoException);
  }
}

/** A file is sorted as it was written; one that somebody put together by hand is sorted here. */
function sorted(events: Event[]): Event[] {
  const inOrder = events.every((event, i) => i === 0 || (events[i - 1] as Event).id <= event.id);
  return inOrder ? events : events.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** One list in order of id, each id once. */
function merge(files: readonly (readonly Event[])[]): Event[] {
  const all = files.length === 1 ? (files[0] as Event[]) : sorted(files.flat());
  return all.filter((event, i) => i === 0 || (all[i - 1] as Event).id !== event.id);
}

function readCheckpoint<State>(path: string, version: number): Checkpoint<State> | undefined {
  try {
    const checkpoint = JSON.parse(readFileSync(path, 'utf8')) as Checkpoint<State>;
    const { marks, lastId, findings, state } = checkpoint;
    const isWhole =
      Array.isArray(marks) &&
      typeof lastId === 'string' &&
      Array.isArray(findings?.unreadable) &&
      state !== undefined;
    return checkpoint.version === version && isWhole ? checkpoint : undefined;
  } catch {
    return undefined;
  }
}

/** A cache that cannot be written costs time and nothing else. */
function keep(path: string, checkpoint: unknown): void {
  try {
    writeAtomically(path, JSON.stringify(checkpoint), { synced: false });
  } catch {
    return;
  }
}

function unreadableError(path: string, error: NodeJS.ErrnoException): StorageError {
  return new StorageError(
    storageError(path, error).message.replace('cannot be saved in', 'cannot be read from'),
  );
}
