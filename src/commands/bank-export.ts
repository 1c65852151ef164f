import type { Context } from '../context.ts';
import { exitStatus, type ExitStatus } from '../errors.ts';
import { exportEntry } from '../report/entry.ts';
import { loadBank } from '../store/banks.ts';

/** `cca bank export`: the whole bank as one JSON array, for other programs. */
export async function bankExport(flags: { bank?: string }, context: Context): Promise<ExitStatus> {
  const bank = await loadBank(flags.bank, context.paths);
  context.print(JSON.stringify(bank.read(bank.rows.map(row => row.id)).map(exportEntry), null, 2));
  return exitStatus.done;
}
