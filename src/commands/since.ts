import type { Clock } from '../clock.ts';
import { UsageError } from '../errors.ts';

const lengths: Readonly<Record<string, number>> = { h: 1 / 24, d: 1, w: 7, m: 30, y: 365 };

/**
 * The moment (milliseconds since 1970) that `30d`, `2w` or a local day such as `2026-11-01` means: that long ago, or the
 * beginning of the day. `flag` names the flag in what is said. Throws UsageError.
 */
export function momentOf(word: string, flag: string, clock: Clock): number {
  const ago = /^(\d{1,5})([hdwmy])$/.exec(word);
  if (ago) return clock.now() - Number(ago[1]) * (lengths[ago[2] as string] as number) * 86_400_000;
  const day = /^\d{4}-\d{2}-\d{2}$/.test(word) ? Date.parse(`${word}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(day) || !new Date(day).toISOString().startsWith(word))
    throw new UsageError(
      `${flag} takes a day such as 2026-11-01, or a time back from now such as 30d, 4w or 12h.`,
    );
  return day - clock.offset(day) * 60_000;
}
