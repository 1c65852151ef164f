import { isQuestion, type BankEntry } from '../question/types.ts';

/** Where a word may be found, the weightiest first. */
const places = ['stem', 'front', 'tag', 'id', 'option'] as const;
type FoundIn = (typeof places)[number];

const weights: Readonly<Record<FoundIn, number>> = { stem: 3, front: 3, tag: 3, id: 2, option: 1 };

export interface Hit {
  readonly entry: BankEntry;
  readonly found: readonly FoundIn[];
  /** A word counts as much as the weightiest place that has it, twice when it stands there whole. */
  readonly score: number;
}

/**
 * The entries that have every word somewhere in stem, front, tags, id or options, best first and then in the bank's order.
 * A word is found where a word begins with it, in any capitals.
 */
export function search(entries: readonly BankEntry[], words: readonly string[]): Hit[] {
  const wanted = words
    .flatMap(word => word.split(/\s+/))
    .filter(word => word !== '')
    .map(pattern);
  if (wanted.length === 0) return [];
  return entries.flatMap(entry => hitOf(entry, wanted) ?? []).sort((a, b) => b.score - a.score);
}

interface Wanted {
  readonly begun: RegExp;
  readonly whole: RegExp;
}

function pattern(word: string): Wanted {
  const escaped = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const begun = `(?<![\\p{L}\\p{N}])${escaped}`;
  return { begun: new RegExp(begun, 'iu'), whole: new RegExp(`${begun}(?![\\p{L}\\p{N}])`, 'iu') };
}

function hitOf(entry: BankEntry, wanted: readonly Wanted[]): Hit | undefined {
  const texts = textsOf(entry);
  const perWord = wanted.map(({ begun, whole }) =>
    texts.flatMap(([place, text]) =>
      begun.test(text) ? [{ place, weight: weights[place] * (whole.test(text) ? 2 : 1) }] : [],
    ),
  );
  if (perWord.some(found => found.length === 0)) return undefined;
  const foundIn = new Set(perWord.flat().map(({ place }) => place));
  return {
    entry,
    found: places.filter(place => foundIn.has(place)),
    score: perWord.reduce((sum, found) => sum + Math.max(...found.map(({ weight }) => weight)), 0),
  };
}

function textsOf(entry: BankEntry): (readonly [FoundIn, string])[] {
  const named = [['id', entry.id] as const, ...entry.tags.map(tag => ['tag', tag] as const)];
  if (!isQuestion(entry)) return [['front', entry.front], ...named];
  return [['stem', entry.stem], ...named, ...choices(entry).map(text => ['option', text] as const)];
}

function choices({ response }: Extract<BankEntry, { stem: string }>): string[] {
  switch (response.shape) {
    case 'one':
    case 'several':
      return response.options.map(({ text }) => text);
    case 'order':
      return response.items.map(({ text }) => text);
    case 'pairs':
      return [...response.left, ...response.right].map(({ text }) => text);
    case 'text':
      return [];
  }
}
