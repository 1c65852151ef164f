import type { Row } from '../bank/bank.ts';
import { crossed, keyed } from '../rng.ts';
import type { Seen } from './exposure.ts';
import type { Pool } from './pools.ts';
import { inSequence } from './sequence.ts';

const dayMs = 86_400_000;

/** The questions of a domain that are asked for, with their marks. */
type Lined = Pick<Pool, 'rows' | 'marks'>;

/** What the order of a domain's questions depends on. */
export interface Order {
  readonly seed: string;
  /** By question id; empty when the learner gave the seed. */
  readonly seen: Readonly<Record<string, Seen>>;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Questions kept back for the last fresh exams: taken when nothing else unexposed is left. */
  readonly isKept: (row: Row, mark: number) => boolean;
}

/**
 * The questions of one domain in the order in which a session takes them, enemies left out after the first of them: any
 * beginning of it is a valid draw. Never exposed first, then drawn but never displayed, then those kept back for exams, then
 * seen ones by weighted chance.
 * `needed` is how many seats wait: when taking the most entangled first cannot fill them, the least entangled go first.
 * What comes after is worked out only when it is asked for: of a large domain an exam takes a dozen.
 */
export function* lineUp(pool: Lined, needed: number, order: Order): Generator<Row, void> {
  const enough = Math.min(needed, pool.rows.length);
  const line = apart(inOrder(pool, order));
  const taken = upTo(line, enough);
  if (taken.length >= enough) {
    yield* taken;
    return yield* line;
  }
  const freest = freestFirst([...inOrder(pool, order)]);
  yield* freest.length > taken.length ? freest : taken;
}

/** How many questions of these can be in one session together; more than `most` are not looked for. */
export function mostApart(rows: readonly Row[], most: number): number {
  const found = upTo(apart(rows), most).length;
  return found === most ? most : Math.max(found, freestFirst(rows).length);
}

/** The first so many, leaving the rest to be asked for. */
export function upTo<T>(line: Iterator<T>, count: number): T[] {
  const taken: T[] = [];
  for (let next; taken.length < count && !(next = line.next()).done;) taken.push(next.value);
  return taken;
}

/** As many as go together, those with fewest enemies among these taken first, back in the order given. */
function freestFirst(ranked: readonly Row[]): Row[] {
  const here = new Set(ranked.map(row => row.id));
  const entangled = (row: Row) => row.enemies.filter(enemy => here.has(enemy)).length;
  const taken = new Set(apart(ranked.toSorted((a, b) => entangled(a) - entangled(b))));
  return ranked.filter(row => taken.has(row));
}

/**
 * By tier, then the most entangled with unseen enemies first, then by chance. All stand at first where they would if no
 * question had ever been seen, and move back when their turn comes: of a large pool few are looked at.
 */
function* inOrder(pool: Lined, order: Order): Generator<Row, void> {
  const { rows } = pool;
  const places: Places = [[], [], [], []];
  for (let index = 0; index < rows.length; index++)
    stand(places, index, 0, (rows[index] as Row).enemies.length);
  const keyOf = keysBy(pool, order);
  for (const [tier, ranks] of places.entries())
    for (let entangled = ranks.length - 1; entangled >= 0; entangled--) {
      const here = ranks[entangled] ?? [];
      const byChance = (some: readonly number[]) =>
        inSequence(
          some,
          some.map(index => keyOf(index, tier)),
        );
      const staying = (some: readonly number[]) => settle(some, { tier, entangled }, places, pool, order);
      const first = upTo(byChance(here), looked);
      for (const index of staying(first)) yield rows[index] as Row;
      const past = new Set(first);
      const others = here.filter(index => !past.has(index));
      for (const index of byChance(staying(others))) yield rows[index] as Row;
    }
}

/** Indexes by tier, then by how many unseen enemies they have. */
type Places = number[][][];

const stand = (places: Places, index: number, tier: number, entangled: number) =>
  ((places[tier] as number[][])[entangled] ??= []).push(index);

/** Those who belong where they stand; the others move back. */
function settle(
  some: readonly number[],
  { tier, entangled }: { tier: number; entangled: number },
  places: Places,
  { rows, marks }: Lined,
  order: Order,
): number[] {
  const inTier = some.filter(index => {
    const row = rows[index] as Row;
    const own = tierOf(row, marks[index] as number, order);
    if (own !== tier) stand(places, index, own, own === seenTier ? 0 : row.enemies.length);
    return own === tier;
  });
  if (entangled === 0) return inTier;
  const isUnseen = unseenEnemies(inTier, rows, order);
  return inTier.filter(index => {
    const unseen = (rows[index] as Row).enemies.filter(isUnseen).length;
    if (unseen !== entangled) stand(places, index, tier, unseen);
    return unseen === entangled;
  });
}

/** How many of equals are looked at before all are: more than a session takes of one domain. */
const looked = 64;

/** Tells which enemies of some in a pool are in it and unseen. Enemies are mutual: only who has some is one. */
function unseenEnemies(
  some: readonly number[],
  rows: readonly Row[],
  { seen }: Order,
): (id: string) => boolean {
  const named = new Set<string>();
  for (const index of some) for (const id of (rows[index] as Row).enemies) named.add(id);
  const unseen = new Set<string>();
  for (const { id, enemies } of rows) {
    if (named.size === 0) break;
    if (enemies.length > 0 && named.delete(id) && seen[id]?.first === undefined) unseen.add(id);
  }
  return id => unseen.has(id);
}

/** What chance orders equals by, the smallest first. */
function keysBy({ rows, marks }: Lined, { seed, seen, now }: Order): (index: number, tier: number) => number {
  const own = keyed(`${seed}\nquestion`);
  return (index, tier) => {
    const chance = crossed(own, marks[index] as number);
    if (tier !== seenTier) return chance;
    // Weighted draw without replacement: the smallest -ln(u)/w first (Efraimidis and Spirakis 2006).
    return -Math.log(1 - chance) / weight(seen[(rows[index] as Row).id] as Seen, now);
  };
}

const seenTier = 3;

function tierOf(row: Row, mark: number, { seen, isKept }: Order): number {
  const known = seen[row.id];
  if (known?.first !== undefined) return seenTier;
  if (isKept(row, mark)) return 2;
  return known === undefined ? 0 : 1;
}

/** Days since it was last seen, three times that when the last answer was wrong or guessed. */
function weight(seen: Seen, now: number): number {
  const days = Math.max((now - Date.parse(seen.last ?? '')) / dayMs, 0.01);
  return seen.answer === 'wrong' || seen.answer === 'guessed' ? 3 * days : days;
}

/** Drops every question that an earlier one is an enemy of. */
function* apart(rows: Iterable<Row>): Generator<Row, void> {
  const barred = new Set<string>();
  for (const row of rows) {
    if (barred.has(row.id)) continue;
    for (const enemy of row.enemies) barred.add(enemy);
    yield row;
  }
}
