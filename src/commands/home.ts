import { dayNamed, dayNow } from '../clock.ts';
import type { Bank } from '../bank/bank.ts';
import type { Context } from '../context.ts';
import { exposure } from '../draw/exposure.ts';
import { freshExams } from '../draw/reserve.ts';
import { exitStatus, type ExitStatus } from '../errors.ts';
import { dayWords } from '../report/plan.ts';
import { firstDay, type PlanDay } from '../schedule/plan.ts';
import { sessionListing, unfinished } from '../session/listing.ts';
import { loadBank } from '../store/banks.ts';
import { remembered } from '../store/remembered.ts';
import { foldHistory } from '../store/history.ts';
import { homeScreen, type HomeChoice } from '../ui/tty/home.ts';
import { makeTheme } from '../ui/theme.ts';
import { brief } from '../stats/brief.ts';
import type { Recommendation } from '../stats/recommend.ts';
import { emptyStanding, standings } from '../stats/standing.ts';
import { findingNotices } from './history-notices.ts';
import { progressWords } from './progress-words.ts';
import { sessionName } from './session-name.ts';
import { planRequest, studyRequest } from './study.ts';

/** `cca` alone in a terminal: where the learner stands, what to do next, and one key to do it. */
export async function home(context: Context, help: () => Promise<ExitStatus>): Promise<ExitStatus> {
  const bank = await loadBank(undefined, context.paths);
  const { blueprint, rows } = bank;
  const { state, findings } = foldHistory(exposure, context.paths);
  const seen = state[blueprint.id] ?? {};
  const paused = unfinished(foldHistory(sessionListing, context.paths).state)[0];
  const questions = rows.filter(row => row.kind !== 'card');
  const missed = questions.filter(row => seen[row.id]?.answer === 'wrong').length;
  const standing = foldHistory(standings(context.settings['rollover-hour']), context.paths).state;
  const told = brief({
    blueprint,
    rows,
    standing: standing[blueprint.id] ?? emptyStanding(),
    missed,
    now: context.clock.now(),
    recall: remembered('forecast', context.paths),
  });
  let { next } = told.atOnce;
  const study = studyRequest(bank, context);
  const today = firstDay(planRequest(bank, study.request, context));
  const choice = await homeScreen(
    {
      title: blueprint.title,
      examDay: examDay(context),
      paused:
        paused &&
        `${sessionName({ ...paused, session: paused.id }, context.paths).toLowerCase()}, ${progressWords(paused, context)}`,
      freshExams: freshExams(blueprint, rows, seen),
      seen: questions.filter(row => seen[row.id]?.first !== undefined).length,
      questions: questions.length,
      missed,
      ...told.atOnce,
      ...(told.atOnce.standing && {
        later: () => {
          const whole = told.whole();
          next = whole.next;
          return whole;
        },
      }),
      today: today && {
        words: dayWords(today),
        minutes: today.minutes,
        hasCards: today.due + today.fresh > 0,
        hasExam: today.exam !== undefined,
        hasReading: today.reading.length > 0,
      },
      notices: findingNotices(findings),
    },
    {
      theme: makeTheme(context.settings.theme, context.terminal),
      input: context.input,
      output: context.output,
    },
    context.interrupted,
  );
  return choice === 'commands'
    ? help()
    : carryOut(choice, next, () => readToday(bank, today, context), context);
}

async function carryOut(
  choice: Exclude<HomeChoice, 'commands'>,
  next: Recommendation,
  read: () => Promise<ExitStatus>,
  context: Context,
): Promise<ExitStatus> {
  const { quiz } = await import('./quiz.ts');
  switch (choice) {
    case 'next':
      if (next.exam) return (await import('./mock-exam.ts')).mockExam({}, context);
      if (next.missed) return quiz({ missed: true }, context);
      return quiz(next.domain === undefined ? {} : { domain: [next.domain] }, context);
    case 'few':
      return quiz({ count: 5 }, context);
    case 'baseline':
      return (await import('./mock-exam.ts')).mockExam({ length: 'mini' }, context);
    case 'exam':
      return (await import('./mock-exam.ts')).mockExam({}, context);
    case 'quiz':
      return quiz({}, context);
    case 'missed':
      return quiz({ missed: true }, context);
    case 'flashcards':
      return (await import('./flashcards.ts')).flashcards({}, context);
    case 'plan':
      return (await import('./plan.ts')).plan({}, context);
    case 'reading':
      return read();
    case 'resume':
      return (await import('./resume.ts')).resume(undefined, {}, context);
    case 'stats':
      return (await import('./stats.ts')).stats({}, context);
    case 'leave':
      return exitStatus.done;
    case 'interrupted':
      return context.interrupted.aborted
        ? (context.interrupted.reason as ExitStatus)
        : exitStatus.interrupted;
  }
}

/** The guide's part that today's first page belongs to. */
async function readToday(bank: Bank, today: PlanDay | undefined, context: Context): Promise<ExitStatus> {
  const [{ guide }, { readingFrom }] = await Promise.all([import('./guide.ts'), import('./reading.ts')]);
  const first = today?.reading[0]?.id;
  const part = readingFrom(bank, context).reading.find(({ items }) => items.some(({ id }) => id === first));
  return guide(part?.objective, {}, context);
}

/** Days until the exam, counted in local calendar days; undefined when no day is set. */
function examDay({ settings, clock }: Context): { day: string; days: number } | undefined {
  const day = settings['exam-date'];
  if (day === '') return undefined;
  return { day, days: (dayNamed(day) ?? 0) - dayNow(clock, settings['rollover-hour']) };
}
