import { counted } from '../counted.ts';
import type { Bank } from '../bank/bank.ts';
import type { Context } from '../context.ts';
import { freshExams, reservedForExams } from '../draw/reserve.ts';
import { exitStatus, UsageError, type ExitStatus } from '../errors.ts';
import { drawOrders } from '../question/shapes/index.ts';
import { isQuestion } from '../question/types.ts';
import { mint, stream } from '../rng.ts';
import { byRecall } from '../schedule/course.ts';
import { isKnown, type DeckCard, type DeckFilters } from '../schedule/deck.ts';
import { deckIn, studyOf, todayIn, type Study, type StudyRequest } from '../schedule/study.ts';
import { mixed, queueOf, type DayPart } from '../schedule/today.ts';
import type { CardSeat } from '../session/cards.ts';
import { modes } from '../session/modes.ts';
import { bankDir, loadBank } from '../store/banks.ts';
import { bankNotices, titlesOf } from './begin.ts';
import { historyFor } from './history-notices.ts';
import { chooseFrontEnd, type FrontEndFlags } from './front-end.ts';
import { resolveDomains, resolveObjectives, resolveWords, tagsOf } from './resolve.ts';
import { startSession } from './start-session.ts';
import { studyRequest } from './study.ts';

export interface FlashcardFlags extends FrontEndFlags {
  readonly domain?: readonly string[] | undefined;
  readonly objective?: readonly string[] | undefined;
  readonly tag?: readonly string[] | undefined;
  readonly count?: number | undefined;
  readonly new?: number | undefined;
  readonly terms?: boolean | undefined;
  readonly questions?: boolean | undefined;
  readonly flagged?: boolean | undefined;
  readonly cram?: boolean | undefined;
  readonly dry?: boolean | undefined;
  readonly bank?: string | undefined;
}

/** How many cards are crammed where nobody says. */
const crammedAtOnce = 20;

/** `cca flashcards`: what is due today and the day's new cards, graded by the learner. */
export async function flashcards(flags: FlashcardFlags, context: Context): Promise<ExitStatus> {
  refuseContradictions(flags);
  const frontEnd = await chooseFrontEnd(flags, context);
  const dry = flags.dry ?? false;
  const cram = flags.cram ?? false;
  const bank = await loadBank(flags.bank, context.paths, { keeps: !dry });
  const { blueprint } = bank;
  const history = studyRequest(bank, context, (fold, paths) => historyFor(fold, paths, dry));
  const study = studyOf(history.request);
  const filters = readFilters(flags, bank);
  const deck = unreservedFirst(deckIn(history.request, filters), bank, filters);
  const part = todayIn(study, deck, {
    ...study.limits,
    ...(flags.new !== undefined && { fresh: flags.new }),
    ...(flags.count !== undefined && { minutes: Infinity }),
  });
  const queue = cram
    ? cramQueue(deck, study).slice(0, flags.count ?? crammedAtOnce)
    : queueOf(part, study.weights, flags.count ?? Infinity);
  if (queue.length === 0) {
    frontEnd.nothing(nothingDue(deck, flags));
    return exitStatus.done;
  }
  const mode = cram ? modes.cram : modes.flashcards;
  const seed = mint(6);
  const now = context.clock.now();
  return startSession(context, frontEnd, {
    mode,
    name: mode.title,
    bank: {
      id: blueprint.id,
      title: blueprint.title,
      dir: flags.bank === undefined ? undefined : bankDir(flags.bank, context.paths),
    },
    seats: [],
    cards: {
      seats: seatsOf(queue, bank, seed),
      begun: now,
      plan: {
        course: study.course,
        sweep: study.sweep,
        rolloverHour: context.settings['rollover-hour'],
        offset: context.clock.offset(now),
      },
    },
    titles: titlesOf(blueprint),
    seed,
    given: false,
    seen: history.request.seen,
    dry,
    notices: [
      ...(cram ? ['Cramming: this counts in your habits only, and leaves the schedule as it is.'] : []),
      ...(filters.only === 'questions' ? costNotices(queue, bank, history.request) : []),
      ...(cram ? [] : putOffNotices(part, study)),
      ...bankNotices(bank, flags.bank),
      ...history.notices,
    ],
  });
}

