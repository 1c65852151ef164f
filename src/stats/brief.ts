import type { Row } from '../bank/bank.ts';
import type { Blueprint } from '../bank/blueprint.ts';
import { domainLines } from './domains.ts';
import type { Estimate, Recall } from './forecast.ts';
import { countsBySlug } from './overview.ts';
import { readiness, tooFewTries, type Readiness } from './readiness.ts';
import { recommend, type Recommendation } from './recommend.ts';
import type { Share } from './share.ts';
import type { Standing } from './standing.ts';

/** Where the learner stands in one line, by the rules of the whole overview. */
export interface Brief {
  /** Undefined while there are too few first tries for a figure. */
  readonly standing:
    | {
        /** The chance of passing; undefined until it is worked out. */
        readonly chance: Estimate | undefined;
        readonly weakest: { readonly title: string; readonly first: Share } | undefined;
      }
    | undefined;
  readonly next: Recommendation;
}

interface Asked {
  readonly blueprint: Blueprint;
  readonly rows: readonly Row[];
  readonly standing: Standing;
  /** Questions answered wrong last time. */
  readonly missed: number;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** May know the forecast. */
  readonly recall?: Recall | undefined;
}

/** The brief without its forecast, which takes as long as all else a screen needs, and a function that adds it. */
export function brief(asked: Asked): { readonly atOnce: Brief; readonly whole: () => Brief } {
  const { blueprint, rows, standing, missed, now, recall } = asked;
  const lines = domainLines(blueprint, standing.days, [], {});
  const counts = countsBySlug(lines);
  const hasFigure = tooFewTries(blueprint, standing.evidence) === undefined;
  const briefWith = (ready?: Readiness): Brief => ({
    standing: hasFigure
      ? { chance: ready?.state === 'known' ? ready.chance : undefined, weakest: lines[0] }
      : undefined,
    next: recommend(blueprint, counts, missed, ready),
  });
  return {
    atOnce: briefWith(),
    whole: () =>
      briefWith(hasFigure ? readiness(blueprint, rows, standing.evidence, now, recall) : undefined),
  };
}
