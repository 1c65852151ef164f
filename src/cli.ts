import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { addHistoryCommands } from './cli/history.ts';
import { examples } from './cli/parts.ts';
import type { Context } from './context.ts';
import { exitStatus, type ExitStatus } from './errors.ts';

/** What a command gives back: its exit status. */
type Outcome = Promise<ExitStatus>;

/**
 * Runs a command line and gives the exit status. Names, flags and help stand here; each command is loaded when it is
 * called. Throws what the command throws.
 */
export async function run(args: readonly string[], context: Context, version: string): Outcome {
  if (args.length === 0 && context.terminal.interactive)
    return (await import('./commands/home.ts')).home(context, () => run(['--help'], context, version));
  let outcome: ExitStatus = exitStatus.done;
  const program = describe(context, version, async result => {
    outcome = await result;
  });
  await addCompletionCommand(program, args, context);
  try {
    await program.parseAsync(args.length === 0 ? ['--help'] : args, { from: 'user' });
    return outcome;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitStatus.done : exitStatus.usage;
    throw error;
  }
}

function describe(context: Context, version: string, finish: (outcome: Outcome) => Promise<void>): Command {
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
  addHistoryCommands(program, context, finish);
  addBankCommands(program, context, finish);
  addOtherCommands(program, context, finish);
  program.addHelpText('after', examples('cca quiz', 'cca mock-exam', 'cca resume'));
  return program;
}

const completionExamples =
  '\nExamples:\n  source <(cca completion bash)\n  cca completion fish > ~/.config/fish/completions/cca.fish';

/** What prints completion scripts is loaded only when it is called; help needs no more than its name. */
async function addCompletionCommand(
  program: Command,
  args: readonly string[],
  context: Context,
): Promise<void> {
  if (args[0] === 'completion' || args[0] === 'complete')
    await (await import('./commands/completion.ts')).addCompletion(program, context, completionExamples);
  else
    program
      .command('completion')
      .argument('<shell>', 'bash, zsh or fish')
      .description('print a completion script for your shell')
      .addHelpText('after', completionExamples);
}

