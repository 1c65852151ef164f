import { survey, type Survey } from '../bank/survey.ts';
import type { Issue } from '../bank/issue.ts';
import type { Context } from '../context.ts';
import { exitStatus, type ExitStatus } from '../errors.ts';
import { issueLines } from '../report/issues.ts';
import { surveyLines } from '../report/survey.ts';
import { screenWidth, wrapIndented } from '../ui/render/text.ts';
import { bankDir, checkFrom } from '../store/banks.ts';

export interface CheckFlags {
  readonly strict?: boolean;
  readonly report?: boolean;
  readonly json?: boolean;
}

/** `cca bank check`: everything that is wrong with a bank, with its place; with `--report` what gives its keys away. */
export async function bankCheck(
  folder: string | undefined,
  flags: CheckFlags,
  context: Context,
): Promise<ExitStatus> {
  const dir = bankDir(folder, context.paths);
  const { issues, content } = await checkFrom(dir);
  const whole = flags.report && content ? survey(content.blueprint, content.entries) : undefined;
  if (flags.json) context.print(JSON.stringify({ issues, ...(whole && { report: whole }) }, null, 2));
  else {
    const width = screenWidth(context.output.columns ?? 100);
    const lines = whole ? ['', ...surveyLines(whole)] : [];
    context.print(issueLines(issues, dir), ...lines.flatMap(line => wrapIndented(line, width)));
  }
  if (!content) return exitStatus.bank;
  return fails(issues, whole, flags) ? exitStatus.checkFailed : exitStatus.done;
}

const fails = (issues: readonly Issue[], whole: Survey | undefined, { strict }: CheckFlags): boolean =>
  (strict === true && issues.length > 0) || whole?.passes === false;
