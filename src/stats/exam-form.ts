import type { Row } from '../bank/bank.ts';
import type { Blueprint } from '../bank/blueprint.ts';
import { fullQuotas } from '../draw/reserve.ts';
import type { FirstTry } from './evidence.ts';

/** One sort of question on the real form, its mean guessing floor, and what share of its domain's seats such questions fill. */
export interface Sort {
  readonly difficulty: string;
  readonly floor: number;
  readonly share: number;
}

/** What a domain contributes to the real form. */
export interface FormPart {
  readonly domain: string;
  readonly seats: number;
  readonly sorts: readonly Sort[];
}

/** One option in four: what a question has that nobody has answered yet. */
const usualFloor = 1 / 4;
const usualCount = 4;

/**
 * The real form as far as a bank tells: quotas from the blueprint's weights, and in each domain the difficulties and
 * kinds that the bank's questions of the exam's kinds have. A domain without any takes those of the whole bank. How many
 * options a kind has is known from the questions answered.
 */
export function examForm(blueprint: Blueprint, rows: readonly Row[], tries: readonly FirstTry[]): FormPart[] {
  const quotas = fullQuotas(blueprint);
  const asked = rows.filter(row => blueprint.examKinds.includes(row.kind));
  const floors = new Map(blueprint.examKinds.map(kind => [kind, floorOf(kind, tries)]));
  return blueprint.domains.map(({ slug }) => {
    const own = asked.filter(row => row.domain === slug);
    return {
      domain: slug,
      seats: quotas.get(slug) ?? 0,
      sorts: sortsOf(own.length > 0 ? own : asked, floors),
    };
  });
}

function floorOf(kind: string, tries: readonly FirstTry[]): number {
  const floors = tries.filter(first => first.kind === kind).map(first => first.floor);
  return (
    (floors.reduce((sum, floor) => sum + floor, 0) + usualCount * usualFloor) / (floors.length + usualCount)
  );
}

function sortsOf(rows: readonly Row[], floors: ReadonlyMap<string, number>): Sort[] {
  if (rows.length === 0) return [{ difficulty: 'medium', floor: usualFloor, share: 1 }];
  const counts = new Map<string, { floors: number; count: number }>();
  for (const { kind, difficulty = 'medium' } of rows) {
    const sort = counts.get(difficulty) ?? { floors: 0, count: 0 };
    sort.count++;
    sort.floors += floors.get(kind) ?? usualFloor;
    counts.set(difficulty, sort);
  }
  return [...counts].map(([difficulty, sort]) => ({
    difficulty,
    floor: sort.floors / sort.count,
    share: sort.count / rows.length,
  }));
}
