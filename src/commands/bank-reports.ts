import type { Context } from '../context.ts';
import { exitStatus, type ExitStatus } from '../errors.ts';
import { reports } from '../events/reports.ts';
import { printable } from '../printable.ts';
import { foldHistory } from '../store/history.ts';
import { findingNotices } from './history-notices.ts';
import { localMoment } from './local-moment.ts';
import { say } from './say.ts';

/** `cca bank reports`: what the learner found wrong with questions. */
export async function bankReports(flags: { json?: boolean }, context: Context): Promise<ExitStatus> {
  const { state: found, findings } = foldHistory(reports, context.paths);
  context.warn(...findingNotices(findings));
  if (flags.json)
    context.print(
      JSON.stringify(
        found.map(({ time, bank, question, revision, seed, note }) => ({
          time,
          bank,
          question,
          revision,
          seed,
          note,
        })),
        null,
        2,
      ),
    );
  else if (found.length === 0)
    context.print('Nothing was reported. Press r during a question to report a fault in it.');
  else
    say(
      context,
      ...found.map(
        ({ time, question, revision, seed, note }) =>
          `${localMoment(time, context.clock).slice(0, 10)}  ${question} (revision ${revision}, seed ${seed})\n    ${printable(note)}`,
      ),
    );
  return exitStatus.done;
}
