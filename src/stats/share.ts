/** A share of right answers with the interval in which the true one lies with a chance of 90%. All from 0 to 1. */
export interface Share {
  readonly right: number;
  readonly of: number;
  readonly low: number;
  readonly high: number;
}

/** The 95th percentile of the standard normal distribution: 5% beyond it on either side. */
const z = 1.6449;

/**
 * Wilson's score interval (Wilson 1927, Journal of the American Statistical Association 22: 209-212), which holds its
 * level for few answers too (Brown, Cai and DasGupta 2001). The whole range where there are none.
 */
export function shareOf(right: number, of: number): Share {
  if (of === 0) return { right, of, low: 0, high: 1 };
  const share = right / of;
  const centre = share + z ** 2 / (2 * of);
  const reach = z * Math.sqrt((share * (1 - share)) / of + z ** 2 / (4 * of ** 2));
  const scale = 1 + z ** 2 / of;
  return {
    right,
    of,
    low: Math.max(0, (centre - reach) / scale),
    high: Math.min(1, (centre + reach) / scale),
  };
}
