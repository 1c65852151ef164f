/** The lowest of many numbers that are told one by one. */
export interface Lowest {
  tell(number: number): void;
  /** How many were told. */
  told(): number;
  /** So many of the lowest in order, no more than are remembered. */
  first(count: number): number[];
}

/** Remembers so many. Sorting is rare: of numbers in no order ever fewer are below the bound. */
export function lowest(most: number): Lowest {
  let kept: number[] = [];
  let bound = Infinity;
  let told = 0;
  const first = (count: number) => kept.toSorted((a, b) => a - b).slice(0, Math.min(count, most));
  return {
    tell(number) {
      told++;
      if (number >= bound) return;
      kept.push(number);
      if (kept.length < 2 * most) return;
      kept = first(most);
      bound = kept.at(-1) ?? -Infinity;
    },
    told: () => told,
    first,
  };
}
