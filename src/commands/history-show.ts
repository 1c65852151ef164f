import { counted } from '../counted.ts';
import type { Context } from '../context.ts';
import { exitStatus, type ExitStatus } from '../errors.ts';
import { sessionListing } from '../session/listing.ts';
import type { Outcome, Session } from '../session/session.ts';
import { foldHistory } from '../store/history.ts';
import { hang, wrap } from '../ui/render/text.ts';
import { newestSession } from './history-list.ts';
import { localMoment } from './local-moment.ts';
import { gradedCards, type GradedCard } from '../session/graded-cards.ts';
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
  const { time } = past.started;
  const cards = past.kept.cards && gradedCards(past.kept.cards, past.events);
  if (flags.json) {
    const data = cards ? cardsData(session, time, cards) : sessionData(session, time);
    context.print(JSON.stringify(data, null, 2));
  } else {
    const columns = context.output.columns ?? 80;
    const heading = wrap(
      `${session.name} ${session.id}, ${localMoment(time, context.clock)}: ${session.title}`,
      columns - 1,
    );
    context.print(...heading, ...(cards ? cardLines(cards, columns) : sessionLines(session, columns)));
  }
  return exitStatus.done;
}

const headData = ({ id, mode, name, bank, seed }: Session, started: string) => ({
  id,
  mode: mode.name,
  name,
  bank,
  seed,
  started,
});

const cardsData = (session: Session, started: string, cards: readonly GradedCard[]) => ({
  ...headData(session, started),
  cards: cards.map(({ entry: { id, domain, objective }, front, grades }) => ({
    id,
    domain,
    objective,
    front,
    grades,
  })),
});

const sessionData = (session: Session, started: string) => ({
  ...headData(session, started),
  questions: session.seats.map(({ question }, index) => {
    const { answer, correct, guess, ms } = session.outcomes.get(index) ?? {};
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

/** Each card with the grades it was given, in order; what was taken back is gone. */
function cardLines(cards: readonly GradedCard[], columns: number): string[] {
  const graded = cards.filter(({ grades }) => grades.length > 0);
  return [
    `${graded.length} of ${counted(cards.length, 'card')} graded`,
    '',
    ...cards.flatMap(({ entry, front, grades }, index) =>
      hang(
        `${String(index + 1).padStart(3)}  ${(grades.map(({ grade }) => grade).join(', ') || 'no grade').padEnd(16)}  `,
        `${front.replace(/\s+/g, ' ')} (${entry.id})`,
        columns - 1,
      ),
    ),
  ];
}

function sessionLines({ seats, outcomes }: Session, columns: number): string[] {
  const right = [...outcomes.values()].filter(outcome => outcome.correct).length;
  return [
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
