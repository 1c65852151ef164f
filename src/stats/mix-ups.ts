import type { BankEntry, Option } from '../question/types.ts';
import { isQuestion } from '../question/types.ts';
import type { QuestionRecord, QuestionRecords } from './mistakes.ts';

/** The same wrong option, taken more than once. */
export interface MixUp {
  readonly question: string;
  readonly option: string;
  readonly times: number;
  readonly text: string;
  /** The option's own explanation of what is wrong with it. */
  readonly why: string;
}

/** A question and how it went. */
export interface Troubling {
  readonly question: string;
  readonly domain: string;
  readonly missed: number;
  readonly answered: number;
  readonly latest: 'right' | 'wrong';
}

export interface Mistakes {
  readonly mostMissed: readonly Troubling[];
  readonly mixUps: readonly MixUp[];
  /** Questions and cards that the bank still has. */
  readonly flagged: readonly string[];
  /** Those of them that no quiz asks. */
  readonly flaggedCards: readonly string[];
  /** Questions right by a marked guess, and how many answers that were. */
  readonly guessedRight: readonly string[];
  /** Questions answered wrong without a mark that it was a guess. */
  readonly sureWrong: number;
}

/** At most so many of each are named. */
const named = 5;

/**
 * What went wrong more than once. `flagged` is taken as it is. `read` gives the entries of ids that the bank still has; options that turned out right,
 * and those of questions that are gone, cannot be explained and are left out.
 */
export function mistakesIn(
  records: QuestionRecords,
  flagged: Pick<Mistakes, 'flagged' | 'flaggedCards'>,
  counts: (record: QuestionRecord) => boolean,
  read: (ids: readonly string[]) => readonly BankEntry[],
): Mistakes {
  const known = Object.entries(records).filter(([, record]) => counts(record));
  return {
    mostMissed: known
      .filter(([, record]) => record.missed > 1)
      .sort(([, a], [, b]) => b.missed - a.missed || a.answered - b.answered)
      .slice(0, named)
      .map(([question, { domain, missed, answered, latest = 'wrong' }]) => ({
        question,
        domain,
        missed,
        answered,
        latest,
      })),
    mixUps: mixUpsIn(known, read),
    ...flagged,
    guessedRight: known.filter(([, record]) => record.guessedRight > 0).map(([question]) => question),
    sureWrong: known.reduce((sum, [, record]) => sum + record.sureWrong, 0),
  };
}

function mixUpsIn(
  known: readonly [string, QuestionRecord][],
  read: (ids: readonly string[]) => readonly BankEntry[],
): MixUp[] {
  const repeated = known.flatMap(([question, { chosen }]) =>
    Object.entries(chosen)
      .filter(([, { times }]) => times > 1)
      .map(([option, { times, last }]) => ({ question, option, times, last })),
  );
  const mixUps: MixUp[] = [];
  // Read one by one: a long history has hundreds of them, of which the first few are named.
  for (const { question, option, times } of repeated.sort(
    (a, b) => b.times - a.times || (a.last < b.last ? 1 : -1),
  )) {
    const wrong = wrongOption(read([question])[0], option);
    if (wrong) mixUps.push({ question, option, times, text: wrong.text, why: wrong.why });
    if (mixUps.length === named) break;
  }
  return mixUps;
}

function wrongOption(entry: BankEntry | undefined, id: string): Option | undefined {
  if (!entry || !isQuestion(entry) || !('options' in entry.response)) return undefined;
  return entry.response.options.find(option => option.id === id && !option.key);
}
