import type { Row } from '../bank/bank.ts';
import { keyedBy } from '../rng.ts';
import type { Seen } from './exposure.ts';
import { inSequence } from './sequence.ts';

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
 * What comes after is worked out only when it is asked for: of a large domain an exam takes a dozen.
 */
export function* lineUp(rows: readonly Row[], needed: number, order: Order): Generator<Row, void> {
  const enough = Math.min(needed, rows.length);
  const line = apart(inOrder(rows, order));
  const taken = upTo(line, enough);
  if (taken.length >= enough) {
    yield* taken;
    return yield* line;
  }
  const freest = freestFirst([...inOrder(rows, order)]);
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

/** Questions that come before or after all others; within it chance decides. */
interface Rank {
  readonly place: number;
  readonly rows: Row[];
  readonly keys: number[];
}

/** By tier, then the most entangled with unseen enemies first, then by chance. */
function* inOrder(rows: readonly Row[], order: Order): Generator<Row, void> {
  for (const rank of ranksOf(rows, order)) yield* inSequence(rank.rows, rank.keys);
}

/** Enemies are mutual: a question without any is nobody's. */
function ranksOf(rows: readonly Row[], { seed, seen, now, given, reserved }: Order): Rank[] {
  const chanceOf = keyedBy(`${seed}\nquestion\n`);
  const isUnseen = (row: Row) => !given && seen[row.id]?.first === undefined;
  const unseen = new Set(rows.filter(row => row.enemies.length > 0 && isUnseen(row)).map(row => row.id));
  const ranks = new Map<number, Rank>();
  let rank: Rank = { place: 0, rows: [], keys: [] };
  for (const row of rows) {
    const known = given ? undefined : seen[row.id];
    const tier = given ? 0 : tierOf(known, reserved.has(row.id));
    const entangled =
      tier === seenTier || row.enemies.length === 0 ? 0 : row.enemies.filter(id => unseen.has(id)).length;
    const place = tier - entangled / mostEnemies;
    // Most rows have the rank of the one before.
    if (rank.place !== place) rank = ranks.get(place) ?? { place, rows: [], keys: [] };
    if (rank.rows.length === 0) ranks.set(place, rank);
    rank.rows.push(row);
    const chance = chanceOf(row.id);
    // Weighted draw without replacement: the smallest -ln(u)/w first (Efraimidis and Spirakis 2006).
    rank.keys.push(tier === seenTier ? -Math.log(1 - chance) / weight(known as Seen, now) : chance);
  }
  return [...ranks.values()].sort((a, b) => a.place - b.place);
}

/** More enemies than any question has: a share of it keeps within its tier. */
const mostEnemies = 1e6;

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
function* apart(rows: Iterable<Row>): Generator<Row, void> {
  const barred = new Set<string>();
  for (const row of rows) {
    if (barred.has(row.id)) continue;
    for (const enemy of row.enemies) barred.add(enemy);
    yield row;
  }
}
