import { eventsOf } from '../events/of-session.ts';
import { sessionListing } from '../session/listing.ts';
import { foldHistory } from '../store/history.ts';
import type { Paths } from '../store/paths.ts';
import { resolveId } from './resolve.ts';

/**
 * The questions answered wrong in a session, by its id, the beginning of it, or `last`; none when nothing was answered yet.
 * Throws UsageError for an id of no session.
 */
export function missedFrom(word: string, bank: string, paths: Paths): ReadonlySet<string> {
  const sessions = Object.values(foldHistory(sessionListing, paths).state).filter(
    session => session.bank === bank && session.answered > 0,
  );
  const newest = sessions.reduce<(typeof sessions)[number] | undefined>(
    (last, next) => (last && last.last > next.last ? last : next),
    undefined,
  );
  if (!newest && word === 'last') return new Set();
  const id =
    newest && word === 'last'
      ? newest.id
      : resolveId(
          word,
          sessions.map(session => session.id),
          'session',
        );
  const events = foldHistory(eventsOf(id), paths, { keeps: false }).state;
  const answers = events.filter(event => event.type === 'question-answered');
  const started = events.find(event => event.type === 'session-started');
  // In an exam what was left open is wrong too.
  if (started?.form)
    return new Set(
      started.seats
        .map(seat => seat.question)
        .filter(question => !answers.some(answer => answer.question === question && answer.correct)),
    );
  return new Set(answers.filter(({ correct }) => !correct).map(({ question }) => question));
}
