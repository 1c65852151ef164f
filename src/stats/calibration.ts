import type { StudyDays } from './habits.ts';
import { shareOf, type Share } from './share.ts';

/** How often marked guesses and unmarked answers were right. */
export interface Calibration {
  readonly guessed: Share;
  readonly sure: Share;
}

/** Fewer marked guesses say nothing about how well somebody knows what they know. */
export const fewestGuesses = 20;

/** Undefined until enough guesses were marked. */
export function calibrationOf(days: StudyDays): Calibration | undefined {
  let [answered, right, guessed, guessedRight] = [0, 0, 0, 0];
  for (const day of Object.values(days)) {
    answered += day.answered;
    right += day.right;
    guessed += day.guessed;
    guessedRight += day.guessedRight;
  }
  if (guessed < fewestGuesses) return undefined;
  return { guessed: shareOf(guessedRight, guessed), sure: shareOf(right - guessedRight, answered - guessed) };
}
