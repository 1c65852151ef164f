import { isQuestion } from '../question/types.ts';
import type { Context } from '../context.ts';
import { draw } from '../draw/draw.ts';
import { freshExams } from '../draw/reserve.ts';
import { exposure } from '../draw/exposure.ts';
import { exitStatus, UsageError, type ExitStatus } from '../errors.ts';
import type { ExamForm } from '../events/events.ts';
import { mint, seedPattern } from '../rng.ts';
import { modes } from '../session/modes.ts';
import { bankDir, loadBank } from '../store/banks.ts';
import { foldHistory } from '../store/history.ts';
import { chooseFrontEnd, type FrontEndFlags } from './front-end.ts';
import { findingNotices, refuseNewer } from './history-notices.ts';
import { bankNotices, seatsFor, titlesOf } from './quiz.ts';
import { examsOf } from './session-name.ts';
import { startSession } from './start-session.ts';

export interface MockExamFlags extends FrontEndFlags {
  readonly length?: ExamForm['length'] | undefined;
  readonly minutes?: number | undefined;
  readonly untimed?: boolean | undefined;
  readonly seed?: string | undefined;
  readonly bank?: string | undefined;
}

/** What part of the blueprint's questions and minutes each length has. */
export const examLengths: Readonly<Record<ExamForm['length'], number>> = {
  full: 1,
  half: 1 / 2,
  mini: 1 / 4,
};

/** `cca mock-exam`: sits the learner through the exam of the blueprint, or a part of it. */
export async function mockExam(flags: MockExamFlags, context: Context): Promise<ExitStatus> {
  refuseContradictions(flags);
  const frontEnd = await chooseFrontEnd(flags, context);
  const bank = await loadBank(flags.bank, context.paths);
  const { blueprint } = bank;
  const { state, findings } = foldHistory(exposure, context.paths);
  refuseNewer(findings);
  const seen = state[blueprint.id] ?? {};
  const length = flags.length ?? 'full';
  const count = Math.round(blueprint.questions * examLengths[length]);
  const minutes = flags.untimed ? undefined : (flags.minutes ?? blueprint.minutes * examLengths[length]);
  const seed = flags.seed ?? mint(6);
  const given = flags.seed !== undefined;
  const filters = {
    domains: [],
    objectives: [],
    kinds: blueprint.examKinds,
    difficulties: [],
    tags: [],
    unseen: false,
    missed: false,
    flagged: false,
  };
  const rows = draw({
    blueprint,
    rows: bank.rows,
    filters,
    count,
    seed,
    given,
    seen,
    now: context.clock.now(),
  });
  if (rows.length === 0) {
    context.print(
      `This bank has no ${blueprint.examKinds.join(' or ')} questions, so there is no exam to sit.`,
    );
    return exitStatus.done;
  }
  const isAttempt = rows.length === blueprint.questions && minutes === blueprint.minutes;
  const fresh = rows.filter(row => seen[row.id]?.first === undefined).length;
  return startSession(context, frontEnd, {
    mode: modes['mock-exam'],
    name: `${modes['mock-exam'].title} ${examsOf(blueprint.id, context.paths).length + 1}`,
    form: { length, isAttempt, passMark: blueprint.passMark },
    minutes,
    bank: {
      id: blueprint.id,
      title: blueprint.title,
      dir: flags.bank === undefined ? undefined : bankDir(flags.bank, context.paths),
    },
    seats: seatsFor(bank.read(rows.map(row => row.id)).filter(isQuestion), seed),
    titles: titlesOf(blueprint),
    hasGuide: flags.bank === undefined && bank.hasGuide,
    seed,
    given,
    seen,
    dry: false,
    notices: [
      `${rows.length} questions, ${minutes === undefined ? 'no clock' : `${tidy(minutes)} minutes`}, ${blueprint.passMark}% to pass. No verdicts before you hand it in.`,
      ...(isAttempt ? [] : ['This does not count as an attempt: only the full length and time do.']),
      fresh === rows.length
        ? 'All questions are new to you.'
        : `${fresh} of ${rows.length} questions are new to you; the others may raise your score.`,
      `Fresh full exams left in this bank: ${freshExams(blueprint, bank.rows, seen)}.`,
      ...(rows.length < count
        ? [`The bank has ${rows.length} of the ${count} questions this form needs.`]
        : []),
      ...(given ? [`Seed ${seed}: history is left out.`] : []),
      ...bankNotices(bank, flags.bank),
      ...findingNotices(findings),
    ],
  });
}

function refuseContradictions(flags: MockExamFlags): void {
  if (flags.untimed && flags.minutes !== undefined)
    throw new UsageError('--untimed and --minutes exclude each other. Choose one.');
  if (flags.seed !== undefined && !seedPattern.test(flags.seed))
    throw new UsageError(
      `"${flags.seed}" is not a seed. A seed has 1 to 32 of a-z, 0-9 and -, such as ${mint(4)}.`,
    );
}

const tidy = (minutes: number) => String(Math.round(minutes * 100) / 100);
