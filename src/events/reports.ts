import type { Event, QuestionReported } from './events.ts';
import type { Fold } from './fold.ts';

/** Every fault that the learner reported, in order. */
export const reports: Fold<(QuestionReported & Event)[]> = {
  name: 'reports',
  version: 1,
  start: () => [],
  step(found, event) {
    if (event.type === 'question-reported') found.push(event);
  },
};
