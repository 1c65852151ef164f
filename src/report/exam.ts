import type { ExamReport } from '../session/exam-report.ts';
import { count } from './issues.ts';

/** The verdict in points and percent, what the exam is worth, and how much of it was new. */
export function reportFacts(exam: ExamReport): string[] {
  const kind = [
    exam.isTimed ? 'Timed' : 'Untimed',
    exam.length === 'full' ? 'full length' : `${exam.length} length`,
  ].join(', ');
  const worth = exam.isAttempt ? '' : ' It does not count as an attempt.';
  return [
    `${exam.name}: ${exam.right} of ${exam.of}, ${exam.percent}%. The pass mark is ${exam.needed} (${exam.passMark}%).`,
    `${kind}, ${exam.unseen} of ${exam.of} questions were new to you.${worth}`,
  ];
}

/** Pace, guesses, flags and changed answers. */
export function reportDetails(exam: ExamReport): string[] {
  const { changed, guessed } = exam;
  const pace = Math.round(exam.ms / exam.of / 1000);
  const target = exam.targetMs === undefined ? '' : ` (the exam allows ${Math.round(exam.targetMs / 1000)})`;
  const changes = changed.toRight + changed.toWrong + changed.wrongToWrong;
  return [
    `${pace} s a question${target}`,
    `${exam.unanswered} unanswered`,
    `${exam.flagged} flagged`,
    `guessed ${guessed.answered}, right ${guessed.right}`,
    `changed ${count(changes, 'answer')}: ${changed.toRight} wrong to right, ${changed.toWrong} right to wrong, ${changed.wrongToWrong} wrong to wrong`,
  ];
}

/** The whole report as plain lines. */
export function reportLines(exam: ExamReport): string[] {
  const below = (right: number, of: number) => (100 * right < exam.passMark * of ? ', below the mark' : '');
  return [
    `${exam.passed ? 'PASSED' : 'NOT PASSED'}. ${reportFacts(exam).join(' ')}`,
    ...exam.domains.flatMap(part => [
      `  ${part.title}: ${part.right} of ${part.answered}${below(part.right, part.answered)}`,
      ...part.read.slice(0, 2).map(source => `    read ${source.url}`),
    ]),
    ...exam.objectives.map(part => `  ${part.title}: ${part.right} of ${part.answered}`),
    ...reportDetails(exam),
  ];
}
