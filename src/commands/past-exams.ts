import type { Context } from '../context.ts';
import { exitStatus, UsageError, type ExitStatus } from '../errors.ts';
import { nearest } from '../nearest.ts';
import { reportLines } from '../report/exam.ts';
import { reviewLines } from '../report/review.ts';
import { modes } from '../session/modes.ts';
import { sessionListing } from '../session/listing.ts';
import { viewOf } from '../session/view.ts';
import { foldHistory } from '../store/history.ts';
import { readPastSession } from './past-session.ts';
import { replay } from './replay.ts';
import { resolveId } from './resolve.ts';
import { examsOf } from './session-name.ts';

interface PastExamFlags {
  readonly wrong?: boolean | undefined;
  readonly json?: boolean | undefined;
}

const verbs = ['list', 'review', 'report'] as const;

/** `cca mock-exam list`, `review [ID]` and `report [ID]`: exams that are handed in. */
export async function pastExams(
  word: string,
  id: string | undefined,
  flags: PastExamFlags,
  context: Context,
): Promise<ExitStatus> {
  const verb = verbs.find(known => known === word);
  if (!verb) {
    const near = nearest(word, verbs);
    throw new UsageError(
      `"${word}" is not something mock-exam does.${near ? ` Did you mean "${near}"?` : ''} It takes ${verbs.join(', ')}, or nothing to start.`,
    );
  }
  if (verb === 'list') {
    context.print(...listLines(context));
    return exitStatus.done;
  }
  const session = handedIn(id, context);
  const view = viewOf(session);
  const exam = view.screen === 'summary' ? view.exam : undefined;
  if (!exam || !session.exam) throw new UsageError(`Session ${session.id} is no exam that was handed in.`);
  if (verb === 'review') context.print(...reviewLines(session, session.exam, flags.wrong ?? false));
  else if (flags.json) context.print(JSON.stringify({ session: session.id, ...exam }, null, 2));
  else context.print(...reportLines(exam));
  return exitStatus.done;
}

function handedIn(id: string | undefined, context: Context) {
  const sessions = Object.values(foldHistory(sessionListing, context.paths).state);
  const exams = sessions.filter(session => session.mode === modes['mock-exam'].name && session.finished);
  const newest = exams.toSorted((a, b) => (a.last < b.last ? 1 : -1))[0];
  if (!newest) throw new UsageError('No exam has been handed in yet. Sit one with: cca mock-exam');
  const session =
    id === undefined
      ? newest.id
      : resolveId(
          id,
          exams.map(exam => exam.id),
          'handed-in exam',
        );
  return replay(readPastSession(session, context.paths), context);
}

function listLines(context: Context): string[] {
  const sessions = Object.values(foldHistory(sessionListing, context.paths).state).filter(
    session => session.mode === modes['mock-exam'].name,
  );
  if (sessions.length === 0) return ['No exam yet. Sit one with: cca mock-exam'];
  return sessions.map(({ id, bank, title, started, right, of, finished }) => {
    const number = examsOf(bank, context.paths).findIndex(exam => exam.id === id) + 1;
    const score = finished ? `${right} of ${of}` : 'not handed in';
    return `${id}  Mock exam ${number}, ${started.slice(0, 16).replace('T', ' ')} UTC: ${score}  ${title}`;
  });
}
