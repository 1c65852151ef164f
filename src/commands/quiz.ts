import { kindNames } from '../question/kinds/index.ts';
import { difficulties } from '../question/types.ts';
import type { Bank } from '../bank/bank.ts';
import type { Context } from '../context.ts';
import type { Filters } from '../draw/filter.ts';
import { exitStatus, UsageError, type ExitStatus } from '../errors.ts';
import { modes } from '../session/modes.ts';
import { bankNotices, drawSession, readGround, refuseOddSeed, type DrawFlags } from './begin.ts';
import { chooseFrontEnd, type FrontEndFlags } from './front-end.ts';
import { resolveDomains, resolveObjectives, resolveWords, tagsOf } from './resolve.ts';
import { startSession } from './start-session.ts';

export interface QuizFlags extends FrontEndFlags, DrawFlags {
  readonly domain?: readonly string[] | undefined;
  readonly objective?: readonly string[] | undefined;
  readonly kind?: readonly string[] | undefined;
  readonly difficulty?: readonly string[] | undefined;
  readonly tag?: readonly string[] | undefined;
  readonly count?: number | undefined;
  readonly again?: string | true | undefined;
  readonly unseen?: boolean | undefined;
  readonly missed?: boolean | undefined;
  readonly from?: string | undefined;
  readonly flagged?: boolean | undefined;
}

/** `cca quiz`: draws questions and asks them. */
export async function quiz(flags: QuizFlags, context: Context): Promise<ExitStatus> {
  refuseContradictions(flags);
  if (flags.again !== undefined)
    return (await import('./quiz-again.ts')).quizAgain(flags.again, flags, context);
  const frontEnd = await chooseFrontEnd(flags, context);
  const ground = await readGround(flags, context);
  const filters = await readFilters(flags, ground.bank, context);
  const count = flags.count ?? filters.only?.size ?? context.settings.count;
  const drawn = drawSession(ground, { filters, count }, flags, context);
  const { seats, seed, given } = drawn;
  if (seats.length === 0) {
    frontEnd.nothing(nothingToAsk(flags));
    return exitStatus.done;
  }
  return startSession(context, frontEnd, {
    ...drawn,
    mode: modes.quiz,
    name: modes.quiz.title,
    notices: [
      ...(given
        ? [`Seed ${seed}: history is left out, so that the same seed gives everyone the same questions.`]
        : []),
      ...(seats.length < count
        ? [
            `${seats.length} of the ${count} questions asked for ${seats.length === 1 ? 'is there, and is' : 'are there; they are'} asked.`,
          ]
        : []),
      ...bankNotices(ground.bank, flags.bank),
      ...ground.notices,
    ],
  });
}

function refuseContradictions(flags: QuizFlags): void {
  const historical = (['unseen', 'missed', 'flagged'] as const).find(name => flags[name]);
  if (flags.seed !== undefined && historical)
    throw new UsageError(
      `--seed leaves history out, so it cannot go with --${historical}. Drop one of them.`,
    );
  refuseOddSeed(flags);
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

function nothingToAsk(flags: QuizFlags): string {
  if (flags.missed) return 'Nothing missed here: there is nothing to ask again. A fresh quiz: cca quiz';
  if (flags.flagged) return 'No question is flagged. Press f during a question to flag it.';
  if (flags.unseen)
    return 'You have seen every question that fits. Without --unseen they are asked again: cca quiz';
  return 'No question fits all of these. Drop a filter; what there is: cca bank list';
}
