import { counted } from '../counted.ts';
import type { Blueprint } from '../bank/blueprint.ts';
import type { Readiness } from './readiness.ts';

/** What to do next, and why. */
export interface Recommendation {
  /** The domain to practise; absent for the whole exam. */
  readonly domain: string | undefined;
  /** Questions answered wrong last time are asked again. */
  readonly missed?: true;
  /** The exam is rehearsed. */
  readonly exam?: true;
  readonly why: string;
  readonly command: string;
}

/** First tries of one domain. */
export interface Tries {
  readonly firstTries: number;
  readonly firstRight: number;
}

/** Fewer first tries than this say little about a domain. */
const enough = 8;
/** With a chance of passing that is at least this, whatever is not known, what is left is to rehearse. */
const safe = 0.8;

/**
 * The domain whose first tries say least for its weight: practising there tells the learner most. With enough in each,
 * what was missed; then a rehearsal for who is as good as through, and else the domain with the lowest share right,
 * weighted. A learner with no answers starts with the whole exam.
 */
export function recommend(
  blueprint: Blueprint,
  counts: Readonly<Record<string, Tries>>,
  missed: number,
  readiness?: Readiness,
): Recommendation {
  const all = { domain: undefined, why: 'A quiz over the whole exam, by weight.', command: 'cca quiz' };
  if (Object.keys(counts).length === 0) return all;
  return (
    thinnest(blueprint, counts) ??
    (missed >= 5 ? missedAgain(missed) : undefined) ??
    (readiness?.state === 'known' && readiness.chance.low >= safe ? rehearsal : undefined) ??
    costliest(blueprint, counts) ??
    all
  );
}

const triesOf = (counts: Readonly<Record<string, Tries>>, slug: string): Tries =>
  (Object.hasOwn(counts, slug) ? counts[slug] : undefined) ?? { firstTries: 0, firstRight: 0 };

function thinnest(blueprint: Blueprint, counts: Readonly<Record<string, Tries>>): Recommendation | undefined {
  const tries = (slug: string) => triesOf(counts, slug).firstTries;
  const gap = ({ slug, weight }: { slug: string; weight: number }) => weight * (enough - tries(slug));
  const thin = blueprint.domains
    .filter(({ slug }) => tries(slug) < enough)
    .toSorted((a, b) => gap(b) - gap(a))[0];
  return (
    thin && {
      domain: thin.slug,
      why: `${thin.title} has ${counted(tries(thin.slug), 'first try', 'first tries')} and ${thin.weight}% of the exam: questions there tell most.`,
      command: `cca quiz --domain ${thin.slug}`,
    }
  );
}

const missedAgain = (missed: number): Recommendation => ({
  domain: undefined,
  missed: true,
  why: `${missed} questions were answered wrong last time: ask them again.`,
  command: 'cca quiz --missed',
});

const rehearsal: Recommendation = {
  domain: undefined,
  exam: true,
  why: 'You would very likely pass today: rehearse the whole of it against the clock.',
  command: 'cca mock-exam',
};

function costliest(
  blueprint: Blueprint,
  counts: Readonly<Record<string, Tries>>,
): Recommendation | undefined {
  const cost = ({ slug, weight }: { slug: string; weight: number }) => {
    const { firstTries, firstRight } = triesOf(counts, slug);
    return (1 - firstRight / Math.max(1, firstTries)) * weight;
  };
  const weakest = blueprint.domains.toSorted((a, b) => cost(b) - cost(a))[0];
  if (!weakest) return undefined;
  const { firstTries, firstRight } = triesOf(counts, weakest.slug);
  return {
    domain: weakest.slug,
    why: `${weakest.title} costs you most of the exam: ${firstRight} of ${counted(firstTries, 'first try', 'first tries')} right, ${weakest.weight}% of it.`,
    command: `cca quiz --domain ${weakest.slug}`,
  };
}