function addSessionCommands(
  program: Command,
  context: Context,
  finish: (outcome: Outcome) => Promise<void>,
): void {
  program
    .command('quiz')
    .summary('answer questions, each explained at once')
    .description(
      'Draws questions by domain weight, asks them, explains every answer and saves it as it is given.',
    )
    .option('-d, --domain <domain...>', 'only these domains (a slug, a title, or the beginning of one)')
    .option('-o, --objective <objective...>', 'only these objectives')
    .option(
      '-k, --kind <kind...>',
      'only these kinds: single, multiple, true-false, fill-in, ordering, matching',
    )
    .option('--difficulty <difficulty...>', 'only easy, medium or hard')
    .option('-t, --tag <tag...>', 'only questions with one of these tags')
    .option('-n, --count <number>', 'how many questions', positive)
    .option('--seed <seed>', 'the same questions for everyone with this seed; leaves history out')
    .option('--again [session]', 'the newest quiz, or the one named, exactly as it was')
    .option('--unseen', 'only questions you have never seen')
    .option('--missed', 'only questions whose latest answer was wrong')
    .option('--from <session>', 'with --missed: what was missed in that session, or in the last')
    .option('--flagged', 'only questions you flagged')
    .option('--dry', 'write nothing anywhere')
    .option('--plain', 'line in, line out: for pipes and screen readers')
    .option('--json-lines', 'JSON objects in and out: for programs')
    .option('--bank <folder>', 'another bank')
    .addHelpText(
      'after',
      examples(
        'cca quiz',
        'cca quiz --domain network-policy ebpf -n 20',
        'cca quiz --missed --from last',
        'cca quiz --seed team-friday',
        'printf "a\\nb\\n" | cca quiz -n 2 --dry',
      ),
    )
    .action(flags => finish(import('./commands/quiz.ts').then(({ quiz }) => quiz(flags, context))));
  program
    .command('mock-exam')
    .summary('rehearse the exam')
    .description(
      'Sits you through the exam of the blueprint: as many questions, as many minutes, any order, no verdict before the end.',
    )
    .usage('[list | review [ID] | report [ID]] [options]')
    .argument('[what]', 'list, review or report; nothing starts an exam')
    .argument('[session]', 'for review and report: its id, or the beginning of it; the newest when left out')
    .addOption(new Option('--length <length>', 'full, half or mini').choices(['full', 'half', 'mini']))
    .option('--minutes <minutes>', 'another time; decimals are fine', minutes)
    .option('--untimed', 'no clock')
    .option('--seed <seed>', 'the same exam for everyone with this seed; leaves history out')
    .option('--wrong', 'with review: only what was wrong, left open included')
    .option('--unanswered', 'with review: only what was left open')
    .option('--flagged', 'with review: only what was flagged')
    .option('--guessed', 'with review: only what was marked as a guess')
    .option('--changed', 'with review: only answers that were changed')
    .option('--json', 'with report: as JSON')
    .option('--html <file>', 'with report: as a page for a browser, without a network')
    .option('--plain', 'line in, line out: for pipes and screen readers')
    .option('--json-lines', 'JSON objects in and out: for programs')
    .option('--bank <folder>', 'another bank')
    .addHelpText(
      'after',
      examples(
        'cca mock-exam',
        'cca mock-exam --length mini',
        'cca mock-exam list',
        'cca mock-exam review --wrong',
        'cca mock-exam report --html report.html',
      ),
    )
    .action((what, session, flags) =>
      finish(
        what === undefined
          ? import('./commands/mock-exam.ts').then(({ mockExam }) => mockExam(flags, context))
          : import('./commands/past-exams.ts').then(({ pastExams }) =>
              pastExams(what, session, flags, context),
            ),
      ),
    );
  program
    .command('flashcards')
    .summary('recall what is due today')
    .description(
      'Asks the cards that are due and the new ones of the day: turn each over, then grade how well you knew it.',
    )
    .usage('[due | suspended | restore ID] [options]')
    .argument('[what]', 'due, suspended or restore; nothing starts the cards')
    .argument('[id]', 'for restore: the id of a card, or the beginning of it')
    .option('-d, --domain <domain...>', 'only these domains')
    .option('-o, --objective <objective...>', 'only these objectives')
    .option('-t, --tag <tag...>', 'only cards with one of these tags')
    .option('-n, --count <number>', 'at most so many cards, whatever the minutes a day', positive)
    .option('--new <number>', 'so many new cards', whole)
    .option('--terms', 'only term cards')
    .option('--questions', 'only questions, exam questions never seen included; it says what that costs')
    .option('--flagged', 'only cards you flagged; with --cram due or not')
    .option('--cram', 'what is least known, due or not; counts in habits only')
    .option('--dry', 'write nothing anywhere')
    .option('--json', 'with due: as JSON')
    .option('--plain', 'line in, line out: for pipes and screen readers')
    .option('--json-lines', 'JSON objects in and out: for programs')
    .option('--bank <folder>', 'another bank')
    .addHelpText(
      'after',
      examples(
        'cca flashcards',
        'cca flashcards --domain ebpf --new 5',
        'cca flashcards due',
        'cca flashcards --cram -n 30',
      ),
    )
    .action((what, id, flags) =>
      finish(
        what === undefined
          ? import('./commands/flashcards.ts').then(({ flashcards }) => flashcards(flags, context))
          : import('./commands/cards.ts').then(({ cards }) => cards(what, id, flags, context)),
      ),
    );
  program
    .command('plan')
    .summary('what to do each day until the exam')
    .description(
      'Lays out cards, reading and mock exams day by day, and what you will remember on the exam day.',
    )
    .option('--exam <day>', 'plan for this day instead of the setting exam-date')
    .option('--ics <file>', 'write calendar entries')
    .option('--json', 'as JSON')
    .option('--bank <folder>', 'another bank')
    .addHelpText(
      'after',
      examples('cca plan', 'cca plan --exam 2026-12-18', 'cca plan --ics cca.ics', 'cca plan --json'),
    )
    .action(flags => finish(import('./commands/plan.ts').then(({ plan }) => plan(flags, context))));
  program
    .command('resume')
    .summary('go on where a session was left')
    .description('Goes on with the newest unfinished session, or the one named.')
    .argument('[session]', 'its id, or the beginning of it')
    .option('--list', 'list what is unfinished')
    .option('--end <session>', 'finish a session as it stands')
    .option('--plain', 'line in, line out')
    .option('--json-lines', 'JSON objects in and out')
    .addHelpText('after', examples('cca resume', 'cca resume --list', 'cca resume --end k3f9'))
    .action((id, flags) =>
      finish(import('./commands/resume.ts').then(({ resume }) => resume(id, flags, context))),
    );
  program
    .command('guide')
    .summary('what to read for each objective')
    .description('Lists what to read, watch and try for each objective, and ticks it off.')
    .argument('[part]', 'a domain or an objective; all of them, without addresses, when left out')
    .option('--done <item...>', 'tick items off, by id or its beginning')
    .option('--undo <item...>', 'put items back')
    .option('--json', 'as JSON')
    .option('--bank <folder>', 'another bank')
    .addHelpText(
      'after',
      examples('cca guide', 'cca guide datapath-models', 'cca guide --done routing', 'cca guide ebpf --json'),
    )
    .action((part, flags) =>
      finish(import('./commands/guide.ts').then(({ guide }) => guide(part, flags, context))),
    );
  program
    .command('stats')
    .summary('would you pass, where you stand')
    .description('Shows what your history says, with the uncertainty of every share.')
    .option('-d, --domain <domain...>', 'only these domains, with their objectives')
    .option(
      '--since <time>',
      'nothing older: 30d, 6w, 3m, 1y or a day; the chance of passing always looks at everything',
    )
    .option('--json', 'as JSON')
    .option('--html <file>', 'write one page with plots that needs no network')
    .option('--open', 'open that page')
    .option('--bank <folder>', 'another bank')
    .addHelpText(
      'after',
      examples('cca stats', 'cca stats --domain ebpf --since 30d', 'cca stats --html stats.html --open'),
    )
    .action(flags => finish(import('./commands/stats.ts').then(({ stats }) => stats(flags, context))));
}

