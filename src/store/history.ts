import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Event } from '../events/events.ts';
import type { Fold } from '../events/fold.ts';
import { writeAtomically } from './atomic-file.ts';
import { journalDir } from './journal.ts';
import {
  readJournal,
  unreadableError,
  type JournalFile,
  type JournalReader,
  type Mark,
} from './journal-reader.ts';
import type { Paths } from './paths.ts';
import { tokenOf } from '../rng.ts';

/** What reading the journal came upon besides events. */
export interface Findings {
  /** `file:line` of every line that cannot be read; they are left in place. */
  readonly unreadable: readonly string[];
  /** The newest format version found, when it is newer than this program's. */
  readonly newer?: number;
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
  return join(paths.cache, 'folds', `${name}-${tokenOf(paths.data)}.json`);
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

/** A fold that has come further, and how many bytes that took. */
interface Advanced<State> {
  readonly checkpoint: Checkpoint<State>;
  readonly newBytes: number;
}

/** Folds what lies behind the marks. Undefined when a file was changed, or when something older than `after` has come in. */
function advance<State>(
  from: Checkpoint<State>,
  fold: Fold<State>,
  files: readonly JournalFile[],
): Advanced<State>;
function advance<State>(
  from: Checkpoint<State>,
  fold: Fold<State>,
  files: readonly JournalFile[],
  after: string,
): Advanced<State> | undefined;
function advance<State>(
  from: Checkpoint<State>,
  fold: Fold<State>,
  files: readonly JournalFile[],
  after?: string,
) {
  const readers: JournalReader[] = [];
  try {
    for (const file of files) {
      const reader = readJournal(
        file,
        from.marks.find(mark => mark.file === file.name),
      );
      if (!reader) return undefined;
      readers.push(reader);
    }
    const box = { state: from.state };
    const lastId = foldInOrder(box, fold, readers, after);
    if (lastId === 'older') return undefined;
    if (lastId === 'unsorted') return after === undefined ? foldSorted(fold, files) : undefined;
    return advanced({ ...from, ...box }, readers, lastId || from.lastId);
  } finally {
    for (const reader of readers) reader.close();
  }
}

function advanced<State>(
  from: Checkpoint<State>,
  readers: readonly JournalReader[],
  lastId: string,
): Advanced<State> {
  const read = readers.map(reader => reader.soFar());
  const newer = Math.max(from.findings.newer ?? 0, ...read.map(file => file.newer));
  const checkpoint: Checkpoint<State> = {
    version: from.version,
    marks: read.map(file => file.mark),
    lastId,
    findings: {
      unreadable: [...from.findings.unreadable, ...read.flatMap(file => file.unreadable)],
      ...(newer > 0 && { newer }),
    },
    state: from.state,
  };
  return { checkpoint, newBytes: read.reduce((sum, file) => sum + file.bytes, 0) };
}

/**
 * Merges files that are each sorted, as they were written, dropping equal neighbours, and folds each event as it comes.
 * Gives the last id; or `older` when an event is not above `after`, and `unsorted` when a file is not in order: what has been
 * folded by then is worth nothing.
 */
function foldInOrder<State>(
  box: { state: State },
  fold: Fold<State>,
  readers: readonly JournalReader[],
  after = '',
): string | 'older' | 'unsorted' {
  const heads = readers.flatMap(reader => {
    const event = reader.next();
    return event ? [{ event, reader }] : [];
  });
  let last = '';
  while (heads.length > 0) {
    let first = 0;
    for (let i = 1; i < heads.length; i++)
      if ((heads[i] as Head).event.id < (heads[first] as Head).event.id) first = i;
    const head = heads[first] as Head;
    const { event } = head;
    if (event.id <= after) return 'older';
    if (event.id !== last) step(box, fold, event);
    last = event.id;
    const next = head.reader.next();
    if (!next) heads.splice(first, 1);
    else if (next.id < event.id) return 'unsorted';
    else head.event = next;
  }
  return last;
}

/** Folds one event in. What was before a mark is forgotten, also when another device still has it. */
function step<State>(box: { state: State }, fold: Fold<State>, event: Event): void {
  if (event.type === 'history-forgotten') box.state = fold.start();
  fold.step(box.state, event);
}

interface Head {
  event: Event;
  readonly reader: JournalReader;
}

/** A file that somebody has put together by hand: everything is read before anything is folded. */
function foldSorted<State>(fold: Fold<State>, files: readonly JournalFile[]): Advanced<State> {
  const from = startOver(fold);
  const readers = files.map(file => readJournal(file, undefined) as JournalReader);
  try {
    const events = new Map<string, Event>();
    for (const reader of readers)
      for (let event = reader.next(); event; event = reader.next())
        if (!events.has(event.id)) events.set(event.id, event);
    const sorted = [...events.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
    const box = { state: from.state };
    for (const event of sorted) step(box, fold, event);
    return advanced({ ...from, ...box }, readers, sorted.at(-1)?.id ?? '');
  } finally {
    for (const reader of readers) reader.close();
  }
}

function readCheckpoint<State>(path: string, version: number): Checkpoint<State> | undefined {
  try {
    const checkpoint = JSON.parse(readFileSync(path, 'utf8')) as Checkpoint<State>;
    const { marks, lastId, findings, state } = checkpoint;
    const isWhole =
      Array.isArray(marks) &&
      marks.every(mark => typeof mark?.tail === 'string') &&
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
