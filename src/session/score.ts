import type { Source } from '../question/types.ts';
import type { Outcome, Seat, Session } from './session.ts';

/** How one part of a session went. */
export interface PartScore {
  readonly title: string;
  readonly right: number;
  readonly answered: number;
  /** Pages of the questions missed, each once. */
  readonly read: readonly Source[];
}

export interface Score {
  readonly right: number;
  readonly answered: number;
  readonly of: number;
  readonly ms: number;
  /** Both weakest first. */
  readonly domains: readonly PartScore[];
  readonly objectives: readonly PartScore[];
  readonly guessed: { readonly right: number; readonly answered: number };
  readonly sure: { readonly right: number; readonly answered: number };
  /** Ids of the questions answered wrong, in the order asked. */
  readonly missed: readonly string[];
}

/** Counts a session as it stands. */
export function scoreOf(session: Session): Score {
  const answered = [...session.outcomes].map(([index, outcome]) => ({
    seat: session.seats[index] as Seat,
    outcome,
  }));
  return {
    ...tally(answered),
    of: session.seats.length,
    ms: answered.reduce((sum, { outcome }) => sum + outcome.ms, 0),
    domains: parts(answered, seat => seat.question.domain, session.titles.domains),
    objectives: parts(answered, seat => seat.question.objective, session.titles.objectives),
    guessed: tally(answered.filter(({ outcome }) => outcome.guess)),
    sure: tally(answered.filter(({ outcome }) => !outcome.guess)),
    missed: answered.filter(({ outcome }) => !outcome.correct).map(({ seat }) => seat.question.id),
  };
}

interface Answered {
  readonly seat: Seat;
  readonly outcome: Outcome;
}

const tally = (answered: readonly Answered[]) => ({
  right: answered.filter(({ outcome }) => outcome.correct).length,
  answered: answered.length,
});

function parts(
  answered: readonly Answered[],
  slugOf: (seat: Seat) => string,
  titles: Readonly<Record<string, string>>,
): PartScore[] {
  const slugs = [...new Set(answered.map(({ seat }) => slugOf(seat)))];
  return slugs
    .map(slug => {
      const own = answered.filter(({ seat }) => slugOf(seat) === slug);
      const missed = own
        .filter(({ outcome }) => !outcome.correct)
        .flatMap(({ seat }) => seat.question.sources);
      const read = missed.filter(
        (source, index) => missed.findIndex(other => other.url === source.url) === index,
      );
      return { title: titles[slug] ?? slug, ...tally(own), read };
    })
    .sort((a, b) => a.right / a.answered - b.right / b.answered || b.answered - a.answered);
}
