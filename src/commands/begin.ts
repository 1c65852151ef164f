import { counted } from '../counted.ts';
import type { Bank } from '../bank/bank.ts';
import type { Blueprint } from '../bank/blueprint.ts';
import type { Context } from '../context.ts';
import { draw } from '../draw/draw.ts';
import { exposure, type Seen } from '../draw/exposure.ts';
import type { Filters } from '../draw/filter.ts';
import { UsageError } from '../errors.ts';
import { drawOrders } from '../question/shapes/index.ts';
import { isQuestion, type Question } from '../question/types.ts';
import { mint, seedPattern, stream } from '../rng.ts';
import type { Seat, Session } from '../session/session.ts';
import { bankDir, loadBank } from '../store/banks.ts';
import { historyFor } from './history-notices.ts';
import type { Beginning } from './start-session.ts';

/** The options that every drawn session takes. */
export interface DrawFlags {
  readonly seed?: string | undefined;
  readonly bank?: string | undefined;
  readonly dry?: boolean | undefined;
}

/** A bank and what history says of it: what a session is drawn from. */
export interface Ground {
  readonly bank: Bank;
  readonly seen: Readonly<Record<string, Seen>>;
  /** What reading history came upon. */
  readonly notices: readonly string[];
}

/** Reads the bank and the history that a session is drawn from. Throws BankError and StorageError. */
export async function readGround(
  { bank: folder, dry = false }: DrawFlags,
  context: Context,
): Promise<Ground> {
  const bank = await loadBank(folder, context.paths, { keeps: !dry });
  const { state, notices } = historyFor(exposure, context.paths, dry);
  return { bank, seen: state[bank.blueprint.id] ?? {}, notices };
}

/** What a drawn session begins with, but for what its mode adds; `fresh` counts questions never seen. */
export type Drawn = Omit<Beginning, 'mode' | 'name' | 'notices'> & { readonly fresh: number };

/** Draws a session: the same seed gives the same questions, order and options; without one it is minted. */
export function drawSession(
  { bank, seen }: Ground,
  { filters, count }: { readonly filters: Filters; readonly count: number },
  flags: DrawFlags,
  context: Context,
): Drawn {
  const { blueprint } = bank;
  const seed = flags.seed ?? mint(6);
  const given = flags.seed !== undefined;
  const now = context.clock.now();
  const rows = draw({ blueprint, rows: bank.rows, filters, count, seed, given, seen, now });
  return {
    bank: {
      id: blueprint.id,
      title: blueprint.title,
      dir: flags.bank === undefined ? undefined : bankDir(flags.bank, context.paths),
    },
    seats: seatsFor(bank.read(rows.map(row => row.id)).filter(isQuestion), seed),
    titles: titlesOf(blueprint),
    hasGuide: flags.bank === undefined && bank.hasGuide,
    seed,
    given,
    seen,
    dry: flags.dry ?? false,
    fresh: rows.filter(row => seen[row.id]?.first === undefined).length,
  };
}

/** Throws UsageError for a seed that is none. */
export function refuseOddSeed({ seed }: DrawFlags): void {
  if (seed !== undefined && !seedPattern.test(seed))
    throw new UsageError(
      `"${seed}" is not a seed. A seed has 1 to 32 of a-z, 0-9 and -, such as ${mint(4)}.`,
    );
}

/** Seats in the order of the questions, their options ordered by the seed. */
const seatsFor = (questions: readonly Question[], seed: string): Seat[] =>
  questions.map(question => ({
    question,
    orders: drawOrders(question.response, stream(seed, `options ${question.id}`)),
  }));

/** Titles by slug, for a session to keep. */
export const titlesOf = ({ domains }: Blueprint): Session['titles'] => ({
  domains: Object.fromEntries(domains.map(({ slug, title }) => [slug, title])),
  objectives: Object.fromEntries(
    domains.flatMap(({ objectives }) => objectives.map(({ slug, title }) => [slug, title])),
  ),
});

/** One line when the bank has warnings: its author wants to know, a learner may ignore it. */
export const bankNotices = ({ warnings }: Bank, given: string | undefined): string[] =>
  warnings > 0 && given !== undefined
    ? [`This bank has ${counted(warnings, 'warning')}: cca bank check ${given}`]
    : [];
