/*
 * How alike two texts are, by their shingles: runs of consecutive words. Resemblance and containment as in A. Broder, "On
 * the resemblance and containment of documents", SEQUENCES 1997.
 */

/** The words of a text in order, in lower case. Signs inside a word (`app=api`, `kube-system`) stay part of it. */
export const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/\s+/)
    .map(word => (plain.test(word) ? word : word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')))
    .filter(word => word !== '');

/** Most words need no look at the tables of Unicode. */
const plain = /^[a-z0-9]+$/;

/** Every run of `length` consecutive words, once; a shorter text is one shingle, an empty one has none. */
export function shinglesOf(text: string, length: number): Set<string> {
  const words = wordsOf(text);
  if (words.length === 0) return new Set();
  const shingles = new Set<string>();
  for (let at = 0; at === 0 || at + length <= words.length; at++)
    shingles.add(words.slice(at, at + length).join(' '));
  return shingles;
}

/** |A ∩ B| / |A ∪ B|: 0 when they have nothing in common, 1 when they are the same. Two empty sets are the same. */
export function resemblance(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 && b.size === 0) return 1;
  const both = common(a, b);
  return both / (a.size + b.size - both);
}

/** |A ∩ B| / |A|: how much of A is found in B. An empty A is in nothing. */
export const containment = (a: ReadonlySet<string>, b: ReadonlySet<string>): number =>
  a.size === 0 ? 0 : common(a, b) / a.size;

function common(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let found = 0;
  for (const shingle of small) if (large.has(shingle)) found++;
  return found;
}

/**
 * The pairs of sets (by index, the first below the second) whose resemblance is at least `limit`. Exact, and near to linear
 * where few are alike: two such sets share one of the rarest |A| - ceil(limit |A|) + 1 shingles of each (prefix filtering,
 * S. Chaudhuri, V. Ganti and R. Kaushik, ICDE 2006), so only those are looked up.
 */
export function alikePairs(
  sets: readonly ReadonlySet<string>[],
  limit: number,
): { a: number; b: number; alike: number }[] {
  const frequency = new Map<string, number>();
  for (const set of sets)
    for (const shingle of set) frequency.set(shingle, (frequency.get(shingle) ?? 0) + 1);
  const rarity = (x: string, y: string) =>
    (frequency.get(x) ?? 0) - (frequency.get(y) ?? 0) || (x < y ? -1 : 1);
  const index = new Map<string, number[]>();
  return sets.flatMap((set, b) => {
    const prefix = [...set].sort(rarity).slice(0, set.size - Math.ceil(limit * set.size - 1e-9) + 1);
    const candidates = new Set(prefix.flatMap(shingle => index.get(shingle) ?? []));
    for (const shingle of prefix) {
      const known = index.get(shingle);
      if (known) known.push(b);
      else index.set(shingle, [b]);
    }
    return [...candidates].flatMap(a => {
      const alike = resemblance(sets[a] as ReadonlySet<string>, set);
      return alike >= limit ? [{ a, b, alike }] : [];
    });
  });
}
