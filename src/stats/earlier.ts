import { own, type Fold } from '../events/fold.ts';
import { chosenOptions } from './mistakes.ts';

/** When an option was part of a wrong answer: ISO 8601, local minutes ahead of UTC, and the session. */
export interface WrongTime {
  readonly time: string;
  readonly offset: number;
  readonly session: string;
}

/** The last two sessions in which each option was part of a wrong answer: by bank, question and option. */
export type EarlierChoices = Record<string, Record<string, Record<string, WrongTime[]>>>;

/** Which wrong options were chosen before, and when last. */
export const earlierChoices: Fold<EarlierChoices> = {
  name: 'earlier-choices',
  version: 1,
  start: () => ({}),
  step(state, event) {
    if (event.type !== 'question-answered' || event.correct) return;
    const { time, offset, session } = event;
    for (const id of chosenOptions(event)) {
      const question = own(
        own(state, event.bank, () => ({})),
        event.question,
        () => ({}),
      );
      const times = own<WrongTime[]>(question, id, () => []);
      if (times.at(-1)?.session === session) times.pop();
      times.push({ time, offset, session });
      if (times.length > 2) times.shift();
    }
  },
};

/** When an option of a question was last taken in a session other than this one. */
export function lastTaken(
  state: EarlierChoices,
  bank: string,
  question: string,
  option: string,
  session: string,
): WrongTime | undefined {
  const times = state[bank]?.[question]?.[option];
  return Array.isArray(times) ? times.filter(taken => taken.session !== session).at(-1) : undefined;
}
