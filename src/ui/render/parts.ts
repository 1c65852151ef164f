import type { ResponseView } from '../../session/response-view.ts';
import type { QuestionView } from '../../session/view.ts';

/** What is asked for, in words: how many to choose, and in which way. */
export function instruction({ shape, wanted }: ResponseView): string {
  switch (shape) {
    case 'one':
      return 'Choose one.';
    case 'several':
      return `Choose ${wanted}.`;
    case 'text':
      return 'Type the answer.';
    case 'order':
      return `Put all ${wanted} in order, first to last.`;
    case 'pairs':
      return `Match all ${wanted}.`;
  }
}

/** Difficulty, and whether the learner has met the question. */
export const standing = (view: Pick<QuestionView, 'difficulty' | 'isNew' | 'wasSkipped'>): string[] => [
  view.difficulty,
  view.isNew ? 'new to you' : 'seen before',
  ...(view.wasSkipped ? ['skipped once'] : []),
];

/** The address as a learner would read it out. */
export const shortUrl = (url: string): string => url.replace(/^https?:\/\/(?:www[.])?/, '');

/** What a front end says to a reported fault. */
export const noted = 'Noted. cca bank reports lists it.';
