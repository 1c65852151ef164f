import type { Event } from '../events/events.ts';
import { own, type Fold } from '../events/fold.ts';

/** Counts of one domain. First tries are answers to questions never seen before. */
export interface DomainCount {
  answered: number;
  right: number;
  firstTries: number;
  firstRight: number;
  /** ISO 8601. */
  last: string;
}

/** Counts by bank, then domain. */
export type AnswerCounts = Record<string, Record<string, DomainCount>>;

/** How many answers there are, and how many were right: the first, honest form of statistics. */
export const answerCounts: Fold<AnswerCounts> = {
  name: 'answer-counts',
  version: 1,
  start: () => ({}),
  step(state, event: Event) {
    if (event.type !== 'question-answered') return;
    const domains = own(state, event.bank, () => ({}));
    const counts = own(domains, event.domain, () => ({
      answered: 0,
      right: 0,
      firstTries: 0,
      firstRight: 0,
      last: '',
    }));
    counts.answered++;
    counts.last = event.time;
    if (event.correct) counts.right++;
    if (event.first) {
      counts.firstTries++;
      if (event.correct) counts.firstRight++;
    }
  },
};
