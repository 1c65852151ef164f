import type { Context } from '../context.ts';
import { exitStatus, UsageError, type ExitStatus } from '../errors.ts';
import { reviewLines } from '../report/review.ts';
import { sessionListing } from '../session/listing.ts';
import { tracesOf, type ReviewFilter } from '../session/review.ts';
import { reviewOf } from '../session/review-view.ts';
import { foldHistory } from '../store/history.ts';
import { newestSession } from './history-list.ts';
import { readPastSession } from './past-session.ts';
import { replay } from './replay.ts';
import { resolveId } from './resolve.ts';
import { say } from './say.ts';

/** `cca history review [ID]`: the questions of any session, with the learner's answer, the key and why. */
export async function historyReview(
  word: string | undefined,
  flags: { wrong?: boolean; flagged?: boolean },
  context: Context,
): Promise<ExitStatus> {
  if (flags.wrong && flags.flagged)
    throw new UsageError('--wrong and --flagged exclude each other. Choose one.');
  const filter: ReviewFilter = flags.wrong ? 'wrong' : flags.flagged ? 'flagged' : 'all';
  const known = Object.keys(foldHistory(sessionListing, context.paths).state);
  const id = word === undefined ? newestSession(context) : resolveId(word, known, 'session');
  const past = readPastSession(id, context.paths);
  if (past.kept.cards)
    throw new UsageError(
      `Session ${id} is one of cards, which have grades and no answers to look back at. What was graded: cca history show ${id}`,
    );
  const session = replay(past, context);
  if (session.exam && session.phase !== 'over')
    throw new UsageError(
      `Session ${id} is an exam that is not handed in: its keys stay hidden. cca resume ${id}`,
    );
  // What was not answered may still come up.
  const views = reviewOf(session, tracesOf(session)).filter(
    ({ marks }) => session.exam !== undefined || marks.isAnswered,
  );
  say(context, ...reviewLines(views, filter));
  return exitStatus.done;
}
