import { digestOf, randomBytes } from './digest.ts';

const alphabet = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** What `--seed` takes. */
export const seedPattern = /^[a-z0-9-]{1,32}$/;

/** A fresh random word of a-z and 0-9: a seed or a session id. The only chance that no seed decides. */
export function mint(length: number): string {
  let word = '';
  while (word.length < length) {
    // 252 is the largest multiple of 36 in a byte: what is above it would favour the first letters.
    for (const byte of randomBytes(length)) if (byte < 252) word += alphabet[byte % 36];
  }
  return word.slice(0, length);
}

/**
 * A uniform number in [0, 1) that depends on the key and nothing else, 53 bits of it.
 * Two 32-bit lanes of multiply-and-xor with the finaliser of MurmurHash3 (Appleby, 2011, public domain).
 */
export const keyed = (key: string): number => keyedBy('')(key);

/** The same for many keys that begin alike: what they begin with is read once, and put together with none of them. */
export function keyedBy(beginning: string): (rest: string) => number {
  let beginA = 0x9e3779b9;
  let beginB = 0x85ebca6b;
  for (let i = 0; i < beginning.length; i++) {
    beginA = stepA(beginA, beginning.charCodeAt(i));
    beginB = stepB(beginB, beginning.charCodeAt(i));
  }
  return rest => {
    let a = beginA;
    let b = beginB;
    for (let i = 0; i < rest.length; i++) {
      const code = rest.charCodeAt(i);
      a = stepA(a, code);
      b = stepB(b, code);
    }
    return joined(a ^ (beginning.length + rest.length), b);
  };
}

/**
 * Another such number for each of very many texts: with `crossed`, reading a text once does for every seed. They are made
 * UTF-8 many at a time, for it costs more to ask for that than to do it.
 */
export function marksOf<T>(items: readonly T[], textOf: (item: T) => string): Float64Array {
  const marks = new Float64Array(items.length);
  const encoder = new TextEncoder();
  let room = new Uint8Array(0);
  let bytes = new DataView(room.buffer);
  const markTogether = (from: number, to: number) => {
    let together = '';
    for (let i = from; i < to; i++) together += textOf(items[i] as T);
    if (room.length < 3 * together.length) {
      room = new Uint8Array(4 * together.length);
      bytes = new DataView(room.buffer);
    }
    const { written } = encoder.encodeInto(together, room);
    // Where each ends is known only when every letter is a byte.
    if (written > together.length && to - from > 1) {
      for (let i = from; i < to; i++) markTogether(i, i + 1);
      return;
    }
    for (let i = from, begin = 0; i < to; i++) {
      const end = to - from === 1 ? written : begin + textOf(items[i] as T).length;
      marks[i] = markOf(bytes, begin, end);
      begin = end;
    }
  };
  for (let from = 0; from < items.length; from += 128) markTogether(from, Math.min(from + 128, items.length));
  return marks;
}

/**
 * Four bytes at a step and then the rest, to the two lanes in turn. Multiplying carries upwards alone, so that a word's last
 * byte would reach few bits: as in MurmurHash3 it is scrambled first.
 */
function markOf(bytes: DataView, begin: number, end: number): number {
  let a = 0x9e3779b9;
  let b = 0x85ebca6b;
  let at = begin;
  for (; at + 4 <= end; at += 4) {
    const stepped = stepA(a, stepB(0, bytes.getInt32(at, true)));
    a = b;
    b = stepped;
  }
  for (; at < end; at++) {
    const stepped = stepA(a, stepB(0, bytes.getUint8(at)));
    a = b;
    b = stepped;
  }
  return joined(a ^ (end - begin), b);
}

/** A uniform number in [0, 1) that depends on two others, which are uniform themselves. */
export const crossed = (one: number, other: number): number =>
  joined(upper(one) ^ upper(other), lower(one) ^ lower(other));

const upper = (uniform: number) => (uniform * 0x100000000) | 0;
const lower = (uniform: number) => (uniform * 0x20000000000000) | 0;

/** Of two lanes, one number in [0, 1). */
function joined(laneA: number, laneB: number): number {
  const a = mix(laneA ^ (laneB >>> 3));
  const b = mix(laneB ^ a);
  return ((a >>> 0) * 0x200000 + (b >>> 11)) / 0x20000000000000;
}

function stepA(lane: number, code: number): number {
  const word = Math.imul(lane ^ code, 0xcc9e2d51);
  return (word << 13) | (word >>> 19);
}

function stepB(lane: number, code: number): number {
  const word = Math.imul(lane ^ code, 0x1b873593);
  return (word << 15) | (word >>> 17);
}

function mix(word: number): number {
  let h = word;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** A named stream of chance: the same seed and name give the same numbers on every machine. */
export interface Stream {
  /** A uniform number in [0, 1). */
  next(): number;
  /** A uniform integer in [0, below). */
  below(below: number): number;
  /** A new array, every order equally likely (Fisher and Yates). */
  shuffle<T>(items: readonly T[]): T[];
}

export function stream(seed: string, name: string): Stream {
  let drawn = 0;
  const number = keyedBy(`${seed}\n${name}\n`);
  const next = () => number(String(drawn++));
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    next,
    below,
    shuffle<T>(items: readonly T[]): T[] {
      const shuffled = [...items];
      for (let i = shuffled.length - 1; i > 0; i--) {
        const j = below(i + 1);
        const kept = shuffled[i] as T;
        shuffled[i] = shuffled[j] as T;
        shuffled[j] = kept;
      }
      return shuffled;
    },
  };
}

/** A word that stands for a text where nothing but time hangs on it: names in the cache, and whether a text is still the same. */
export const tokenOf = (text: string): string => (keyed(text) * 2 ** 53).toString(36);

/** The same UUID for the same name, of version 8 (RFC 9562, section 5.8): the name's SHA-256, cut to size. */
export function uuidOf(name: string): string {
  const hex = digestOf(`cca\n${name}`);
  const variant = '89ab'[Number.parseInt(hex[16] as string, 16) % 4] as string;
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, variant + hex.slice(17, 20)];
  return [...parts, hex.slice(20, 32)].join('-');
}
