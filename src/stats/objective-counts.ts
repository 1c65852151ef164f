import { own, type Fold } from '../events/fold.ts';

/** Answers of one objective. */
export interface ObjectiveCount {
  answered: number;
  right: number;
}

/** Answers by bank, then objective. */
export const objectiveCounts: Fold<Record<string, Record<string, ObjectiveCount>>> = {
  name: 'objective-counts',
  version: 1,
  start: () => ({}),
  step(state, event) {
    if (event.type !== 'question-answered') return;
    const objectives = own(state, event.bank, () => ({}));
    const counts = own(objectives, event.objective, () => ({ answered: 0, right: 0 }));
    counts.answered++;
    if (event.correct) counts.right++;
  },
};
