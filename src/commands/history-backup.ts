import { counted } from '../counted.ts';
import type { Context } from '../context.ts';
import { exitStatus, type ExitStatus } from '../errors.ts';
import { backUp } from '../store/backup.ts';

/** `cca history backup FILE`: all of history and the settings in one ZIP file. */
export async function historyBackup(path: string, context: Context): Promise<ExitStatus> {
  const { journals, kept } = backUp(path, context.paths);
  context.print(
    `${path}: ${counted(journals, 'journal')} and the questions of ${counted(kept, 'draw')}. Bring it back with: cca history import ${path}`,
  );
  return exitStatus.done;
}
