import { isatty } from 'node:tty';
import { version } from '../package.json';
import { run } from './cli.ts';
import { processContext, type Context } from './context.ts';
import { exitStatus, ToldError } from './errors.ts';

/**
 * The process boundary: runs the command line in a context of this process and turns whatever comes of it into words
 * and an exit status. Never throws. `root` is the folder of the package.
 */
export async function main(root: string): Promise<void> {
  const context = processContext(root);
  if (isatty(0)) process.once('exit', endWithoutTerminal);
  try {
    process.exitCode = await run(process.argv.slice(2), context, version);
  } catch (error) {
    process.exitCode = fail(error, context);
  } finally {
    context.end();
  }
}

/**
 * Node aborts when it ends and cannot reset the terminal it began in: then the SIGHUP that came with that ends us. Looking
 * at stdin itself would open it, which most commands need not pay for.
 */
function endWithoutTerminal(): void {
  if (isatty(0)) return;
  process.removeAllListeners('SIGHUP');
  process.kill(process.pid, 'SIGHUP');
}

function fail(error: unknown, context: Context): number {
  if (error instanceof ToldError) {
    context.warn(error.message);
    return error.status;
  }
  // Ctrl-C in an ordinary prompt: nothing was asked of us that is not done.
  if (error instanceof Error && error.name === 'ExitPromptError') return exitStatus.interrupted;
  if (error instanceof Error && error.name === 'AbortPromptError')
    return context.interrupted.reason as number;
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  context.warn(
    'cca has failed, and the fault is ours. Your answers are saved up to here.',
    `Please report this with what you typed: cca ${version}, Node ${process.versions.node}, ${process.platform}`,
    stack,
  );
  return exitStatus.ours;
}
