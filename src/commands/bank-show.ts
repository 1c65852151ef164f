import type { Context } from '../context.ts';
import { exposure } from '../draw/exposure.ts';
import { exitStatus, StorageError, type ExitStatus } from '../errors.ts';
import { entryLines } from '../report/entry.ts';
import { loadBank } from '../store/banks.ts';
import { foldHistory } from '../store/history.ts';
import { journalOf } from './journal-of.ts';
import { refuseNewer } from './history-notices.ts';
import { resolveId } from './resolve.ts';
import { say } from './say.ts';

/** `cca bank show ID`: a question with its key. From then on it counts as seen, and the journal says so. */
export async function bankShow(
  word: string,
  flags: { bank?: string },
  context: Context,
): Promise<ExitStatus> {
  const bank = await loadBank(flags.bank, context.paths);
  const id = resolveId(
    word,
    bank.rows.map(row => row.id),
    'question',
  );
  const kind = bank.rows.find(row => row.id === id)?.kind;
  if (kind !== 'card') reveal(bank.blueprint.id, id, context);
  say(context, ...bank.read([id]).flatMap(entryLines));
  return exitStatus.done;
}

/** An author without a writable history may still look. */
function reveal(bank: string, question: string, context: Context): void {
  try {
    const { state, findings } = foldHistory(exposure, context.paths);
    refuseNewer(findings);
    if (state[bank]?.[question]?.first === undefined)
      journalOf(context).append([{ type: 'question-revealed', bank, question }], { synced: true });
  } catch (error) {
    if (!(error instanceof StorageError)) throw error;
    context.warn(`${error.message}\nThat you have seen this question was not recorded.`);
  }
}
