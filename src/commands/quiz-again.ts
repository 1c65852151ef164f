import type { Context } from '../context.ts';
import { exposure } from '../draw/exposure.ts';
import { exitStatus, type ExitStatus } from '../errors.ts';
import { sessionListing } from '../session/listing.ts';
import { modes } from '../session/modes.ts';
import { foldHistory } from '../store/history.ts';
import { chooseFrontEnd, type FrontEndFlags } from './front-end.ts';
import { historyFor } from './history-notices.ts';
import { readPastSession } from './past-session.ts';
import { resolveId } from './resolve.ts';
import { startSession } from './start-session.ts';

/** `cca quiz --again [ID]`: the same questions, in the same order, with the same option orders, as a session of its own. */
export async function quizAgain(
  id: string | true,
  flags: FrontEndFlags & { dry?: boolean | undefined },
  context: Context,
): Promise<ExitStatus> {
  const frontEnd = await chooseFrontEnd(flags, context);
  const sessions = Object.values(foldHistory(sessionListing, context.paths).state).filter(
    session => session.mode === modes.quiz.name,
  );
  const newest = sessions.toSorted((a, b) => (a.started < b.started ? 1 : -1))[0];
  if (id === true && !newest) {
    frontEnd.nothing('There is no quiz to run again yet. Begin with: cca quiz');
    return exitStatus.done;
  }
  const session =
    newest && id === true
      ? newest.id
      : resolveId(
          String(id),
          sessions.map(past => past.id),
          'quiz',
        );
  const { started, kept, seats } = readPastSession(session, context.paths);
  const history = historyFor(exposure, context.paths, flags.dry ?? false);
  return startSession(context, frontEnd, {
    mode: modes.quiz,
    name: modes.quiz.title,
    bank: { id: started.bank, title: started.title, dir: started.dir },
    seats,
    titles: { domains: kept.domains, objectives: kept.objectives },
    seed: started.seed,
    given: started.given,
    seen: history.state[started.bank] ?? {},
    dry: flags.dry ?? false,
    notices: [
      `The quiz of ${started.time.slice(0, 10)} again, with its questions and their order as they were.`,
      ...history.notices,
    ],
  });
}
