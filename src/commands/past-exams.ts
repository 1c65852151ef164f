import type { Context } from '../context.ts';
import { exitStatus, UsageError, type ExitStatus } from '../errors.ts';
import { nearest } from '../nearest.ts';
import { nextCommands, reportLines } from '../report/exam.ts';
import { reviewLines } from '../report/review.ts';
import { modes } from '../session/modes.ts';
import type { ReviewFilter } from '../session/review.ts';
import { sessionListing } from '../session/listing.ts';
import { foldHistory } from '../store/history.ts';
import { writePage } from '../store/page-file.ts';
import { chooseFrontEnd, type FrontEndFlags } from './front-end.ts';
import { findHandedIn, pageOf, type HandedIn } from './handed-in.ts';
import { interruptStatus } from './interrupt-status.ts';
import { reviewed } from './look-back.ts';
import { examsOf } from './session-name.ts';
import { localMoment } from './local-moment.ts';
import { say } from './say.ts';

export interface PastExamFlags extends FrontEndFlags, Partial<Readonly<Record<Narrowing, boolean>>> {
  readonly json?: boolean | undefined;
  readonly html?: string | undefined;
}

type Narrowing = Exclude<ReviewFilter, 'all'>;

/** What can be done with exams that are handed in, and the options that each takes. */
const verbs = {
  list: { takes: [], run: list },
  review: { takes: ['wrong', 'unanswered', 'flagged', 'guessed', 'changed', 'plain'], run: review },
  report: { takes: ['json', 'html'], run: report },
} as const satisfies Record<string, { takes: readonly (keyof PastExamFlags)[]; run: Verb }>;

type Verb = (
  id: string | undefined,
  flags: PastExamFlags,
  context: Context,
) => ExitStatus | Promise<ExitStatus>;

/** `cca mock-exam list`, `review [ID]` and `report [ID]`: exams that are handed in. */
export async function pastExams(
  word: string,
  id: string | undefined,
  flags: PastExamFlags,
  context: Context,
): Promise<ExitStatus> {
  if (!Object.hasOwn(verbs, word)) {
    const near = nearest(word, Object.keys(verbs));
    throw new UsageError(
      `"${word}" is not something mock-exam does.${near ? ` Did you mean "${near}"?` : ''} It takes ${Object.keys(verbs).join(', ')}, or nothing to start.`,
    );
  }
  const { takes, run } = verbs[word as keyof typeof verbs];
  refuseOthers(word, takes, flags);
  return run(id, flags, context);
}

/** Throws UsageError for an option that does not go with the verb. */
function refuseOthers(word: string, takes: readonly string[], flags: PastExamFlags): void {
  const given = Object.entries(flags).flatMap(([name, value]) => (value === undefined ? [] : [name]));
  const stranger = given.find(name => !takes.includes(name));
  if (stranger === undefined) return;
  const option = stranger.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`);
  const known = takes.map(name => `--${name}`).join(', ') || 'no options';
  throw new UsageError(`--${option} does not go with mock-exam ${word}, which takes ${known}.`);
}

function list(id: string | undefined, _flags: PastExamFlags, context: Context): ExitStatus {
  if (id !== undefined)
    throw new UsageError(`mock-exam list takes no session. One exam: cca mock-exam report ${id}`);
  const sessions = Object.values(foldHistory(sessionListing, context.paths).state).filter(
    session => session.mode === modes['mock-exam'].name,
  );
  if (sessions.length === 0) context.print('No exam yet. Sit one with: cca mock-exam');
  for (const { id: session, bank, title, started, right, of, finished } of sessions) {
    const number = examsOf(bank, context.paths).findIndex(exam => exam.id === session) + 1;
    const score = finished ? `${right} of ${of}` : 'not handed in';
    say(
      context,
      `${session}  Mock exam ${number}, ${localMoment(started, context.clock)}: ${score}  ${title}`,
    );
  }
  return exitStatus.done;
}

async function report(id: string | undefined, flags: PastExamFlags, context: Context): Promise<ExitStatus> {
  if (flags.json && flags.html !== undefined)
    throw new UsageError('--json and --html exclude each other. Choose one.');
  const found = findHandedIn(id, context);
  if (flags.html !== undefined) context.print(`Written: ${writePage(flags.html, pageOf(found, context))}`);
  else if (flags.json) context.print(JSON.stringify({ session: found.session, ...found.report }, null, 2));
  else context.print(...(await wordsOf(found, context)));
  return exitStatus.done;
}

/** The report as it stood below the exam: drawn for a terminal, plain lines elsewhere. */
async function wordsOf({ report: exam, session }: HandedIn, context: Context): Promise<string[]> {
  const { terminal, settings, output } = context;
  const next = nextCommands(exam, session);
  if (!terminal.interactive || settings['front-end'] === 'plain')
    return [...reportLines(exam), ...next.map(({ command, what }) => `${command}  (${what})`)];
  const [{ examSummary }, { makeTheme }, { screenWidth }, { toAscii }] = await Promise.all([
    import('../ui/render/summary.ts'),
    import('../ui/theme.ts'),
    import('../ui/render/text.ts'),
    import('../ui/render/ascii.ts'),
  ]);
  const lines = examSummary(
    exam,
    next,
    screenWidth(output.columns || 80),
    makeTheme(settings.theme, terminal),
  );
  return terminal.unicode ? lines : lines.map(toAscii);
}

async function review(id: string | undefined, flags: PastExamFlags, context: Context): Promise<ExitStatus> {
  const filter = filterOf(flags);
  const found = findHandedIn(id, context);
  const { lookBack: desk } = await chooseFrontEnd({ plain: flags.plain }, context);
  if (!desk) {
    say(context, ...reviewLines(found.views, filter));
    return exitStatus.done;
  }
  const ending = await desk.review(reviewed(found), filter, context.interrupted);
  return ending === 'left' ? exitStatus.done : interruptStatus(context);
}

/** The one filter asked for. Throws UsageError for two. */
function filterOf(flags: PastExamFlags): ReviewFilter {
  const narrowings: readonly Narrowing[] = ['wrong', 'unanswered', 'flagged', 'guessed', 'changed'];
  const asked = narrowings.filter(name => flags[name]);
  if (asked.length > 1)
    throw new UsageError(`${asked.map(name => `--${name}`).join(' and ')} exclude each other. Choose one.`);
  return asked[0] ?? 'all';
}
