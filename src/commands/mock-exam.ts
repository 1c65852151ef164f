import { counted } from '../counted.ts';
import type { Blueprint } from '../bank/blueprint.ts';
import type { Context } from '../context.ts';
import type { Filters } from '../draw/filter.ts';
import { freshExams } from '../draw/reserve.ts';
import { exitStatus, UsageError, type ExitStatus } from '../errors.ts';
import type { ExamForm } from '../events/events.ts';
import { modes } from '../session/modes.ts';
import { bankNotices, drawSession, readGround, refuseOddSeed, type DrawFlags } from './begin.ts';
import { chooseFrontEnd, type FrontEndFlags } from './front-end.ts';
import { examsOf } from './session-name.ts';
import { startSession } from './start-session.ts';

export interface MockExamFlags extends FrontEndFlags, DrawFlags {
  readonly length?: ExamForm['length'] | undefined;
  readonly minutes?: number | undefined;
  readonly untimed?: boolean | undefined;
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
  const ground = await readGround(flags, context);
  const { blueprint, rows } = ground.bank;
  const length = flags.length ?? 'full';
  const count = Math.round(blueprint.questions * examLengths[length]);
  const minutes = flags.untimed ? undefined : (flags.minutes ?? blueprint.minutes * examLengths[length]);
  const drawn = drawSession(ground, { filters: examFilters(blueprint), count }, flags, context);
  const { seats, fresh } = drawn;
  if (seats.length === 0) {
    frontEnd.nothing(
      `This bank has no ${blueprint.examKinds.join(' or ')} questions, so there is no exam to sit.`,
    );
    return exitStatus.done;
  }
  const isAttempt = seats.length === blueprint.questions && minutes === blueprint.minutes;
  return startSession(context, frontEnd, {
    ...drawn,
    mode: modes['mock-exam'],
    name: `${modes['mock-exam'].title} ${examsOf(blueprint.id, context.paths).length + 1}`,
    form: { length, isAttempt, passMark: blueprint.passMark },
    minutes,
    notices: [
      `${counted(seats.length, 'question')}, ${minutes === undefined ? 'no clock' : counted(tidy(minutes), 'minute')}, ${blueprint.passMark}% to pass. No verdicts before you hand it in.`,
      ...(isAttempt ? [] : ['This does not count as an attempt: only the full length and time do.']),
      fresh === seats.length
        ? 'All questions are new to you.'
        : `${fresh} of ${seats.length} questions ${fresh === 1 ? 'is' : 'are'} new to you; the others may raise your score.`,
      `Fresh full exams left in this bank: ${freshExams(blueprint, rows, ground.seen)}.`,
      ...(seats.length < count
        ? [`The bank has ${seats.length} of the ${counted(count, 'question')} this form needs.`]
        : []),
      ...(drawn.given ? [`Seed ${drawn.seed}: history is left out.`] : []),
      ...bankNotices(ground.bank, flags.bank),
      ...ground.notices,
    ],
  });
}

/** Every question of the kinds that the exam asks. */
const examFilters = ({ examKinds }: Blueprint): Filters => ({
  domains: [],
  objectives: [],
  kinds: examKinds,
  difficulties: [],
  tags: [],
  unseen: false,
  missed: false,
  flagged: false,
});

function refuseContradictions(flags: MockExamFlags): void {
  const lookingBack = Object.entries(verbOf).find(([name]) => Object.hasOwn(flags, name));
  if (lookingBack)
    throw new UsageError(
      `--${lookingBack[0]} looks back at an exam. Write: cca mock-exam ${lookingBack[1]} --${lookingBack[0]}`,
    );
  if (flags.untimed && flags.minutes !== undefined)
    throw new UsageError('--untimed and --minutes exclude each other. Choose one.');
  refuseOddSeed(flags);
}

/** Options that are not for starting an exam, and what they go with. */
const verbOf: Readonly<Record<string, string>> = {
  wrong: 'review',
  unanswered: 'review',
  flagged: 'review',
  guessed: 'review',
  changed: 'review',
  json: 'report',
  html: 'report',
};

const tidy = (minutes: number) => Math.round(minutes * 100) / 100;
