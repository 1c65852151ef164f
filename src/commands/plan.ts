import { counted } from '../counted.ts';
import { resolve } from 'node:path';
import { dayNamed, dayWord, type Day } from '../clock.ts';
import type { Context } from '../context.ts';
import { exitStatus, UsageError, type ExitStatus } from '../errors.ts';
import { dayWords, exportPlan, outlookRows, planHeadline, planRows } from '../report/plan.ts';
import { planFor, type Plan } from '../schedule/plan.ts';
import type { StudyRequest } from '../schedule/study.ts';
import { loadBank } from '../store/banks.ts';
import { apart, hang, screenWidth, widthOf, wrap } from '../ui/render/text.ts';
import { planRequest, studyRequest } from './study.ts';

interface PlanFlags {
  readonly exam?: string | undefined;
  readonly ics?: string | undefined;
  readonly json?: boolean | undefined;
  readonly bank?: string | undefined;
}

/** `cca plan`: what to do each day until the exam, and what will be remembered on the day. */
export async function plan(flags: PlanFlags, context: Context): Promise<ExitStatus> {
  const bank = await loadBank(flags.bank, context.paths);
  const { request, notices } = studyRequest(bank, context);
  const { today } = request;
  const exam = examDay(flags, request);
  const past = flags.exam === undefined && exam !== undefined && exam < today;
  context.warn(...notices);
  if (exam === today && !flags.json) {
    context.print(...wrap(onTheDay, screenWidth(context.output.columns ?? 80)));
    return exitStatus.done;
  }
  const coming = past || exam === today ? undefined : exam;
  const asked = { ...request, settings: { ...request.settings, exam: coming } };
  const made = planFor({
    ...planRequest(bank, asked, context),
    // On the day itself there is none left to plan.
    ...(exam === today && { horizon: 0 }),
  });
  if (flags.ics !== undefined) await writeEntries(flags.ics, made, coming, context);
  if (flags.json)
    context.print(
      JSON.stringify({ bank: bank.blueprint.id, today: dayWord(today), ...exportPlan(made, exam) }, null, 2),
    );
  else {
    const passed = past ? [`The exam day that is set, ${dayWord(exam)}, has passed.`] : [];
    print([...passed, ...planHeadline(made, coming, today, request.settings.minutes)], made, context);
  }
  return exitStatus.done;
}

const onTheDay =
  'The exam is today: there is no day left to plan. If you look at anything, look once at what is weakest (cca flashcards --cram -n 20), then leave it be. Good luck.';

/** The day given, else the one that is set. Throws UsageError for a day that is none, or that has passed. */
function examDay({ exam }: PlanFlags, { settings, today }: StudyRequest): Day | undefined {
  if (exam === undefined) return settings.exam;
  const day = dayNamed(exam);
  if (day === undefined)
    throw new UsageError(`"${exam}" is not a day. Write one such as ${dayWord(today + 28)}.`);
  if (day < today)
    throw new UsageError(
      `${exam} has passed. Give the day of an exam to come, such as ${dayWord(today + 28)}.`,
    );
  return day;
}

function print(headline: readonly string[], made: Plan, context: Context): void {
  const width = screenWidth(context.output.columns ?? 80);
  if (made.domains.length === 0) {
    context.print('This bank has no cards yet, so there is nothing to plan but quizzes: cca quiz');
    return;
  }
  const rows = planRows(made);
  const column = Math.max(...rows.map(({ when }) => when.length)) + 2;
  const outlook = outlookRows(made);
  const titles = Math.max(...outlook.map(({ title }) => widthOf(title)));
  context.print(
    ...headline.flatMap(line => wrap(line, width)),
    '',
    ...rows.flatMap(({ when, what, time }) => {
      const lines = hang(when.padEnd(column), what, Math.max(30, width - 14));
      const [first = '', ...rest] = lines;
      return [...apart(first, time, width), ...rest];
    }),
    '',
    ...wrap('Expected memory on the day, by domain (a card never met counts as unknown):', width),
    ...outlook.flatMap(({ title, words }) =>
      apart(title.padEnd(titles), words, Math.min(width, titles + 42)),
    ),
  );
}

async function writeEntries(
  file: string,
  made: Plan,
  exam: Day | undefined,
  context: Context,
): Promise<void> {
  const { writeCalendar } = await import('../store/calendar.ts');
  const entries = made.days
    .filter(day => dayWords(day).length > 0)
    .map(day => ({
      day: day.day,
      title: `cca: ${dayWords(day).join(', ')}`,
      description: `About ${day.minutes} min. Begin with: cca`,
    }));
  const onTheDayEntry =
    exam === undefined ? [] : [{ day: exam, title: 'cca: exam', description: 'Good luck.' }];
  writeCalendar(resolve(file), [...entries, ...onTheDayEntry]);
  context.warn(`${counted(entries.length + onTheDayEntry.length, 'entry', 'entries')} written to ${file}.`);
}
