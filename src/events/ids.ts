const digits = '0123456789abcdefghjkmnpqrstvwxyz';
const timeDigits = 10;
/** How many digits of chance an id ends with. */
export const chanceDigits = 12;

/**
 * An event id: ten base-32 digits of the time in milliseconds and twelve of chance. It is always above `last`, even when
 * the clock has gone back, so that each journal file is sorted. `chance` gives the twelve, in any of these digits.
 */
export function nextId(now: number, last: string, chance: string): string {
  const fresh = base32(now) + chance;
  if (fresh > last) return fresh;
  // A millisecond later, and by chance again: two processes may go on from the same id.
  const later = base32(timeOf(last) + 1) + chance;
  return later > last ? later : increment(last);
}

/** The time of an id of ours; -1 for another's. */
function timeOf(id: string): number {
  const values = Array.from(id.slice(0, timeDigits), sign => digits.indexOf(sign));
  return values.includes(-1) ? -1 : values.reduce((sum, value) => sum * 32 + value, 0);
}

/** The lowest id of a moment. */
export const lowestId = (at: number): string => base32(at) + '0'.repeat(chanceDigits);

/** Two halves of five digits, each within what bits can be shifted in: saved with every answer, it has to be quick. */
function base32(value: number): string {
  return fiveDigits(Math.floor(value / 2 ** 25)) + fiveDigits(value % 2 ** 25);
}

const digit = (value: number) => digits[value & 31] as string;
const fiveDigits = (half: number) =>
  digit(half >>> 20) + digit(half >>> 15) + digit(half >>> 10) + digit(half >>> 5) + digit(half);

/** The next id in order, of whatever signs: counts up from the right. */
function increment(id: string): string {
  const next = [...id];
  for (let i = next.length - 1; i >= 0; i--) {
    const value = digits.indexOf(next[i] as string);
    if (value < 31) {
      next[i] = digit(value + 1);
      const above = next.join('');
      // After signs that ours have not, a longer id is above.
      return above > id ? above : `${id}0`;
    }
    next[i] = '0';
  }
  return `${id}0`;
}
