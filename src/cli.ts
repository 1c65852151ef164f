import { Command, CommanderError } from 'commander';
import { addBankCommands } from './cli/bank.ts';
import { addConfigCommands } from './cli/config.ts';
import { addHistoryCommands } from './cli/history.ts';
import { examples, type Finish } from './cli/parts.ts';
import { addSessionCommands } from './cli/sessions.ts';
import { addStudyCommands } from './cli/study.ts';
import type { Context } from './context.ts';
import { exitStatus, type ExitStatus } from './errors.ts';

/**
 * Runs a command line and gives the exit status. Names, flags and help stand here; each command is loaded when it is
 * called. Throws what the command throws.
 */
export async function run(args: readonly string[], context: Context, version: string): Promise<ExitStatus> {
  if (args.length === 0 && context.terminal.interactive)
    return (await import('./commands/home.ts')).home(context, () => run(['--help'], context, version));
  let outcome: ExitStatus = exitStatus.done;
  const program = describe(context, version, async result => {
    outcome = await result;
  });
  await addCompletionCommand(program, args, context);
  try {
    await program.parseAsync(args.length === 0 ? ['--help'] : helpAsked(args, program), { from: 'user' });
    return outcome;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitStatus.done : exitStatus.usage;
    throw error;
  }
}

function describe(context: Context, version: string, finish: Finish): Command {
  const program = new Command('cca')
    .description(
      'Quizzes, mock exams and flashcards in the terminal, for the Cilium Certified Associate exam or any bank.',
    )
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'show help')
    .helpCommand('help [command]', 'show help for a command')
    .showHelpAfterError('(cca --help lists what there is)')
    .configureOutput({
      writeOut: text => context.print(text.trimEnd()),
      writeErr: text => context.warn(text.trimEnd()),
      getOutHelpWidth: () => context.output.columns ?? 80,
      getErrHelpWidth: () => context.output.columns ?? 80,
    })
    .exitOverride();
  addSessionCommands(program, context, finish);
  addStudyCommands(program, context, finish);
  addHistoryCommands(program, context, finish);
  addBankCommands(program, context, finish);
  addConfigCommands(program, context, finish);
  program.addHelpText('after', examples('cca quiz', 'cca mock-exam', 'cca resume'));
  return program;
}

/** `help bank check` as `bank check --help`, and what is no command as if it stood alone: the same error says so. */
function helpAsked(args: readonly string[], program: Command): readonly string[] {
  const words = args[0] === 'help' ? args.slice(1) : args.filter(word => !['-h', '--help'].includes(word));
  const asks = words.length > 0 && words.length < args.length;
  if (!asks || words.some(word => word.startsWith('-'))) return args;
  let at: Command = program;
  for (const [index, word] of words.entries()) {
    const next = at.commands.find(command => command.name() === word);
    if (!next && at.commands.length > 0 && word !== 'help') return words.slice(0, index + 1);
    if (!next) return [...words.slice(0, index), '--help'];
    at = next;
  }
  return [...words, '--help'];
}

const completionWords = 'print a completion script for your shell';
const completionExamples =
  '\nExamples:\n  source <(cca completion bash)\n  cca completion fish > ~/.config/fish/completions/cca.fish';

/** What prints completion scripts is loaded only when it is called; help needs no more than its name. */
async function addCompletionCommand(
  program: Command,
  args: readonly string[],
  context: Context,
): Promise<void> {
  if (args[0] === 'completion' || args[0] === 'complete')
    await (
      await import('./commands/completion.ts')
    ).addCompletion(program, context, completionWords, completionExamples);
  else
    program
      .command('completion')
      .argument('<shell>', 'bash, zsh or fish')
      .description(completionWords)
      .addHelpText('after', completionExamples);
}
