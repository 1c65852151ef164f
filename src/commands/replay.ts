import type { Context } from '../context.ts';
import { exposure, questionsWhere } from '../draw/exposure.ts';
import { evolve } from '../session/evolve.ts';
import { openSession, type Session } from '../session/session.ts';
import { foldHistory } from '../store/history.ts';
import type { PastSession } from './past-session.ts';
import { sessionName } from './session-name.ts';

/** The session as its events left it. */
export function replay({ started, mode, events, kept, seats }: PastSession, context: Context): Session {
  const seen = foldHistory(exposure, context.paths).state[started.bank] ?? {};
  const opened = openSession({
    id: started.session,
    mode,
    name: sessionName(started, context.paths),
    form: started.form,
    clock: started.clock,
    bank: started.bank,
    title: started.title,
    seed: started.seed,
    given: started.given,
    seats,
    titles: { domains: kept.domains, objectives: kept.objectives },
    seenBefore: questionsWhere(seen, known => known.first !== undefined && known.first !== started.session),
    flagged: questionsWhere(seen, known => known.flagged === true),
  });
  return events.reduce(evolve, opened);
}
