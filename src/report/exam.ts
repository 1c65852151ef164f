import type { ExamReport } from '../session/exam-report.ts';
import type { PartScore } from '../session/score.ts';
import type { ReviewedSeat } from '../session/review.ts';
import { clockTime } from './duration.ts';
import { counted } from '../counted.ts';

/** The verdict in points and percent, what the exam is worth, and how much of it was new. */
export function reportFacts(exam: ExamReport): string[] {
  const kind = [
    exam.isTimed ? 'Timed' : 'Untimed',
    exam.length === 'full' ? 'full length' : `${exam.length} length`,
  ].join(', ');
  const worth = exam.isAttempt ? '' : ' It does not count as an attempt.';
  return [
    `${exam.name}: ${exam.right} of ${exam.of}, ${exam.percent}%. The pass mark is ${exam.needed} (${exam.passMark}%).`,
    `${kind}, ${exam.unseen} of ${exam.of} questions ${exam.unseen === 1 ? 'was' : 'were'} new to you.${worth}`,
  ];
}

/** Pace, the slowest questions, guesses, flags and changed answers, one sentence each. */
export function reportDetails(exam: ExamReport): string[] {
  const { changed, guessed } = exam;
  const changes = changed.toRight + changed.toWrong + changed.wrongToWrong;
  return [
    paceWords(exam),
    `Unanswered ${exam.unanswered}, flagged ${exam.flagged}, guessed ${guessed.answered} (${guessed.right} right).`,
    changes === 0
      ? 'You changed no answers.'
      : `You changed ${counted(changes, 'answer')}: ${changed.toRight} wrong to right, ${changed.toWrong} right to wrong, ${changed.wrongToWrong} wrong to wrong.`,
  ];
}

/** Time for a question on average, against what the exam allows, and the questions that took longest. */
function paceWords(exam: ExamReport): string {
  const { targetMs } = exam;
  const pace = `${Math.round(exam.ms / exam.of / 1000)} s a question`;
  const slow = slowest(exam).map(({ seat, ms }) => `${seat + 1} (${clockTime(ms)})`);
  const named = slow.length === 0 ? '' : ` Longest: ${slow.join(', ')}.`;
  if (targetMs === undefined) return `${pace}.${named}`;
  const over = exam.questions.filter(({ ms }) => ms > targetMs).length;
  return `${pace}; the exam allows ${Math.round(targetMs / 1000)}, and ${over} took longer.${named}`;
}

/** The three questions looked at longest, the longest first; those hardly looked at are not worth naming. */
export const slowest = ({ questions }: ExamReport): ReviewedSeat[] =>
  questions
    .filter(({ ms }) => ms >= 1000)
    .toSorted((a, b) => b.ms - a.ms)
    .slice(0, 3);

/** The commands worth typing after an exam, each with what it does. */
export const nextCommands = (exam: ExamReport, session: string): { command: string; what: string }[] => [
  ...(exam.right < exam.of
    ? [
        {
          command: `cca quiz --missed --from ${session}`,
          what: `drill the ${exam.of - exam.right} you missed`,
        },
      ]
    : []),
  {
    command: `cca mock-exam review ${session}`,
    what: 'every question with your answer, the key and why',
  },
];

/** Whether a part alone would not have passed. */
export const isBelow = (
  { right, answered }: Pick<PartScore, 'right' | 'answered'>,
  { passMark }: ExamReport,
): boolean => 100 * right < passMark * answered;

/** The whole report as plain lines. */
export function reportLines(exam: ExamReport): string[] {
  return [
    `${exam.passed ? 'PASSED' : 'NOT PASSED'}. ${reportFacts(exam).join(' ')}`,
    ...exam.domains.flatMap(part => [
      `  ${part.title}: ${part.right} of ${part.answered}${isBelow(part, exam) ? ', below the mark' : ''}`,
      ...part.read.slice(0, 2).map(source => `    read ${source.url}`),
    ]),
    ...exam.objectives.map(part => `  ${part.title}: ${part.right} of ${part.answered}`),
    ...reportDetails(exam),
  ];
}
