import type { Evidence, FirstTry } from './evidence.ts';
import { gainScale, halfLifeDays, priorGuesses, priorMarking, trust } from './prior.ts';
import { termsOf, type Asked, type Layout, type Term } from './response-model.ts';

/** First tries that the model cannot tell apart, counted together. Counts are weighted: old answers count less. */
export interface Cell {
  readonly terms: readonly Term[];
  readonly floor: number;
  right: number;
  wrong: number;
}

/** How finely the time before now is told apart. */
const steps = 6;
const dayMs = 86_400_000;

/**
 * Sorts first tries into cells; those in domains that the exam does not have are left out. `now` is in milliseconds since
 * 1970.
 */
export function cellsOf(
  { firsts, repeats }: Evidence,
  domains: readonly string[],
  examKinds: readonly string[],
  layout: Layout,
  now: number,
): Cell[] {
  const tries = Object.values(firsts).filter(({ domain }) => domains.includes(domain));
  const { knownThoughMarked, marking } = guessingOf(tries);
  const cells = new Map<string, Cell>();
  for (const first of tries) {
    const asked: Asked = {
      domain: domains.indexOf(first.domain),
      difficulty: first.difficulty,
      floor: first.guess ? 0 : first.floor * (1 - marking),
      isOther: !examKinds.includes(first.kind),
      toCome: Math.round(steps * (1 - Math.exp((first.repeats - repeats) / gainScale))) / steps,
    };
    const cell = cellOf(cells, asked, layout);
    const weight = trust * 2 ** (-Math.max(0, now - first.at) / dayMs / halfLifeDays);
    const right = first.guess ? knownThoughMarked : first.right ? 1 : 0;
    cell.right += weight * right;
    cell.wrong += weight * (1 - right);
  }
  return [...cells.values()];
}

function cellOf(cells: Map<string, Cell>, asked: Asked, layout: Layout): Cell {
  const name = `${asked.domain} ${asked.difficulty} ${asked.floor} ${asked.isOther} ${asked.toCome}`;
  let cell = cells.get(name);
  if (!cell)
    cells.set(name, (cell = { terms: termsOf(asked, layout), floor: asked.floor, right: 0, wrong: 0 }));
  return cell;
}

/** How a learner marks guesses. */
interface Guessing {
  /** What share of the questions marked as guesses was known all the same. */
  readonly knownThoughMarked: number;
  /** What share of the questions that were not known was marked. */
  readonly marking: number;
}

/**
 * A marked guess that comes out right says nothing by itself: it counts as known only so far as this learner's guesses come
 * out right more often than the number of options lets expect. And who marks guesses has fewer right by unmarked luck: for
 * each wrong answer that was not marked, so many more were not known and lucky. Few guesses lean on what is usual.
 */
function guessingOf(tries: readonly FirstTry[]): Guessing {
  let [marked, rightByLuck, right, unknown] = [0, 0, 0, 0];
  for (const first of tries)
    if (first.guess) {
      marked++;
      rightByLuck += first.floor;
      if (first.right) right++;
    } else if (!first.right) unknown += 1 / (1 - first.floor);
  const knownThoughMarked = Math.max(0, right - rightByLuck) / (marked - rightByLuck + priorGuesses);
  const markedUnknown = marked * (1 - knownThoughMarked) + priorMarking.marked;
  return { knownThoughMarked, marking: markedUnknown / (markedUnknown + unknown + priorMarking.unmarked) };
}
