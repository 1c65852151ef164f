import type { Row } from '../bank/bank.ts';
import type { Blueprint } from '../bank/blueprint.ts';
import { evidenceUntil, type Evidence } from './evidence.ts';
import { examForm } from './exam-form.ts';
import { forecast, type Forecast, type Recall } from './forecast.ts';
import { neededRight } from './pass-chance.ts';

/** Whether the exam would be passed today, as far as first tries tell. */
export type Readiness =
  | (Forecast & {
      readonly state: 'known';
      readonly firstTries: number;
      readonly needed: number;
      readonly of: number;
    })
  | {
      /** Too few first tries for any figure: what to do instead. */
      readonly state: 'too-few';
      readonly firstTries: number;
      /** Where tries are missing most; absent where any questions will do. */
      readonly domain: { readonly slug: string; readonly title: string; readonly tries: number } | undefined;
      /** How many more first tries it takes there. */
      readonly missing: number;
      readonly command: string;
    };

/** No figure rests on fewer first tries than this. */
export const fewestTries = 30;
/** Nor on fewer than this in a domain with at least so many percent of the exam. */
const fewestInDomain = 3;
const heavy = 10;

/**
 * The chance of passing the real form, or what is missing before one can be named. `now` is in milliseconds since 1970.
 * Questions that are no longer in the bank count: they were new when they were answered. `recall` may know the forecast.
 */
export function readiness(
  blueprint: Blueprint,
  rows: readonly Row[],
  evidence: Evidence,
  now: number,
  recall?: Recall,
): Readiness {
  const missing = tooFewTries(blueprint, evidence);
  if (missing) return missing;
  const tries = triesIn(blueprint, evidence);
  const needed = neededRight(blueprint.questions, blueprint.passMark);
  const parts = examForm(blueprint, rows, tries);
  return {
    state: 'known',
    firstTries: tries.length,
    needed,
    of: blueprint.questions,
    ...forecast(evidence, { parts, kinds: blueprint.examKinds, needed }, now, recall),
  };
}

type TooFew = Extract<Readiness, { state: 'too-few' }>;

/** First tries in the domains that the exam has. */
const triesIn = ({ domains }: Blueprint, { firsts }: Evidence) =>
  Object.values(firsts).filter(({ domain }) => domains.some(({ slug }) => slug === domain));

/** What is missing before a chance can be named; undefined where nothing is. Costs little, unlike the forecast. */
export function tooFewTries(blueprint: Blueprint, evidence: Evidence): TooFew | undefined {
  const tries = triesIn(blueprint, evidence);
  const inDomain = (slug: string) => tries.filter(({ domain }) => domain === slug).length;
  const thin = blueprint.domains
    .filter(({ slug, weight }) => weight >= heavy && inDomain(slug) < fewestInDomain)
    .toSorted((a, b) => inDomain(a.slug) - inDomain(b.slug) || b.weight - a.weight)[0];
  const firstTries = tries.length;
  if (firstTries < fewestTries) return tooFew(firstTries, undefined, fewestTries - firstTries);
  if (thin) {
    const there = inDomain(thin.slug);
    return tooFew(firstTries, { slug: thin.slug, title: thin.title, tries: there }, fewestInDomain - there);
  }
  return undefined;
}

const tooFew = (firstTries: number, domain: TooFew['domain'], missing: number): TooFew => ({
  state: 'too-few',
  firstTries,
  domain,
  missing,
  command: `cca quiz --unseen${domain ? ` --domain ${domain.slug}` : ''} -n ${Math.max(5, Math.ceil(missing / 5) * 5)}`,
});

/** A day at which the forecast is looked at, and how much had been practised by then. */
export interface Moment {
  readonly at: number;
  readonly studied: number;
}

/** The forecast as it stood at each of these moments, those without enough first tries left out. */
export function readinessOver(
  blueprint: Blueprint,
  rows: readonly Row[],
  evidence: Evidence,
  moments: readonly Moment[],
): { at: number; mean: number; low: number; high: number }[] {
  return moments.flatMap(({ at, studied }) => {
    const then = readiness(blueprint, rows, evidenceUntil(evidence, at, studied), at);
    return then.state === 'known' ? [{ at, ...then.chance }] : [];
  });
}
