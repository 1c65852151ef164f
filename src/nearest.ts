import leven from 'leven';

/**
 * The known word that a mistyped one most likely stands for, or undefined when none is close: at most a third of its
 * letters may differ.
 */
export function nearest(typed: string, known: readonly string[]): string | undefined {
  const ranked = known
    .map(word => ({ word, slips: slips(typed.toLowerCase(), word.toLowerCase()) }))
    .filter(({ word, slips: made }) => made <= Math.max(1, Math.floor(word.length / 3)))
    .sort((a, b) => a.slips - b.slips);
  return ranked[0]?.word;
}

/** Levenshtein's distance, with two letters changed about as one slip. */
function slips(typed: string, word: string): number {
  const letters = (text: string) => [...text].sort().join('');
  const steps = leven(typed, word);
  return steps === 2 && letters(typed) === letters(word) ? 1 : steps;
}
