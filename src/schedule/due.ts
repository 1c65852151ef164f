import type { Blueprint } from '../bank/blueprint.ts';
import type { Day } from '../clock.ts';
import { comesBack } from './course.ts';
import { isKnown, type DeckCard } from './deck.ts';
import { todayIn, type Study } from './study.ts';

/** How many cards there are, and how many of them are due. */
export interface DueCount {
  readonly cards: number;
  /** Due today and not yet done. */
  readonly today: number;
  /** Due within seven days, today's included. */
  readonly week: number;
  /** New cards that today still has. */
  readonly new: number;
  /** Cards never met. */
  readonly waiting: number;
}

export interface DueCounts {
  readonly total: DueCount & {
    /** The first day after today that has a card; null when none does. */
    readonly next: Day | null;
  };
  /** Those with cards, in the order of the blueprint. */
  readonly domains: readonly (DueCount & { readonly slug: string; readonly title: string })[];
}

/** Counts what is due today, within a week, and by domain. Today's count is what `cca flashcards` would ask. */
export function dueCounts(study: Study, { domains }: Blueprint): DueCounts {
  const { today } = study;
  const part = todayIn(study);
  const todays = new Set<DeckCard>([...part.due, ...part.putOff]);
  const fresh = new Set<DeckCard>(part.fresh);
  const dayOfCard = (card: DeckCard) =>
    card.record ? Math.max(comesBack(card.record, study.course, study.sweep), today) : Infinity;
  const countOf = (cards: readonly DeckCard[]): DueCount => ({
    cards: cards.length,
    today: cards.filter(card => todays.has(card)).length,
    week: cards.filter(card => todays.has(card) || dayOfCard(card) < today + 7).length,
    new: cards.filter(card => fresh.has(card)).length,
    waiting: cards.filter(card => !isKnown(card)).length,
  });
  const later = study.deck.map(dayOfCard).filter(day => day > today && day < Infinity);
  return {
    total: { ...countOf(study.deck), next: later.length > 0 ? Math.min(...later) : null },
    domains: domains
      .map(({ slug, title }) => ({
        slug,
        title,
        ...countOf(study.deck.filter(({ row }) => row.domain === slug)),
      }))
      .filter(({ cards }) => cards > 0),
  };
}
