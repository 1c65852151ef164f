const digits = '0123456789abcdefghjkmnpqrstvwxyz';
const timeDigits = 10;
const chanceDigits = 12;

/**
 * An event id: ten base-32 digits of the time in milliseconds and twelve of chance. It is always above `last`, even when
 * the clock has gone back, so that each journal file is sorted. `chance` gives the twelve, as random bytes.
 */
export function nextId(now: number, last: string, chance: Uint8Array): string {
  const time = base32(now);
  const fresh = time + Array.from(chance.subarray(0, chanceDigits), byte => digits[byte & 31]).join('');
  return fresh > last ? fresh : increment(last);
}

function base32(value: number): string {
  let text = '';
  for (let left = value, i = 0; i < timeDigits; i++, left = Math.floor(left / 32))
    text = digits[left % 32] + text;
  return text;
}

/** The next id in order: counts up from the right. */
function increment(id: string): string {
  const next = [...id];
  for (let i = next.length - 1; i >= 0; i--) {
    const digit = digits.indexOf(next[i] as string);
    if (digit < 31) {
      next[i] = digits[digit + 1] as string;
      const above = next.join('');
      // After signs that ours have not, a longer id is above.
      return above > id ? above : `${id}0`;
    }
    next[i] = '0';
  }
  return `${id}0`;
}
