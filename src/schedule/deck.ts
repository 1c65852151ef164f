import type { Row } from '../bank/bank.ts';
import type { Blueprint } from '../bank/blueprint.ts';
import type { Day } from '../clock.ts';
import type { Seen } from '../draw/exposure.ts';
import { recordOn, type CardRecord } from './record.ts';
import { cardKey, type Scheduled } from './schedule.ts';

/** Which cards a learner asks for. Values within a field are alternatives; fields narrow one another. */
export interface DeckFilters {
  readonly domains: readonly string[];
  readonly objectives: readonly string[];
  readonly tags: readonly string[];
  readonly only: 'terms' | 'questions' | undefined;
  readonly flagged: boolean;
}

/** A card of the bank with what history says of it. */
export interface DeckCard {
  readonly row: Row;
  readonly key: string;
  /** Undefined while it was never asked. */
  readonly record: CardRecord | undefined;
}

/** A card that has been asked at least once. */
export type KnownCard = DeckCard & { readonly record: CardRecord };

export const isKnown = (card: DeckCard): card is KnownCard => card.record !== undefined;

interface DeckRequest {
  readonly blueprint: Blueprint;
  readonly rows: readonly Row[];
  /** The bank's part of the schedule, by card. */
  readonly scheduled: Readonly<Record<string, Scheduled>>;
  /** What history says of the bank's questions, by id. */
  readonly seen: Readonly<Record<string, Seen>>;
  readonly filters: DeckFilters;
  readonly today: Day;
}

export const allCards: DeckFilters = {
  domains: [],
  objectives: [],
  tags: [],
  only: undefined,
  flagged: false,
};

/**
 * The cards of a bank that can be asked on a day: term cards, questions of the kinds that no exam draws, and what the
 * learner has met already. An exam question never met is one only where questions alone are asked for: showing it takes
 * it from the fresh exams. Buried and suspended cards are left out.
 */
export function deckOf(request: DeckRequest): DeckCard[] {
  const { rows, scheduled, today } = request;
  return rows
    .map(row => {
      const key = cardKey(row);
      const known = Object.hasOwn(scheduled, key) ? scheduled[key] : undefined;
      return { row, key, known, record: known?.record && recordOn(known.record, today) };
    })
    .filter(
      ({ row, known }) =>
        !known?.suspended && (known?.buried ?? today) <= today && isCard(row, known, request),
    )
    .map(({ row, key, record }) => ({ row, key, record }));
}

function isCard(row: Row, known: Scheduled | undefined, { blueprint, seen, filters }: DeckRequest): boolean {
  const { domains, objectives, tags, only, flagged } = filters;
  const isTerm = row.kind === 'card';
  const isMet = known?.record !== undefined || seen[row.id]?.first !== undefined;
  return (
    (only === undefined || (only === 'terms') === isTerm) &&
    (isTerm || isMet || only === 'questions' || !blueprint.examKinds.includes(row.kind)) &&
    (domains.length === 0 || domains.includes(row.domain)) &&
    (objectives.length === 0 || objectives.includes(row.objective)) &&
    (tags.length === 0 || row.tags.some(tag => tags.includes(tag))) &&
    (!flagged || seen[row.id]?.flagged === true)
  );
}

/** How many cards were first met on a day, in whatever mode. */
export const metOn = (scheduled: Readonly<Record<string, Scheduled>>, day: Day): number =>
  Object.values(scheduled).filter(({ record }) => record?.since === day).length;
