/**
 * How likely each number of right answers is when question i is right with chance `chances[i]`, each on its own: the
 * Poisson-binomial distribution by convolution, one question after the other (Hong 2013, Computational Statistics & Data
 * Analysis 59: 41-51, section 2.5). Gives one chance for each number from 0 to the number of questions, written
 * into `scores` where that is given.
 */
export function scoreChances(
  chances: ArrayLike<number>,
  scores: Float64Array = new Float64Array(chances.length + 1),
): Float64Array {
  scores.fill(0);
  scores[0] = 1;
  for (let asked = 0; asked < chances.length; asked++) {
    const chance = chances[asked] as number;
    let below = 0;
    for (let right = 0; right <= asked + 1; right++) {
      const here = scores[right] as number;
      scores[right] = here * (1 - chance) + below * chance;
      below = here;
    }
  }
  return scores;
}

/** The chance of at least `needed` right answers. */
export function chanceOfAtLeast(needed: number, scores: Float64Array): number {
  let chance = 0;
  for (let right = scores.length - 1; right >= needed; right--) chance += scores[right] as number;
  return Math.min(1, chance);
}

/** How many right answers a pass needs: the pass mark in percent of so many questions, rounded up. */
export const neededRight = (questions: number, passMark: number): number =>
  Math.ceil((questions * passMark) / 100 - 1e-9);