function addBankCommands(
  program: Command,
  context: Context,
  finish: (outcome: Outcome) => Promise<void>,
): void {
  const bank = program
    .command('bank')
    .summary('check, list, search, show and export questions')
    .description('Looks into a bank of questions.');
  bank.addHelpText('after', examples('cca bank check', 'cca bank list --domain ebpf', 'cca bank show ID'));
  bank
    .command('check')
    .description(
      'Holds every file of a bank against its schema and rules. Exit 3 with errors; 1 with warnings under --strict, or when --report finds that keys give themselves away.',
    )
    .argument('[folder]', 'the bank; the one that ships when left out')
    .option('--strict', 'warnings fail too')
    .option('--report', 'how often keys can be guessed, and what the bank covers')
    .option('--json', 'as JSON')
    .addHelpText('after', examples('cca bank check', 'cca bank check ./my-bank --strict --report'))
    .action((folder, flags) =>
      finish(import('./commands/bank-check.ts').then(({ bankCheck }) => bankCheck(folder, flags, context))),
    );
  bank
    .command('list')
    .description('Lists objectives with their questions by kind and difficulty, and marks the thin ones.')
    .option('-d, --domain <domain...>', 'only these domains, with the id of every question')
    .option('--bank <folder>', 'another bank')
    .addHelpText('after', examples('cca bank list', 'cca bank list --domain network-policy'))
    .action(flags =>
      finish(import('./commands/bank-list.ts').then(({ bankList }) => bankList(flags, context))),
    );
  bank
    .command('show')
    .description('Prints a question with its key, reasons and sources. It counts as seen from then on.')
    .argument('<id>', 'the id of the question, or the beginning of it')
    .option('--bank <folder>', 'another bank')
    .addHelpText('after', examples('cca bank show network-policy-identity-scaled-replica'))
    .action((id, flags) =>
      finish(import('./commands/bank-show.ts').then(({ bankShow }) => bankShow(id, flags, context))),
    );
  bank
    .command('search')
    .description(
      'Finds questions and cards that have every word in stem, front, tag, id or option, best first.',
    )
    .argument('<words...>', 'words, or the beginnings of words')
    .option('-d, --domain <domain...>', 'only these domains')
    .option('-n, --max <number>', 'how many to show; 20 when left out', positive)
    .option('--json', 'as JSON, all of them')
    .option('--bank <folder>', 'another bank')
    .addHelpText('after', examples('cca bank search egress gateway', 'cca bank search maglev --json'))
    .action((words, flags) =>
      finish(import('./commands/bank-search.ts').then(({ bankSearch }) => bankSearch(words, flags, context))),
    );
  bank
    .command('stale')
    .description('Lists questions and cards whose sources were last checked too long ago.')
    .option('--since <span>', 'how long is too long: 180d, 26w, 6m, 1y', '180d')
    .option('-d, --domain <domain...>', 'only these domains')
    .option('--json', 'as JSON')
    .option('--bank <folder>', 'another bank')
    .addHelpText('after', examples('cca bank stale', 'cca bank stale --since 1y --domain cluster-mesh'))
    .action(flags =>
      finish(import('./commands/bank-stale.ts').then(({ bankStale }) => bankStale(flags, context))),
    );
  bank
    .command('reports')
    .description('Lists the faults you reported during sessions.')
    .option('--json', 'as JSON')
    .addHelpText('after', examples('cca bank reports', 'cca bank reports --json'))
    .action(flags =>
      finish(import('./commands/bank-reports.ts').then(({ bankReports }) => bankReports(flags, context))),
    );
  bank
    .command('export')
    .description('Prints every question of a bank as one JSON array.')
    .option('--json', 'as JSON (the only format, and the default)')
    .option('--bank <folder>', 'another bank')
    .addHelpText('after', examples('cca bank export --json > questions.json'))
    .action(flags =>
      finish(import('./commands/bank-export.ts').then(({ bankExport }) => bankExport(flags, context))),
    );
}

