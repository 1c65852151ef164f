import type { Context } from '../context.ts';
import { exitStatus, type ExitStatus } from '../errors.ts';
import { reports } from '../events/reports.ts';
import { foldHistory } from '../store/history.ts';

/** `cca bank reports`: what the learner found wrong with questions. */
export async function bankReports(flags: { json?: boolean }, context: Context): Promise<ExitStatus> {
  const found = foldHistory(reports, context.paths).state;
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
    context.print(
      ...found.map(
        ({ time, question, revision, seed, note }) =>
          `${time.slice(0, 10)}  ${question} (revision ${revision}, seed ${seed})\n    ${note}`,
      ),
    );
  return exitStatus.done;
}
