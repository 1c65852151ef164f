import { reviewedSeats } from '../session/exam-report.ts';
import type { ExamState, Session } from '../session/session.ts';
import { entryLines } from './entry.ts';

/** Every question of an exam that is handed in, with the learner's answer, the key, why and sources. */
export function reviewLines(session: Session, exam: ExamState, onlyWrong: boolean): string[] {
  const seats = reviewedSeats(session, exam).filter(({ isRight }) => !onlyWrong || !isRight);
  if (seats.length === 0) return ['Nothing was wrong.'];
  return seats.flatMap(({ seat, isRight, isAnswered, isFlagged, isGuess, isChanged }) => {
    const { question } = session.seats[seat] as Session['seats'][number];
    const marks = [isFlagged && 'flagged', isGuess && 'guessed', isChanged && 'changed'].filter(Boolean);
    const verdict = isRight ? 'right' : isAnswered ? 'wrong' : 'unanswered';
    const outcome = session.outcomes.get(seat);
    const chosen =
      outcome && 'ids' in outcome.answer ? chosenTexts(question.response, outcome.answer.ids) : [];
    return [
      `Question ${seat + 1} of ${session.seats.length}: ${[verdict, ...marks].join(', ')}`,
      ...chosen.map(text => `You chose: ${text}`),
      ...entryLines(question),
      '',
    ];
  });
}

const chosenTexts = (response: Session['seats'][number]['question']['response'], ids: readonly string[]) =>
  'options' in response
    ? response.options.filter(option => ids.includes(option.id)).map(option => option.text)
    : [];
