import type { Bank } from '../bank/bank.ts';
import type { Guide } from '../bank/guide.ts';
import type { Context } from '../context.ts';
import { exitStatus, UsageError, type ExitStatus } from '../errors.ts';
import { guideItemsDone } from '../events/guide-items.ts';
import {
  guideProgress,
  overviewLines,
  readCount,
  readingLines,
  type ObjectiveProgress,
} from '../report/guide.ts';
import { objectiveCounts } from '../stats/objective-counts.ts';
import { loadBank } from '../store/banks.ts';
import { foldHistory } from '../store/history.ts';
import { findingNotices, refuseNewer } from './history-notices.ts';
import { journalOf } from './journal-of.ts';
import { readingFrom } from './reading.ts';
import { resolveId, resolvePart } from './resolve.ts';
import { say } from './say.ts';

export interface GuideFlags {
  readonly done?: readonly string[];
  readonly undo?: readonly string[];
  readonly json?: boolean;
  readonly bank?: string;
}

/** `cca guide`: what to read for each objective, what of it is done, and how the answers there went. */
export async function guide(
  part: string | undefined,
  flags: GuideFlags,
  context: Context,
): Promise<ExitStatus> {
  const bank = await loadBank(flags.bank, context.paths);
  const found = bank.guide();
  if (!found)
    throw new UsageError(
      `${bank.blueprint.title} has no reading guide. Its author can add one as guide.yaml beside exam.yaml.`,
    );
  // What was meant is known before anything is written.
  const wanted = part === undefined ? undefined : resolvePart(part, bank.blueprint);
  tick(found, bank.blueprint.id, flags, context);
  const all = progressOf(bank, context);
  const shown = all.filter(
    ({ domain, objective }) => wanted === undefined || domain === wanted || objective === wanted,
  );
  if (flags.json) context.print(JSON.stringify(asJson(bank, shown), null, 2));
  else if (part !== undefined) say(context, ...readingLines(shown).slice(1), '', tickHint);
  else if (flags.done || flags.undo) say(context, ...tickedLines(found, flags, all));
  else say(context, ...overview(bank, found, all));
  return exitStatus.done;
}

/** Journals what is ticked off or put back; what stands so already is not written again. */
function tick({ items }: Guide, bank: string, { done = [], undo = [] }: GuideFlags, context: Context): void {
  const ids = items.map(({ id }) => id);
  const asked = [
    ...done.map(word => ({ item: resolveId(word, ids, 'item'), done: true })),
    ...undo.map(word => ({ item: resolveId(word, ids, 'item'), done: false })),
  ];
  if (asked.length === 0) return;
  const { state, findings } = foldHistory(guideItemsDone, context.paths);
  refuseNewer(findings);
  const already = new Set(Object.keys(state[bank] ?? {}));
  const drafts = asked
    .filter(({ item, done: isDone }) => already.has(item) !== isDone)
    .map(draft => ({ type: 'guide-item-done' as const, bank, ...draft }));
  if (drafts.length > 0) journalOf(context).append(drafts, { synced: true });
}

const tickHint = 'cca guide --done ITEM    tick an item off; --undo puts it back';

function progressOf(bank: Bank, context: Context): ObjectiveProgress[] {
  const { reading, findings } = readingFrom(bank, context);
  const counts = foldHistory(objectiveCounts, context.paths).state[bank.blueprint.id] ?? {};
  context.warn(...findingNotices(findings));
  return guideProgress(bank.blueprint, reading, counts);
}

function overview({ blueprint }: Bank, { items }: Guide, all: readonly ObjectiveProgress[]): string[] {
  const done = new Set(all.flatMap(part => part.items.filter(item => item.done).map(({ id }) => id)));
  return [
    `${blueprint.title}, what to read: ${done.size} of ${items.length} done`,
    ...overviewLines(blueprint, all),
    '',
    'cca guide OBJECTIVE      what to read for it, with addresses (or for a DOMAIN)',
    tickHint,
  ];
}

/** What was ticked, and where that leaves its objectives. */
function tickedLines(
  { items }: Guide,
  { done = [], undo = [] }: GuideFlags,
  all: readonly ObjectiveProgress[],
): string[] {
  const ids = items.map(({ id }) => id);
  const line = (word: string, what: string) => {
    const item = items.find(({ id }) => id === resolveId(word, ids, 'item'));
    const parts = all.filter(part => part.items.some(({ id }) => id === item?.id));
    return [`${what}: ${item?.title}`, ...parts.map(part => `  ${part.objective}: ${readCount(part)}`)];
  };
  return [...done.flatMap(word => line(word, 'Done')), ...undo.flatMap(word => line(word, 'Put back'))];
}

const asJson = ({ blueprint }: Bank, shown: readonly ObjectiveProgress[]) => ({
  bank: blueprint.id,
  objectives: shown.map(({ domain, objective, title, answered, right, items }) => ({
    domain,
    objective,
    title,
    answered,
    right,
    done: items.filter(item => item.done).length,
    of: items.length,
    items,
  })),
});
