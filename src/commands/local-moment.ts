import type { Clock } from '../clock.ts';

/** A journaled moment as the learner's clock shows it: `2026-11-21 14:05`. */
export function localMoment(time: string, clock: Clock): string {
  const at = Date.parse(time);
  return new Date(at + clock.offset(at) * 60_000).toISOString().slice(0, 16).replace('T', ' ');
}
