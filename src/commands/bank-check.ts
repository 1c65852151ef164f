import type { Context } from '../context.ts';
import { exitStatus, type ExitStatus } from '../errors.ts';
import { issueLines } from '../report/issues.ts';
import { scanBank } from '../store/bank-files.ts';
import { bankDir, compileFrom } from '../store/banks.ts';

/** `cca bank check`: everything that is wrong with a bank, with its place. */
export async function bankCheck(
  folder: string | undefined,
  flags: { strict?: boolean },
  context: Context,
): Promise<ExitStatus> {
  const dir = bankDir(folder, context.paths);
  const { issues, compiled } = await compileFrom(dir, scanBank(dir));
  context.print(issueLines(issues, dir));
  if (!compiled) return exitStatus.bank;
  return issues.length > 0 && flags.strict ? exitStatus.checkFailed : exitStatus.done;
}
