import { Option, type Command } from 'commander';
import type { Context } from '../context.ts';
import { examples, type Finish } from './parts.ts';

/** `cca history …`. */
export function addHistoryCommands(program: Command, context: Context, finish: Finish): void {
  const history = program
    .command('history')
    .summary('look back, export, merge, back up')
    .description('Looks into your history, and moves it between devices and programs.');
  history.addHelpText(
    'after',
    examples('cca history list', 'cca history show', 'cca history export --format csv'),
  );
  history
    .command('list')
    .summary('every session')
    .description('Lists every session.')
    .option('--json', 'as JSON')
    .addHelpText('after', examples('cca history list'))
    .action(flags => finish(import('../commands/history-list.ts').then(m => m.historyList(flags, context))));
  history
    .command('show')
    .summary('one session, question by question')
    .description('Shows one session, question by question; the newest when none is named.')
    .argument('[session]', 'its id, or the beginning of it')
    .option('--json', 'as JSON')
    .addHelpText('after', examples('cca history show', 'cca history show k3f9'))
    .action((id, flags) =>
      finish(import('../commands/history-show.ts').then(m => m.historyShow(id, flags, context))),
    );
  history
    .command('review')
    .summary('what was asked, with the key and why')
    .description(
      'Shows what was asked in a session, with your answer, the key and why; the newest when none is named.',
    )
    .argument('[session]', 'its id, or the beginning of it')
    .option('--wrong', 'only what was wrong')
    .option('--flagged', 'only what is flagged')
    .addHelpText('after', examples('cca history review', 'cca history review k3f9 --wrong'))
    .action((id, flags) =>
      finish(import('../commands/history-review.ts').then(m => m.historyReview(id, flags, context))),
    );
  history
    .command('export')
    .summary('history for other programs')
    .description('Prints history for other programs.')
    .option('--since <when>', 'only from then on: a day, or 30d, 4w, 12h')
    .addOption(
      new Option('--format <format>', 'events as JSON lines, answers as CSV, or xAPI statements')
        .choices(['json-lines', 'csv', 'xapi'])
        .default('json-lines'),
    )
    .option('--actor <who>', 'with xapi: your e-mail address, or the name of an account')
    .addHelpText(
      'after',
      examples(
        'cca history export > history.jsonl',
        'cca history export --format csv --since 30d > answers.csv',
        'cca history export --format xapi --actor ann@example.org > statements.json',
      ),
    )
    .action(flags =>
      finish(import('../commands/history-export.ts').then(m => m.historyExport(flags, context))),
    );
  const load = () => import('../commands/history-import.ts');
  history
    .command('import')
    .summary("take in another device's journal, or a backup")
    .description("Takes in another device's journal, an export or a backup; twice is as good as once.")
    .argument('<file>')
    .addHelpText('after', examples('cca history import laptop.jsonl', 'cca history import backup.zip'))
    .action(file => finish(load().then(m => m.historyImport(file, context))));
  history
    .command('merge')
    .summary("take in a folder of another device's history")
    .description("Takes in a folder of another device's history, with the questions of its sessions.")
    .argument('<folder>')
    .addHelpText('after', examples('cca history merge /mnt/laptop/.local/share/cca'))
    .action(folder => finish(load().then(m => m.historyImport(folder, context))));
  history
    .command('check')
    .summary('look for what is damaged or missing')
    .description('Counts what is there and looks for what is damaged or missing. Exit 1 when something is.')
    .addHelpText('after', examples('cca history check'))
    .action(() => finish(import('../commands/history-check.ts').then(m => m.historyCheck(context))));
  history
    .command('backup')
    .summary('everything in one ZIP file')
    .description('Writes history and settings into one ZIP file; import brings it back.')
    .argument('<file>')
    .addHelpText('after', examples('cca history backup cca-2026-11-21.zip'))
    .action(file =>
      finish(import('../commands/history-backup.ts').then(m => m.historyBackup(file, context))),
    );
  history
    .command('forget')
    .summary('remove history from before a day')
    .description('Removes history from before a day, after a backup. The only command that removes any.')
    .requiredOption('--before <day>', 'such as 2026-01-01')
    .option('--yes', 'do not ask')
    .addHelpText('after', examples('cca history forget --before 2026-01-01'))
    .action(flags =>
      finish(import('../commands/history-forget.ts').then(m => m.historyForget(flags, context))),
    );
}
