import type { Blueprint } from '../bank/blueprint.ts';
import type { DomainCount } from './summary.ts';

/** What to do next, and why. */
export interface Recommendation {
  /** The domain to practise; absent for the whole exam. */
  readonly domain: string | undefined;
  readonly why: string;
  readonly command: string;
}

/** Fewer first tries than this say little about a domain. */
const enough = 8;

/**
 * The domain whose first tries say least for its weight: practising there tells the learner most. With enough in each,
 * the one with the lowest share right, weighted. A learner with no answers starts with the whole exam.
 */
export function recommend(
  blueprint: Blueprint,
  counts: Readonly<Record<string, DomainCount>>,
  missed: number,
): Recommendation {
  const all = { domain: undefined, why: 'A quiz over the whole exam, by weight.', command: 'cca quiz' };
  if (Object.keys(counts).length === 0) return all;
  const tries = (slug: string) => counts[slug]?.firstTries ?? 0;
  const thin = blueprint.domains
    .filter(({ slug }) => tries(slug) < enough)
    .toSorted((a, b) => gap(b, tries) - gap(a, tries))[0];
  if (thin)
    return {
      domain: thin.slug,
      why: `${thin.title} has ${tries(thin.slug)} first tries and ${thin.weight}% of the exam: questions there tell most.`,
      command: `cca quiz --domain ${thin.slug}`,
    };
  if (missed >= 5)
    return {
      ...all,
      why: `${missed} questions were answered wrong last time: ask them again with cca quiz --missed.`,
    };
  const share = (slug: string) => (counts[slug]?.firstRight ?? 0) / Math.max(1, tries(slug));
  const weakest = blueprint.domains.toSorted(
    (a, b) => (1 - share(b.slug)) * b.weight - (1 - share(a.slug)) * a.weight,
  )[0];
  if (!weakest) return all;
  return {
    domain: weakest.slug,
    why: `${weakest.title} costs you most of the exam: ${counts[weakest.slug]?.firstRight} of ${tries(weakest.slug)} first tries right, ${weakest.weight}% of it.`,
    command: `cca quiz --domain ${weakest.slug}`,
  };
}

const gap = ({ slug, weight }: { slug: string; weight: number }, tries: (slug: string) => number) =>
  weight * (enough - tries(slug));
