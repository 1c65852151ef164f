import type { Evidence, FirstTry } from './evidence.ts';
import { gainScale, halfLifeDays, priorGuesses } from './prior.ts';
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
  { firsts, studied }: Evidence,
  domains: readonly string[],
  examKinds: readonly string[],
  layout: Layout,
  now: number,
): Cell[] {
  const tries = Object.values(firsts).filter(({ domain }) => domains.includes(domain));
  const lucky = shareOfLuckyGuesses(tries);
  const cells = new Map<string, Cell>();
  for (const first of tries) {
    const asked: Asked = {
      domain: domains.indexOf(first.domain),
      difficulty: first.difficulty,
      floor: first.floor,
      isOther: !examKinds.includes(first.kind),
      toCome: Math.round(steps * (1 - Math.exp((first.studied - studied) / gainScale))) / steps,
    };
    const cell = cellOf(cells, asked, layout);
    const weight = 2 ** (-Math.max(0, now - first.at) / dayMs / halfLifeDays);
    const right = first.guess ? lucky : first.right ? 1 : 0;
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

/**
 * What a marked guess counts, whether luck made it right this time or not: the share of this learner's guesses that come
 * out right, leaning on the number of options while there are few. The mean is the same, the luck is taken out.
 */
function shareOfLuckyGuesses(tries: readonly FirstTry[]): number {
  const guesses = tries.filter(first => first.guess);
  if (guesses.length === 0) return 0;
  const right = guesses.filter(first => first.right).length;
  const expected = guesses.reduce((sum, first) => sum + first.floor, 0) / guesses.length;
  return (right + priorGuesses * expected) / (guesses.length + priorGuesses);
}
