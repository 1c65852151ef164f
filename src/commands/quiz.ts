import { isQuestion, type Question } from '../question/types.ts';
import { drawOrders } from '../question/shapes/index.ts';
import { kindNames } from '../question/kinds/index.ts';
import { difficulties } from '../question/types.ts';
import type { Bank } from '../bank/bank.ts';
import type { Blueprint } from '../bank/blueprint.ts';
import type { Context } from '../context.ts';
import { draw } from '../draw/draw.ts';
import { exposure } from '../draw/exposure.ts';
import type { Filters } from '../draw/filter.ts';
import { exitStatus, UsageError, type ExitStatus } from '../errors.ts';
import { mint, seedPattern, stream } from '../rng.ts';
import { modes } from '../session/modes.ts';
import type { Seat, Session } from '../session/session.ts';
import { bankDir, loadBank } from '../store/banks.ts';
import { chooseFrontEnd, type FrontEndFlags } from './front-end.ts';
import { historyFor } from './history-notices.ts';
import { resolveDomains, resolveObjectives, resolveWords, tagsOf } from './resolve.ts';
import { startSession } from './start-session.ts';

export interface QuizFlags extends FrontEndFlags {
  readonly domain?: readonly string[] | undefined;
  readonly objective?: readonly string[] | undefined;
  readonly kind?: readonly string[] | undefined;
  readonly difficulty?: readonly string[] | undefined;
  readonly tag?: readonly string[] | undefined;
  readonly count?: number | undefined;
  readonly seed?: string | undefined;
  readonly again?: string | true | undefined;
  readonly unseen?: boolean | undefined;
  readonly missed?: boolean | undefined;
  readonly from?: string | undefined;
  readonly flagged?: boolean | undefined;
  readonly dry?: boolean | undefined;
  readonly bank?: string | undefined;
}

/** `cca quiz`: draws questions and asks them. */
export async function quiz(flags: QuizFlags, context: Context): Promise<ExitStatus> {
  refuseContradictions(flags);
  if (flags.again !== undefined)
    return (await import('./quiz-again.ts')).quizAgain(flags.again, flags, context);
  const frontEnd = await chooseFrontEnd(flags, context);
  const dry = flags.dry ?? false;
  const bank = await loadBank(flags.bank, context.paths, { keeps: !dry });
  const { blueprint } = bank;
  const history = historyFor(exposure, context.paths, dry);
  const seen = history.state[blueprint.id] ?? {};
  const filters = await readFilters(flags, bank, context);
  const count = flags.count ?? filters.only?.size ?? context.settings.count;
  const seed = flags.seed ?? mint(6);
  const given = flags.seed !== undefined;
  const rows = draw({
    blueprint,
    rows: bank.rows,
    filters,
    count,
    seed,
    given,
    seen,
    now: context.clock.now(),
  });
  if (rows.length === 0) {
    frontEnd.nothing(nothingToAsk(flags));
    return exitStatus.done;
  }
  return startSession(context, frontEnd, {
    mode: modes.quiz,
    name: modes.quiz.title,
    bank: {
      id: blueprint.id,
      title: blueprint.title,
      dir: flags.bank === undefined ? undefined : bankDir(flags.bank, context.paths),
    },
    seats: seatsFor(bank.read(rows.map(row => row.id)).filter(isQuestion), seed),
    titles: titlesOf(blueprint),
    hasGuide: flags.bank === undefined && bank.hasGuide,
    seed,
    given,
    seen,
    dry,
    notices: [
      ...(given
        ? [`Seed ${seed}: history is left out, so that the same seed gives everyone the same questions.`]
        : []),
      ...(rows.length < count
        ? [`${rows.length} of the ${count} questions asked for are there; they are asked.`]
        : []),
      ...bankNotices(bank, flags.bank),
      ...history.notices,
    ],
  });
}

function refuseContradictions(flags: QuizFlags): void {
  const historical = (['unseen', 'missed', 'flagged'] as const).find(name => flags[name]);
  if (flags.seed !== undefined && historical)
    throw new UsageError(
      `--seed leaves history out, so it cannot go with --${historical}. Drop one of them.`,
    );
  if (flags.seed !== undefined && !seedPattern.test(flags.seed))
    throw new UsageError(
      `"${flags.seed}" is not a seed. A seed has 1 to 32 of a-z, 0-9 and -, such as ${mint(4)}.`,
    );
  if (flags.from !== undefined && !flags.missed)
    throw new UsageError('--from says where --missed looks. Write: cca quiz --missed --from last');
  const others = [
    'domain',
    'objective',
    'kind',
    'difficulty',
    'tag',
    'count',
    'seed',
    'unseen',
    'missed',
    'flagged',
    'bank',
  ] as const;
  const other = flags.again === undefined ? undefined : others.find(name => flags[name] !== undefined);
  if (other)
    throw new UsageError(
      `--again runs a session exactly as it was, so it cannot go with ${other === 'count' ? '-n' : `--${other}`}.`,
    );
}

async function readFilters(flags: QuizFlags, { blueprint, rows }: Bank, context: Context): Promise<Filters> {
  // The setting names domains of one exam; with another bank, those it does not have are left out.
  const preferred = context.settings.domains.filter(slug =>
    blueprint.domains.some(domain => domain.slug === slug),
  );
  const objectives = flags.objective ?? [];
  const domains = resolveDomains(flags.domain ?? [], blueprint);
  return {
    domains: domains.length > 0 || objectives.length > 0 ? domains : preferred,
    objectives: resolveObjectives(objectives, blueprint, domains),
    kinds: resolveWords(flags.kind ?? [], 'kind', kindNames),
    difficulties: resolveWords(flags.difficulty ?? [], 'difficulty', difficulties),
    tags: resolveWords(flags.tag ?? [], 'tag', tagsOf(rows)),
    unseen: flags.unseen ?? false,
    missed: (flags.missed ?? false) && flags.from === undefined,
    only:
      flags.from === undefined
        ? undefined
        : (await import('./missed-from.ts')).missedFrom(flags.from, blueprint.id, context.paths),
    flagged: flags.flagged ?? false,
  };
}

/** Seats in the order of the questions, their options ordered by the seed. */
export const seatsFor = (questions: readonly Question[], seed: string): Seat[] =>
  questions.map(question => ({
    question,
    orders: drawOrders(question.response, stream(seed, `options ${question.id}`)),
  }));

/** Titles by slug, for a session to keep. */
export const titlesOf = ({ domains }: Blueprint): Session['titles'] => ({
  domains: Object.fromEntries(domains.map(({ slug, title }) => [slug, title])),
  objectives: Object.fromEntries(
    domains.flatMap(({ objectives }) => objectives.map(({ slug, title }) => [slug, title])),
  ),
});

/** One line when the bank has warnings: its author wants to know, a learner may ignore it. */
export const bankNotices = ({ warnings }: Bank, given: string | undefined): string[] =>
  warnings > 0 && given !== undefined
    ? [`This bank has ${warnings} warning${warnings === 1 ? '' : 's'}: cca bank check ${given}`]
    : [];

function nothingToAsk(flags: QuizFlags): string {
  if (flags.missed) return 'Nothing missed here: there is nothing to ask again. A fresh quiz: cca quiz';
  if (flags.flagged) return 'No question is flagged. Press f during a question to flag it.';
  if (flags.unseen)
    return 'You have seen every question that fits. Without --unseen they are asked again: cca quiz';
  return 'No question fits all of these. Drop a filter; what there is: cca bank list';
}
