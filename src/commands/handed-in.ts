import type { Context } from '../context.ts';
import { UsageError } from '../errors.ts';
import { examPage } from '../report/html/exam.ts';
import type { ExamReport } from '../session/exam-report.ts';
import { modes } from '../session/modes.ts';
import { reviewOf, type ReviewView } from '../session/review-view.ts';
import type { Session } from '../session/session.ts';
import { sessionListing } from '../session/listing.ts';
import { viewOf } from '../session/view.ts';
import { foldHistory } from '../store/history.ts';
import { readPastSession } from './past-session.ts';
import { replay } from './replay.ts';
import { resolveId } from './resolve.ts';
import { localMoment } from './local-moment.ts';

/** An exam that is handed in: its report, and its questions as they were drawn. */
export interface HandedIn {
  readonly session: string;
  readonly title: string;
  readonly report: ExamReport;
  readonly views: readonly ReviewView[];
}

/** What there is to look back at in a session; undefined while it is no exam that is handed in. */
export function handedInOf(session: Session): HandedIn | undefined {
  const view = viewOf(session);
  if (view.screen !== 'summary' || !view.exam || !session.exam) return undefined;
  return {
    session: session.id,
    title: session.title,
    report: view.exam,
    views: reviewOf(session, session.exam),
  };
}

/** The exam of an id, the beginning of one, or the one handed in last. Throws UsageError. */
export function findHandedIn(id: string | undefined, context: Context): HandedIn {
  const exams = Object.values(foldHistory(sessionListing, context.paths).state).filter(
    session => session.mode === modes['mock-exam'].name && session.finished,
  );
  const newest = exams.toSorted((a, b) => (a.last < b.last ? 1 : -1))[0];
  if (!newest) throw new UsageError('No exam has been handed in yet. Sit one with: cca mock-exam');
  const ids = exams.map(exam => exam.id);
  const session = id === undefined ? newest.id : resolveId(id, ids, 'handed-in exam');
  const found = handedInOf(replay(readPastSession(session, context.paths), context));
  if (!found) throw new UsageError(`Session ${session} is no exam that was handed in.`);
  return found;
}

/** The report as a page for a browser. */
export function pageOf({ session, title, report, views }: HandedIn, { paths, clock }: Context): string {
  const { started } = foldHistory(sessionListing, paths).state[session] ?? { started: '' };
  return examPage(report, views, {
    title,
    session,
    started: started === '' ? '' : localMoment(started, clock),
  });
}
