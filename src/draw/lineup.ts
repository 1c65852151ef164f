import type { Row } from '../bank/bank.ts';
import { keyed } from '../rng.ts';
import type { Seen } from './exposure.ts';

const dayMs = 86_400_000;

/** What the order of a domain's questions depends on. */
export interface Order {
  readonly seed: string;
  /** By question id; empty when the learner gave the seed. */
  readonly seen: Readonly<Record<string, Seen>>;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** A seed was given and history left out: only the seed orders. */
  readonly given: boolean;
  /** Questions kept back for the last fresh exams: taken when nothing else unexposed is left. */
  readonly reserved: ReadonlySet<string>;
}

/**
 * The questions of one domain in the order in which a session takes them, enemies left out after the first of them: any
 * beginning of it is a valid draw. Never exposed first, then drawn but never displayed, then those kept back for exams, then
 * seen ones by weighted chance.
 * `needed` is how many seats wait: when taking the most entangled first cannot fill them, the least entangled go first.
 */
export function lineUp(rows: readonly Row[], needed: number, order: Order): Row[] {
  const ranked = rank(rows, order);
  const taken = apart(ranked);
  if (taken.length >= Math.min(needed, rows.length)) return taken;
  const freest = freestFirst(ranked);
  return freest.length > taken.length ? freest : taken;
}

/** How many questions of these can be in one session together. */
export function mostApart(rows: readonly Row[]): number {
  return Math.max(apart(rows).length, freestFirst(rows).length);
}

/** As many as go together, those with fewest enemies among these taken first, back in the order given. */
function freestFirst(ranked: readonly Row[]): Row[] {
  const here = new Set(ranked.map(row => row.id));
  const entangled = (row: Row) => row.enemies.filter(enemy => here.has(enemy)).length;
  const taken = new Set(apart(ranked.toSorted((a, b) => entangled(a) - entangled(b))));
  return ranked.filter(row => taken.has(row));
}

function rank(rows: readonly Row[], { seed, seen, now, given, reserved }: Order): Row[] {
  const unseen = new Set(
    given ? [] : rows.filter(row => seen[row.id]?.first === undefined).map(row => row.id),
  );
  const ranks = rows.map(row => {
    const known = given ? undefined : seen[row.id];
    const chance = keyed(`${seed}\nquestion\n${row.id}`);
    const tier = given ? 0 : tierOf(known, reserved.has(row.id));
    const entangled = tier === seenTier || given ? 0 : row.enemies.filter(enemy => unseen.has(enemy)).length;
    // Weighted draw without replacement: the smallest -ln(u)/w first (Efraimidis and Spirakis 2006).
    return {
      row,
      tier,
      entangled,
      key: tier === seenTier ? -Math.log(1 - chance) / weight(known as Seen, now) : chance,
    };
  });
  ranks.sort((a, b) => a.tier - b.tier || b.entangled - a.entangled || a.key - b.key);
  return ranks.map(({ row }) => row);
}

const seenTier = 3;

function tierOf(known: Seen | undefined, isReserved: boolean): number {
  if (known?.first !== undefined) return seenTier;
  if (isReserved) return 2;
  return known === undefined ? 0 : 1;
}

/** Days since it was last seen, three times that when the last answer was wrong or guessed. */
function weight(seen: Seen, now: number): number {
  const days = Math.max((now - Date.parse(seen.last ?? '')) / dayMs, 0.01);
  return seen.answer === 'wrong' || seen.answer === 'guessed' ? 3 * days : days;
}

/** Drops every question that an earlier one is an enemy of. */
function apart(rows: readonly Row[]): Row[] {
  const barred = new Set<string>();
  return rows.filter(row => {
    if (barred.has(row.id)) return false;
    for (const enemy of row.enemies) barred.add(enemy);
    return true;
  });
}
