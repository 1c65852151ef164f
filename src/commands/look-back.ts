import type { Context } from '../context.ts';
import { exitStatus, StorageError, type ExitStatus } from '../errors.ts';
import type { Session } from '../session/session.ts';
import { writePage } from '../store/page-file.ts';
import type { FrontEnd, ReviewedExam } from '../ui/front-end.ts';
import { interruptStatus } from './interrupt-status.ts';
import { handedInOf, pageOf, type HandedIn } from './handed-in.ts';

/** An exam as a front end reviews it. */
export const reviewed = ({ report, views }: HandedIn): ReviewedExam => ({
  name: report.name,
  right: report.right,
  passed: report.passed,
  views,
  targetMs: report.targetMs,
});

/**
 * After an exam was handed in, where keys can be pressed: offers its questions and a page for a browser, until the learner
 * has seen enough. Gives the exit status.
 */
export async function lookBack(context: Context, frontEnd: FrontEnd, session: Session): Promise<ExitStatus> {
  const { lookBack: desk } = frontEnd;
  const found = desk && handedInOf(session);
  if (!desk || !found) return exitStatus.done;
  const exam = reviewed(found);
  const file = `mock-exam-${found.session}.html`;
  for (;;) {
    const wanted = await desk.offer(exam, file, context.interrupted);
    if (wanted === 'leave') return exitStatus.done;
    if (wanted === 'write') write(context, found, file);
    else if (
      wanted === 'interrupted' ||
      (await desk.review(exam, wanted, context.interrupted)) === 'interrupted'
    )
      return interruptStatus(context);
  }
}

/** Says where the page is, or why it is not: there is another place to go on from. */
function write(context: Context, found: HandedIn, file: string): void {
  try {
    context.print(`Written: ${writePage(file, pageOf(found, context))}`);
  } catch (error) {
    if (!(error instanceof StorageError)) throw error;
    context.print(error.message);
  }
}
