import type { Stream } from '../rng.ts';

/** A domain as the draw sees it: its weight and how many questions it can give. */
export interface Share {
  readonly slug: string;
  readonly weight: number;
  readonly available: number;
}

/**
 * How many questions each domain gets, by slug.
 *
 * A full-length form uses largest remainders (ties to the heavier domain, then to the one listed first). Any other length
 * gives each domain the floor of its share and draws the seats left over in proportion to the remainders, by systematic
 * sampling (Madow 1949), so that over many sessions every share equals its weight. A domain that cannot fill its seats
 * gives them to the others the same way.
 */
export function allotSeats(
  shares: readonly Share[],
  seats: number,
  fullLength: boolean,
  chance: Stream,
): Map<string, number> {
  const allotted = new Map(shares.map(share => [share.slug, 0]));
  for (let left = seats; left > 0;) {
    const open = shares.filter(share => share.weight > 0 && room(share, allotted) > 0);
    if (open.length === 0) break;
    const quotas = fullLength ? largestRemainder(open, left) : sampledRemainder(open, left, chance);
    for (const share of open) {
      const given = Math.min(quotas.get(share.slug) ?? 0, room(share, allotted));
      allotted.set(share.slug, (allotted.get(share.slug) ?? 0) + given);
      left -= given;
    }
  }
  return allotted;
}

const room = (share: Share, allotted: ReadonlyMap<string, number>) =>
  share.available - (allotted.get(share.slug) ?? 0);

/** Whole seats and remainders, as whole numbers over the total weight: no rounding decides a tie. */
function exactShares(shares: readonly Share[], seats: number) {
  const total = shares.reduce((sum, share) => sum + share.weight, 0);
  return shares.map(share => {
    const whole = Math.floor((share.weight * seats) / total + 1e-9);
    return { ...share, whole, remainder: Math.max(0, share.weight * seats - whole * total), total };
  });
}

function largestRemainder(shares: readonly Share[], seats: number): Map<string, number> {
  const exact = exactShares(shares, seats);
  const left = seats - exact.reduce((sum, share) => sum + share.whole, 0);
  const byRemainder = [...exact].sort((a, b) => b.remainder - a.remainder || b.weight - a.weight);
  const extra = new Set(byRemainder.slice(0, left).map(share => share.slug));
  return new Map(exact.map(({ slug, whole }) => [slug, whole + (extra.has(slug) ? 1 : 0)]));
}

function sampledRemainder(shares: readonly Share[], seats: number, chance: Stream): Map<string, number> {
  const exact = exactShares(shares, seats);
  const offset = chance.next();
  let passed = 0;
  return new Map(
    exact.map(({ slug, whole, remainder, total }) => {
      const before = Math.ceil(passed / total - offset - 1e-12);
      passed += remainder;
      const after = Math.ceil(passed / total - offset - 1e-12);
      return [slug, whole + after - before];
    }),
  );
}
