import type { ExamReport } from '../../session/exam-report.ts';
import type { ReviewView } from '../../session/review-view.ts';
import type { PartScore } from '../../session/score.ts';
import { clockTime } from '../duration.ts';
import { isBelow, nextCommands, reportDetails, reportFacts } from '../exam.ts';
import { counted } from '../../counted.ts';
import { markWords } from '../review.ts';
import { bar } from './bar.ts';
import { link, markup, type Markup } from './markup.ts';
import { page } from './page.ts';
import { reviewedQuestion } from './question.ts';
import { table } from './table.ts';

/** What a page says of an exam besides its report and its questions. */
export interface ExamFacts {
  /** The exam's title, as its blueprint has it. */
  readonly title: string;
  readonly session: string;
  /** When it was started, by the learner's clock: `2026-11-21 14:05`. */
  readonly started: string;
}

/** The whole report of an exam as a self-contained page: verdict, parts weakest first, times, and every question. */
export function examPage(exam: ExamReport, views: readonly ReviewView[], facts: ExamFacts): string {
  return page({
    title: `${exam.name}: ${facts.title}`,
    language: 'en',
    lead: [verdict(exam), nextSteps(exam, facts.session)],
    sections: [
      {
        id: 'domains',
        heading: 'Domains, weakest first',
        body: partTable('Domain', exam, exam.domains),
      },
      {
        id: 'objectives',
        heading: 'Objectives, weakest first',
        body: partTable('Objective', exam, exam.objectives),
      },
      { id: 'times', heading: 'Time and marks', body: times(exam, views) },
      { id: 'questions', heading: 'Every question', body: views.map(reviewedQuestion) },
    ],
    foot: markup`<p>Session ${facts.session}, started ${facts.started}.</p>`,
  });
}

function verdict(exam: ExamReport): Markup {
  const [result = '', ...rest] = reportFacts(exam);
  const word = exam.passed
    ? markup`<strong class="good">Passed.</strong>`
    : markup`<strong class="bad">Not passed.</strong>`;
  return markup`<p>${word} ${result}</p>${rest.map(line => markup`<p class="quiet">${line}</p>`)}
<ul>${reportDetails(exam).map(line => markup`<li>${line}</li>`)}</ul>`;
}

const nextSteps = (exam: ExamReport, session: string): Markup =>
  markup`<p>To go on, type:</p><ul>${nextCommands(exam, session).map(({ command, what }) => markup`<li><code>${command}</code> ${what}</li>`)}</ul>`;

const partTable = (part: 'Domain' | 'Objective', exam: ExamReport, parts: readonly PartScore[]): Markup =>
  table(
    `Right answers by ${part.toLowerCase()}; the pass mark is ${exam.passMark}%`,
    [{ heading: part }, { heading: 'Right', isNumber: true }, { heading: 'Share' }, { heading: 'Read next' }],
    parts.map(({ title, right, answered, read }) => [
      title,
      `${right} of ${answered}`,
      markup`${bar(right / answered)} ${isBelow({ right, answered }, exam) ? markup`<span class="bad">below the mark</span>` : undefined}`,
      read.slice(0, 2).map(({ url, section }) => markup`<div>${link(url, section)}</div>`),
    ]),
  );

function times(exam: ExamReport, views: readonly ReviewView[]): Markup {
  const { targetMs } = exam;
  const caption =
    targetMs === undefined
      ? `Time for each of ${counted(exam.of, 'question')}, without a clock`
      : `Time for each of ${counted(exam.of, 'question')}; the exam allows ${clockTime(targetMs)}`;
  return table(
    caption,
    [
      { heading: 'Question' },
      { heading: 'Domain' },
      { heading: 'Outcome' },
      { heading: 'Time', isNumber: true },
    ],
    views.map(({ number, domain, marks }) => [
      markup`<a href="#question-${number}">${number}</a>`,
      domain,
      markup`<span class="${marks.isRight ? 'good' : 'bad'}">${markWords(marks)}</span>`,
      targetMs !== undefined && marks.ms > targetMs
        ? markup`${clockTime(marks.ms)}, over`
        : clockTime(marks.ms),
    ]),
  );
}
