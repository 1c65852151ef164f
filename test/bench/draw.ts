import type { Row } from '../../src/bank/bank.ts';
import { draw } from '../../src/draw/draw.ts';
import type { Seen } from '../../src/draw/exposure.ts';
import { stream } from '../../src/rng.ts';
import { loadBank } from '../../src/store/banks.ts';
import { findPaths } from '../../src/store/paths.ts';
import { shippedBank } from '../support/cli.ts';

/** Milliseconds to draw an exam from a loaded bank, and to shuffle the ids of that bank once, in turn. */
export async function drawTimes(
  questions: number,
  rounds: number,
): Promise<Record<'draw' | 'shuffle', number[]>> {
  const { blueprint, rows: shipped } = await loadBank(shippedBank, findPaths({}, '/nowhere'), {
    keeps: false,
  });
  const rows = grown(
    shipped.filter(row => blueprint.examKinds.includes(row.kind)),
    questions,
  );
  const ids = rows.map(row => row.id);
  const seen = seenOf(rows);
  const filters = {
    domains: [],
    objectives: [],
    kinds: blueprint.examKinds,
    difficulties: [],
    tags: [],
    unseen: false,
    missed: false,
    flagged: false,
  };
  const request = {
    blueprint,
    rows,
    filters,
    count: blueprint.questions,
    given: false,
    seen,
    now: Date.now(),
  };
  const times = { draw: [] as number[], shuffle: [] as number[] };
  for (let round = 0; round < rounds + 5; round++) {
    const took = {
      draw: timed(() => draw({ ...request, seed: `seed-${round}` }).length, blueprint.questions),
      shuffle: timed(() => stream(`seed-${round}`, 'ids').shuffle(ids).length, rows.length),
    };
    // The first rounds are before the compiler has seen either.
    if (round < 5) continue;
    times.draw.push(took.draw);
    times.shuffle.push(took.shuffle);
  }
  return times;
}

/** As many rows under other ids, domain after domain, as a bank is compiled; enemies stay with their own copy. */
function grown(rows: readonly Row[], count: number): Row[] {
  const copies = Math.ceil(count / rows.length);
  return rows
    .flatMap(row =>
      Array.from({ length: copies }, (_, copy) => ({
        ...row,
        id: `${row.id}-${copy}`,
        enemies: row.enemies.map(enemy => `${enemy}-${copy}`),
      })),
    )
    .slice(0, count);
}

/** Every tenth question was seen. */
const seenOf = (rows: readonly Row[]): Record<string, Seen> =>
  Object.fromEntries(
    rows.flatMap(({ id }, index) =>
      index % 10 === 0 ? [[id, { first: 's', last: '2026-01-01T00:00:00Z', answer: 'wrong' } as const]] : [],
    ),
  );

function timed(work: () => number, wanted: number): number {
  const begun = performance.now();
  const made = work();
  const took = performance.now() - begun;
  if (made !== wanted) throw new Error(`${made} came out, not ${wanted}`);
  return took;
}
