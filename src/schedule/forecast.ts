import type { Day } from '../clock.ts';
import type { KnownCard } from './deck.ts';
import { recallOn } from './record.ts';

/** The mean chance of recalling the cards met so far, from 0 to 1, by domain; a domain without one is left out. */
export function memoryByDomain(cards: readonly KnownCard[], day: Day): Record<string, number> {
  const domains = new Map<string, KnownCard[]>();
  for (const card of cards) domains.set(card.row.domain, [...(domains.get(card.row.domain) ?? []), card]);
  return Object.fromEntries([...domains].map(([domain, own]) => [domain, meanRecall(own, day)]));
}

/** The same of all of them, day by day, with nothing more done. Nothing where no card was met. */
export function memoryUntil(
  cards: readonly KnownCard[],
  today: Day,
  last: Day,
): { readonly day: Day; readonly share: number }[] {
  if (cards.length === 0) return [];
  return Array.from({ length: Math.max(1, last - today + 1) }, (_, ahead) => ({
    day: today + ahead,
    share: meanRecall(cards, today + ahead),
  }));
}

const meanRecall = (cards: readonly KnownCard[], day: Day): number =>
  cards.reduce((sum, { record }) => sum + recallOn(record, day), 0) / cards.length;
