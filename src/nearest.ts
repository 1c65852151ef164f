import leven from 'leven';

/**
 * The known word that a mistyped one most likely stands for, or undefined when none is close: at most a third of its
 * letters may differ.
 */
export function nearest(typed: string, known: readonly string[]): string | undefined {
  const ranked = known
    .map(word => ({ word, distance: distance(typed.toLowerCase(), word.toLowerCase()) }))
    .filter(({ word, distance }) => distance <= Math.max(1, Math.floor(word.length / 3)))
    .sort((a, b) => a.distance - b.distance);
  return ranked[0]?.word;
}

/** Levenshtein's distance, with two letters changed about as one slip. */
function distance(typed: string, word: string): number {
  const slips = leven(typed, word);
  const letters = (text: string) => [...text].sort().join('');
  return slips === 2 && letters(typed) === letters(word) ? 1 : slips;
}