function refuseContradictions({ terms, questions, cram, dry, new: fresh }: FlashcardFlags): void {
  if (terms && questions) throw new UsageError('--terms and --questions exclude each other. Choose one.');
  if (cram && dry)
    throw new UsageError('--cram is saved and --dry saves nothing, so they exclude each other. Choose one.');
  if (cram && fresh !== undefined)
    throw new UsageError(
      '--cram asks whatever is least known, so it cannot go with --new. Drop one of them.',
    );
}

function readFilters(flags: FlashcardFlags, { blueprint, rows }: Bank): DeckFilters {
  const domains = resolveDomains(flags.domain ?? [], blueprint);
  return {
    domains,
    objectives: resolveObjectives(flags.objective ?? [], blueprint, domains),
    tags: resolveWords(flags.tag ?? [], 'tag', tagsOf(rows)),
    only: flags.terms ? 'terms' : flags.questions ? 'questions' : undefined,
    flagged: flags.flagged ?? false,
  };
}

/** Questions kept back for fresh exams come last, where unseen questions are cards at all. */
function unreservedFirst(deck: DeckCard[], { blueprint, rows }: Bank, { only }: DeckFilters): DeckCard[] {
  if (only !== 'questions') return deck;
  const reserved = reservedForExams(blueprint, rows);
  return deck.toSorted((a, b) => Number(reserved.has(a.row.id)) - Number(reserved.has(b.row.id)));
}

/** Everything, the most forgotten first, then what was never met. */
const cramQueue = (deck: readonly DeckCard[], { today, weights }: Study): DeckCard[] => [
  ...byRecall(deck.filter(isKnown), today),
  ...mixed(
    deck.filter(card => !isKnown(card)),
    weights,
  ),
];

function seatsOf(queue: readonly DeckCard[], bank: Bank, seed: string): CardSeat[] {
  const entries = bank.read(queue.map(({ row }) => row.id));
  return entries.map((entry, index) => ({
    entry,
    orders: isQuestion(entry)
      ? drawOrders(entry.response, stream(seed, `options ${entry.id}`))
      : { shown: [] },
    record: queue[index]?.record,
  }));
}

/** What exam questions never seen cost as cards: they are no longer fresh. */
function costNotices(
  queue: readonly DeckCard[],
  { blueprint, rows }: Bank,
  { seen }: StudyRequest,
): string[] {
  const unseen = queue.filter(
    ({ row }) => blueprint.examKinds.includes(row.kind) && seen[row.id]?.first === undefined,
  );
  if (unseen.length === 0) return [];
  const shown = Object.fromEntries(unseen.map(({ row }) => [row.id, { first: 'cards' }]));
  const [before, after] = [seen, { ...seen, ...shown }].map(known => freshExams(blueprint, rows, known));
  return [
    `${counted(unseen.length, 'exam question is', 'exam questions are')} new to you here and will not be fresh in an exam: fresh full exams left ${before} now, ${after} after.`,
  ];
}

function putOffNotices({ due, putOff }: DayPart, { limits }: Study): string[] {
  if (putOff.length === 0) return [];
  return [
    `${counted(putOff.length, 'more is', 'more are')} due than ${counted(limits.minutes, 'minute holds', 'minutes hold')}; the lightest domains wait. All of them: cca flashcards -n ${due.length + putOff.length}`,
  ];
}

function nothingDue(deck: readonly DeckCard[], flags: FlashcardFlags): string {
  if (flags.flagged) return nothingFlagged(deck);
  if (deck.length === 0) {
    const isNarrow = [flags.domain, flags.objective, flags.tag, flags.terms, flags.questions].some(Boolean);
    return isNarrow
      ? 'No card fits all of these. Drop a filter; what there is: cca bank list'
      : 'This bank has no cards yet. Questions become cards once you have answered them: cca quiz';
  }
  return 'Nothing is due today, and the new cards of the day are done. Ahead of time, without changing the schedule: cca flashcards --cram';
}

const nothingFlagged = (deck: readonly DeckCard[]): string =>
  deck.length === 0
    ? 'No card you flagged fits. Press f at a card to flag it; flagged questions: cca quiz --flagged'
    : `None of your ${counted(deck.length, 'flagged card')} is due today. All of them, without changing the schedule: cca flashcards --flagged --cram`;
