import type { Bank } from '../bank/bank.ts';
import { readingOf, type ObjectiveReading } from '../bank/guide.ts';
import type { Context } from '../context.ts';
import { guideItemsDone } from '../events/guide-items.ts';
import { foldHistory, type Findings } from '../store/history.ts';

/**
 * What a bank's guide lists for each objective, in reading order, and whether history says that it is done. Nothing for a
 * bank without a guide.
 */
export function readingFrom(
  bank: Bank,
  { paths }: Context,
): { reading: readonly ObjectiveReading[]; findings: Findings } {
  const { state, findings } = foldHistory(guideItemsDone, paths);
  const guide = bank.guide();
  const done = new Set(Object.keys(state[bank.blueprint.id] ?? {}));
  return { reading: guide ? readingOf(guide, done) : [], findings };
}
