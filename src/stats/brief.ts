import type { Row } from '../bank/bank.ts';
import type { Blueprint } from '../bank/blueprint.ts';
import { domainLines } from './domains.ts';
import type { Estimate } from './forecast.ts';
import { countsBySlug } from './overview.ts';
import { readiness } from './readiness.ts';
import { recommend, type Recommendation } from './recommend.ts';
import type { Share } from './share.ts';
import type { Standing } from './standing.ts';

/** Where the learner stands in one line, by the rules of the whole overview. */
export interface Brief {
  /** The chance of passing; undefined where there are too few first tries for a figure. */
  readonly chance: Estimate | undefined;
  readonly weakest: { readonly title: string; readonly first: Share } | undefined;
  readonly next: Recommendation;
}

/** Works out the brief. `missed` counts questions answered wrong last time, `now` is in milliseconds since 1970. */
export function brief({
  blueprint,
  rows,
  standing,
  missed,
  now,
}: {
  readonly blueprint: Blueprint;
  readonly rows: readonly Row[];
  readonly standing: Standing;
  readonly missed: number;
  readonly now: number;
}): Brief {
  const ready = readiness(blueprint, rows, standing.evidence, now);
  const lines = domainLines(blueprint, standing.days, [], {});
  return {
    chance: ready.state === 'known' ? ready.chance : undefined,
    weakest: lines[0],
    next: recommend(blueprint, countsBySlug(lines), missed, ready),
  };
}
