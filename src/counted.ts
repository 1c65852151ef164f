/** A number with what it counts: `1 day`, `2 tries`. The plural adds an s unless it is given. */
export const counted = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;
