import type { CardGraded, Event } from '../events/events.ts';
import { isQuestion, type BankEntry } from '../question/types.ts';

/** A card of a past session, and what it was graded, in order. */
export interface GradedCard {
  readonly entry: BankEntry;
  /** What its front says. */
  readonly front: string;
  readonly grades: readonly Pick<CardGraded, 'grade' | 'ms'>[];
}

/** The cards of a session with the grades that its events gave them; grades taken back are left out. */
export function gradedCards(cards: readonly BankEntry[], events: readonly Event[]): GradedCard[] {
  const undone = new Set(events.flatMap(event => (event.type === 'grade-undone' ? [event.event] : [])));
  const given = events.filter(event => event.type === 'card-graded').filter(({ id }) => !undone.has(id));
  return cards.map(entry => ({
    entry,
    front: isQuestion(entry) ? entry.stem : entry.front,
    grades: given.filter(({ question }) => question === entry.id).map(({ grade, ms }) => ({ grade, ms })),
  }));
}
