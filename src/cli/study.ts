import type { Command } from 'commander';
import type { Context } from '../context.ts';
import { examples, type Finish } from './parts.ts';

/** `cca plan`, `cca guide` and `cca stats`: where you stand, and what to do about it. */
export function addStudyCommands(program: Command, context: Context, finish: Finish): void {
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
    .action(flags => finish(import('../commands/plan.ts').then(({ plan }) => plan(flags, context))));
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
      finish(import('../commands/guide.ts').then(({ guide }) => guide(part, flags, context))),
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
    .option('--all', 'everything; otherwise a low terminal gets one screen with what decides')
    .option('--html <file>', 'write one page with plots that needs no network')
    .option('--open', 'open that page')
    .option('--bank <folder>', 'another bank')
    .addHelpText(
      'after',
      examples('cca stats', 'cca stats --domain ebpf --since 30d', 'cca stats --html stats.html --open'),
    )
    .action(flags => finish(import('../commands/stats.ts').then(({ stats }) => stats(flags, context))));
}
