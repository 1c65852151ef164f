import type { Command } from 'commander';
import type { Context } from '../context.ts';
import { examples, positive, type Finish } from './parts.ts';

/** `cca bank …`. */
export function addBankCommands(program: Command, context: Context, finish: Finish): void {
  const bank = program
    .command('bank')
    .summary('check, list, search, show and export questions')
    .description('Looks into a bank of questions.');
  bank.addHelpText('after', examples('cca bank check', 'cca bank list --domain ebpf', 'cca bank show ID'));
  bank
    .command('check')
    .summary('look for faults in a bank')
    .description(
      'Holds every file of a bank against its schema and rules. Exit 3 with errors; 1 with warnings under --strict, or when --report finds that keys give themselves away.',
    )
    .argument('[folder]', 'the bank; the one that ships when left out')
    .option('--strict', 'warnings fail too')
    .option('--report', 'how often keys can be guessed, and what the bank covers')
    .option('--json', 'as JSON')
    .addHelpText('after', examples('cca bank check', 'cca bank check ./my-bank --strict --report'))
    .action((folder, flags) =>
      finish(import('../commands/bank-check.ts').then(({ bankCheck }) => bankCheck(folder, flags, context))),
    );
  bank
    .command('list')
    .summary('objectives and counts, thin ones marked')
    .description('Lists objectives with their questions by kind and difficulty, and marks the thin ones.')
    .option('-d, --domain <domain...>', 'only these domains, with the id of every question')
    .option('--bank <folder>', 'another bank')
    .addHelpText('after', examples('cca bank list', 'cca bank list --domain network-policy'))
    .action(flags =>
      finish(import('../commands/bank-list.ts').then(({ bankList }) => bankList(flags, context))),
    );
  bank
    .command('show')
    .summary('one question with its key')
    .description('Prints a question with its key, reasons and sources. It counts as seen from then on.')
    .argument('<id>', 'the id of the question, or the beginning of it')
    .option('--bank <folder>', 'another bank')
    .addHelpText('after', examples('cca bank show network-policy-identity-scaled-replica'))
    .action((id, flags) =>
      finish(import('../commands/bank-show.ts').then(({ bankShow }) => bankShow(id, flags, context))),
    );
  bank
    .command('search')
    .summary('find questions and cards by words')
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
      finish(
        import('../commands/bank-search.ts').then(({ bankSearch }) => bankSearch(words, flags, context)),
      ),
    );
  bank
    .command('stale')
    .summary('sources checked too long ago')
    .description('Lists questions and cards whose sources were last checked too long ago.')
    .option('--since <span>', 'how long is too long: 180d, 26w, 6m, 1y', '180d')
    .option('-d, --domain <domain...>', 'only these domains')
    .option('--json', 'as JSON')
    .option('--bank <folder>', 'another bank')
    .addHelpText('after', examples('cca bank stale', 'cca bank stale --since 1y --domain cluster-mesh'))
    .action(flags =>
      finish(import('../commands/bank-stale.ts').then(({ bankStale }) => bankStale(flags, context))),
    );
  bank
    .command('reports')
    .summary('faults you reported')
    .description('Lists the faults you reported during sessions.')
    .option('--json', 'as JSON')
    .addHelpText('after', examples('cca bank reports', 'cca bank reports --json'))
    .action(flags =>
      finish(import('../commands/bank-reports.ts').then(({ bankReports }) => bankReports(flags, context))),
    );
  bank
    .command('export')
    .summary('every question as JSON')
    .description('Prints every question of a bank as one JSON array.')
    .option('--json', 'as JSON (the only format, and the default)')
    .option('--bank <folder>', 'another bank')
    .addHelpText('after', examples('cca bank export --json > questions.json'))
    .action(flags =>
      finish(import('../commands/bank-export.ts').then(({ bankExport }) => bankExport(flags, context))),
    );
}
