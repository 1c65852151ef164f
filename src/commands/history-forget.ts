import { counted } from '../counted.ts';
import { join } from 'node:path';
import type { Context } from '../context.ts';
import { exitStatus, UsageError, type ExitStatus } from '../errors.ts';
import { backUp } from '../store/backup.ts';
import { deviceName } from '../store/device.ts';
import { countBefore, forgetBefore } from '../store/forget.ts';
import { localMoment } from './local-moment.ts';
import { sinceMoment } from './since.ts';

/** `cca history forget --before DATE`: asks, makes a backup, then removes. The only command that removes history. */
export async function historyForget(
  flags: { before: string; yes?: boolean },
  context: Context,
): Promise<ExitStatus> {
  const { clock, paths } = context;
  const at = sinceMoment(flags.before, '--before', context);
  const device = deviceName(context.env);
  const { events, others } = countBefore(at, device, paths);
  const moment = localMoment(new Date(at).toISOString(), clock);
  if (events === 0) {
    context.print(`There is nothing from before ${moment}.`);
    return exitStatus.done;
  }
  if (!flags.yes && !(await isSure(events, moment, context))) {
    context.print('Nothing was removed.');
    return exitStatus.done;
  }
  const stamp = new Date(clock.now()).toISOString().slice(0, 19).replaceAll(':', '-');
  const backup = join(paths.data, `backup-${stamp}.zip`);
  backUp(backup, paths);
  forgetBefore(at, device, paths, clock.offset(clock.now()));
  context.print(
    `Removed: ${counted(events, 'entry', 'entries')} from before ${moment}. A backup is in ${backup}; delete it when you are sure.`,
    ...(others.length > 0
      ? [
          `Other devices' files are left as they are, and what they hold from before is no longer counted: ${others.join(', ')}`,
        ]
      : []),
  );
  return exitStatus.done;
}

async function isSure(events: number, moment: string, context: Context): Promise<boolean> {
  if (!context.terminal.interactive)
    throw new UsageError('Say --yes to remove history where nobody can be asked.');
  const { askSure } = await import('../ui/tty/ask.ts');
  return askSure(
    `Remove ${counted(events, 'entry', 'entries')} from before ${moment}? A backup is made first.`,
    context.interrupted,
  );
}
