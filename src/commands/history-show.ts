import type { Context } from '../context.ts';
import { exitStatus, type ExitStatus } from '../errors.ts';
import { sessionListing } from '../session/listing.ts';
import type { Outcome, Session } from '../session/session.ts';
import { foldHistory } from '../store/history.ts';
import { hang, wrap } from '../ui/render/text.ts';
import { newestSession } from './history-list.ts';
import { localMoment } from './local-moment.ts';
import { readPastSession } from './past-session.ts';
import { replay } from './replay.ts';
import { resolveId } from './resolve.ts';

/** `cca history show [ID]`: one session, question by question. */
export async function historyShow(
  word: string | undefined,
  flags: { json?: boolean },
  context: Context,
): Promise<ExitStatus> {
  const known = Object.keys(foldHistory(sessionListing, context.paths).state);
  const id = word === undefined ? newestSession(context) : resolveId(word, known, 'session');
  const past = readPastSession(id, context.paths);
  const session = replay(past, context);
  if (flags.json) context.print(JSON.stringify(sessionData(session, past.started.time), null, 2));
  else
    context.print(
      ...sessionLines(session, localMoment(past.started.time, context.clock), context.output.columns ?? 80),
    );
  return exitStatus.done;
}

const sessionData = ({ id, mode, name, bank, seed, seats, outcomes }: Session, started: string) => ({
  id,
  mode: mode.name,
  name,
  bank,
  seed,
  started,
  questions: seats.map(({ question }, index) => {
    const { answer, correct, guess, ms } = outcomes.get(index) ?? {};
    return {
      id: question.id,
      domain: question.domain,
      objective: question.objective,
      stem: question.stem,
      answered: answer !== undefined,
      ...(answer && { answer, correct, guess, ms }),
    };
  }),
});

function sessionLines(
  { id, name, title, seats, outcomes }: Session,
  started: string,
  columns: number,
): string[] {
  const right = [...outcomes.values()].filter(outcome => outcome.correct).length;
  return [
    ...wrap(`${name} ${id}, ${started}: ${title}`, columns - 1),
    `${right} of ${seats.length} right, ${outcomes.size} answered`,
    '',
    ...seats.flatMap(({ question }, index) =>
      hang(
        `${String(index + 1).padStart(3)}  ${wordFor(outcomes.get(index)).padEnd(16)}  `,
        `${question.stem.replace(/\s+/g, ' ')} (${question.id})`,
        columns - 1,
      ),
    ),
  ];
}

function wordFor(outcome: Outcome | undefined): string {
  if (!outcome) return 'no answer';
  const seconds = `${Math.round(outcome.ms / 1000)} s`;
  return `${outcome.correct ? 'right' : 'wrong'}${outcome.guess ? ', guess' : ''} ${seconds}`;
}
