import type { Bank } from '../bank/bank.ts';
import { dayAndMonth, dayWord } from '../clock.ts';
import type { Context } from '../context.ts';
import { exitStatus, UsageError, type ExitStatus } from '../errors.ts';
import { nearest } from '../nearest.ts';
import { dueCounts, type DueCount } from '../schedule/due.ts';
import { studyOf, type StudyRequest } from '../schedule/study.ts';
import { cardKey } from '../schedule/schedule.ts';
import { loadBank } from '../store/banks.ts';
import { journalOf } from './journal-of.ts';
import { resolveId } from './resolve.ts';
import { studyRequest } from './study.ts';

interface CardsFlags {
  readonly json?: boolean | undefined;
  readonly bank?: string | undefined;
}

const verbs = ['due', 'suspended', 'restore'] as const;

/** `cca flashcards due`, `suspended` and `restore ID`. */
export async function cards(
  word: string,
  id: string | undefined,
  flags: CardsFlags,
  context: Context,
): Promise<ExitStatus> {
  const verb = verbs.find(known => known === word);
  if (!verb) {
    const near = nearest(word, verbs);
    throw new UsageError(
      `"${word}" is not something flashcards does.${near ? ` Did you mean "${near}"?` : ''} It takes ${verbs.join(', ')}, or nothing to start.`,
    );
  }
  const bank = await loadBank(flags.bank, context.paths);
  const { request, notices } = studyRequest(bank, context);
  context.warn(...notices);
  if (verb === 'due') due(request, flags, context);
  else if (verb === 'suspended') listSuspended(bank, request, context);
  else restore(id, bank, request, context);
  return exitStatus.done;
}

function due(request: StudyRequest, { json }: CardsFlags, context: Context): void {
  const { total, domains } = dueCounts(studyOf(request), request.blueprint);
  if (json) {
    const next = total.next === null ? null : dayWord(total.next);
    context.print(JSON.stringify({ bank: request.blueprint.id, ...total, next, domains }, null, 2));
    return;
  }
  if (total.cards === 0) {
    context.print('No cards yet. Questions become cards once you have answered them: cca quiz');
    return;
  }
  const column = Math.max(...domains.map(({ title }) => title.length));
  context.print(
    `${counts(total)}${total.next === null ? '' : `; the next on ${dayAndMonth(total.next)}`}`,
    '',
    ...domains.map(domain => `${domain.title.padEnd(column)}  ${counts(domain)}`),
    ...(total.today + total.new > 0 ? ['', 'cca flashcards  (begin)'] : []),
  );
}

const counts = ({ today, week, new: fresh, waiting }: Omit<DueCount, 'cards'>) =>
  `${today} due today, ${week} this week, ${fresh} new today of ${waiting}`;

/** Cards set aside for good that are still in the bank. */
function suspendedIn(bank: Bank, { blueprint, schedule }: StudyRequest) {
  const scheduled = schedule.banks[blueprint.id] ?? {};
  return bank.rows.filter(row => scheduled[cardKey(row)]?.suspended === true);
}

function listSuspended(bank: Bank, request: StudyRequest, context: Context): void {
  const rows = suspendedIn(bank, request);
  if (rows.length === 0) context.print('No card is suspended. Press s at a card to suspend it.');
  else context.print(...rows.map(({ id }) => id), '', 'To be asked again: cca flashcards restore ID');
}

function restore(word: string | undefined, bank: Bank, request: StudyRequest, context: Context): void {
  const rows = suspendedIn(bank, request);
  if (word === undefined)
    throw new UsageError(
      'Say which card: cca flashcards restore ID. What is suspended: cca flashcards suspended',
    );
  const id = resolveId(
    word,
    rows.map(row => row.id),
    'suspended card',
  );
  const revision = rows.find(row => row.id === id)?.revision ?? 1;
  journalOf(context).append(
    [{ type: 'card-suspended', bank: request.blueprint.id, question: id, revision, suspended: false }],
    { synced: true },
  );
  context.print(`${id} is asked again when it is due.`);
}
