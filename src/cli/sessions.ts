import { Option, type Command } from 'commander';
import type { Context } from '../context.ts';
import { examples, minutes, positive, whole, type Finish } from './parts.ts';

/** `cca quiz`, `cca mock-exam`, `cca flashcards` and `cca resume`: what asks questions. */
export function addSessionCommands(program: Command, context: Context, finish: Finish): void {
  const quizzes = program
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
    .action(flags => finish(import('../commands/quiz.ts').then(({ quiz }) => quiz(flags, context))));
  const mockExams = program
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
          ? import('../commands/mock-exam.ts').then(({ mockExam }) => mockExam(flags, context))
          : import('../commands/past-exams.ts').then(({ pastExams }) =>
              pastExams(what, session, flags, context),
            ),
      ),
    );
  const cards = program
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
          ? import('../commands/flashcards.ts').then(({ flashcards }) => flashcards(flags, context))
          : import('../commands/cards.ts').then(m => m.cards(what, id, flags, context)),
      ),
    );
  const resuming = program
    .command('resume')
    .summary('go on where a session was left')
    .description('Goes on with the newest unfinished session, or the one named.')
    .argument('[session]', 'its id, or the beginning of it')
    .option('--list', 'list what is unfinished')
    .option('--end <session>', 'finish a session as it stands')
    .addHelpText('after', examples('cca resume', 'cca resume --list', 'cca resume --end k3f9'))
    .action((id, flags) =>
      finish(import('../commands/resume.ts').then(({ resume }) => resume(id, flags, context))),
    );
  for (const command of [quizzes, mockExams, cards, resuming]) addFrontEndOptions(command);
  for (const command of [quizzes, mockExams, cards]) command.option('--bank <folder>', 'another bank');
}

/** Every session can be sat through in three ways; without an option the terminal decides. */
const addFrontEndOptions = (command: Command): Command =>
  command
    .option('--plain', 'line in, line out: for pipes and screen readers')
    .option('--json-lines', 'JSON objects in and out: for programs');
