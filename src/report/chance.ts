import type { Estimate } from '../stats/forecast.ts';

/** `58 to 81%, best guess 71%`. */
export function chanceWords(chance: Estimate): string {
  return isExtreme(chance)
    ? chanceRange(chance)
    : `${chanceRange(chance)}, best guess ${within(chance.mean)}%`;
}

/** `58 to 81%`; the ends of the scale are never certain. */
export function chanceRange(chance: Estimate): string {
  if (isExtreme(chance)) return whole(chance.high) < 1 ? 'below 1%' : 'above 99%';
  return `${within(chance.low)} to ${within(chance.high)}%`;
}

const whole = (chance: number) => Math.round(chance * 100);
const within = (chance: number) => Math.min(99, Math.max(1, whole(chance)));
const isExtreme = ({ low, high }: Estimate) => whole(high) < 1 || whole(low) > 99;
