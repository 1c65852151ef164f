import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { rowOf, type Bank, type Row } from '../bank/bank.ts';
import type { Blueprint } from '../bank/blueprint.ts';
import type { BankContent } from '../bank/check.ts';
import type { Guide } from '../bank/guide.ts';
import type { BankEntry } from '../question/types.ts';
import type { Stamp } from './bank-files.ts';

/*
 * A compiled bank is one file: a line with the index's length in bytes, the index as JSON, then one line an entry, and one for
 * the reading guide where there is one. A session reads the index and only the entries it draws.
 */

const format = 2;
const prefixBytes = 24;

interface Index {
  readonly format: number;
  readonly stamps: readonly Stamp[];
  readonly hash: string;
  readonly warnings: number;
  readonly blueprint: Blueprint;
  readonly rows: readonly Row[];
  /** Bytes of each entry's line, without its newline. */
  readonly lengths: readonly number[];
  /** The same of the guide's line; 0 when there is none. */
  readonly guideLength: number;
}

export interface CompiledBank {
  readonly stamps: readonly Stamp[];
  readonly hash: string;
  readonly bank: Bank;
}

export function encodeCompiled(
  content: BankContent,
  from: { stamps: readonly Stamp[]; hash: string; warnings: number },
): Buffer {
  const lines = content.entries.map(entry => Buffer.from(`${JSON.stringify(entry)}\n`));
  const guide = Buffer.from(content.guide ? `${JSON.stringify(content.guide)}\n` : '');
  const guideLength = Math.max(0, guide.length - 1);
  const rows = content.entries.map(rowOf);
  const lengths = lines.map(line => line.length - 1);
  const index = Buffer.from(
    JSON.stringify({
      format,
      ...from,
      blueprint: content.blueprint,
      rows,
      lengths,
      guideLength,
    } satisfies Index),
  );
  return Buffer.concat([
    Buffer.from(`${String(index.length).padEnd(prefixBytes - 1)}\n`),
    index,
    ...lines,
    guide,
  ]);
}

/** Opens a compiled bank; undefined when the file is missing, damaged or of another format. */
export function openCompiled(path: string): CompiledBank | undefined {
  try {
    const fd = openSync(path, 'r');
    const length = Number(readAt(fd, 0, prefixBytes));
    const index = JSON.parse(readAt(fd, prefixBytes, length)) as Index;
    const guide = index.guideLength > 0 ? index.guideLength + 1 : 0;
    const whole = prefixBytes + length + index.lengths.reduce((sum, bytes) => sum + bytes + 1, guide);
    if (index.format !== format || fstatSync(fd).size !== whole) {
      closeSync(fd);
      return undefined;
    }
    // The descriptor stays open for the life of the process: a bank compiled anew meanwhile cannot change this one.
    return decoded(index, (at, bytes) => readAt(fd, prefixBytes + length + at, bytes));
  } catch {
    return undefined;
  }
}

/** The same from memory, for a bank that could not be kept. */
export function decodeCompiled(buffer: Buffer): CompiledBank {
  const length = Number(buffer.toString('utf8', 0, prefixBytes));
  const index = JSON.parse(buffer.toString('utf8', prefixBytes, prefixBytes + length)) as Index;
  const body = prefixBytes + length;
  return decoded(index, (at, bytes) => buffer.toString('utf8', body + at, body + at + bytes));
}

function decoded(index: Index, read: (at: number, bytes: number) => string): CompiledBank {
  const places = new Map<string, readonly [number, number]>();
  let at = 0;
  index.rows.forEach((row, i) => {
    const bytes = index.lengths[i] as number;
    places.set(row.id, [at, bytes]);
    at += bytes + 1;
  });
  return {
    stamps: index.stamps,
    hash: index.hash,
    bank: {
      blueprint: index.blueprint,
      rows: index.rows,
      warnings: index.warnings,
      read: ids =>
        ids.map(id => {
          const place = places.get(id);
          if (!place) throw new Error(`no entry ${id} in this bank`);
          return JSON.parse(read(...place)) as BankEntry;
        }),
      hasGuide: index.guideLength > 0,
      guide: () => (index.guideLength > 0 ? (JSON.parse(read(at, index.guideLength)) as Guide) : undefined),
    },
  };
}

function readAt(fd: number, at: number, bytes: number): string {
  const buffer = Buffer.allocUnsafe(bytes);
  if (readSync(fd, buffer, 0, bytes, at) !== bytes) throw new Error('the compiled bank ends early');
  return buffer.toString('utf8');
}