function addOtherCommands(
  program: Command,
  context: Context,
  finish: (outcome: Outcome) => Promise<void>,
): void {
  const config = program
    .command('config')
    .summary('read and change settings')
    .description('Reads and changes settings.');
  config.addHelpText(
    'after',
    examples('cca config list', 'cca config set count 20', 'cca config unset count'),
  );
  const load = () => import('./commands/config.ts');
  config
    .command('get')
    .description('Prints a setting.')
    .argument('<name>')
    .addHelpText('after', examples('cca config get count'))
    .action(name => finish(load().then(({ configGet }) => configGet(name, context))));
  config
    .command('set')
    .description('Changes a setting; asks for what is left out.')
    .argument('[name]')
    .argument('[value]')
    .addHelpText(
      'after',
      examples('cca config set exam-date 2026-12-18', 'cca config set domains network-policy,ebpf'),
    )
    .action((name, value) => finish(load().then(({ configSet }) => configSet(name, value, context))));
  config
    .command('unset')
    .description('Returns a setting to its default.')
    .argument('<name>')
    .addHelpText('after', examples('cca config unset theme'))
    .action(name => finish(load().then(({ configUnset }) => configUnset(name, context))));
  config
    .command('list')
    .description('Lists all settings with what they take.')
    .addHelpText('after', examples('cca config list'))
    .action(() => finish(load().then(({ configList }) => configList(context))));
  config
    .command('path')
    .description('Prints where the settings are.')
    .addHelpText('after', examples('cat "$(cca config path)"'))
    .action(() => finish(load().then(({ configPath }) => configPath(context))));
}

function minutes(word: string): number {
  const value = Number(word);
  if (!/^\d+([.]\d+)?$/.test(word) || value <= 0 || value > 10_000)
    throw new InvalidArgumentError('Give minutes, such as 45 or 0.5.');
  return value;
}

function whole(word: string): number {
  if (!/^\d{1,6}$/.test(word)) throw new InvalidArgumentError('Give a whole number from 0.');
  return Number(word);
}

function positive(word: string): number {
  if (!/^\d{1,6}$/.test(word) || Number(word) < 1)
    throw new InvalidArgumentError('Give a whole number from 1.');
  return Number(word);
}
