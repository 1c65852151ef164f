import * as fc from 'fast-check';

/** Any text, with many control characters, accents, signs of direction and letters outside the basic plane. */
export const anyText = (constraints: fc.StringSharedConstraints = {}): fc.Arbitrary<string> =>
  fc.string({ ...constraints, unit: fc.oneof(...ranges) });

const ranges = (
  [
    [0x00, 0x7f],
    [0x80, 0x6ff],
    [0x2000, 0x206f],
    [0x3000, 0xd7ff],
    [0xe000, 0x10ffff],
  ] as const
).map(([min, max]) => fc.integer({ min, max }).map(code => String.fromCodePoint(code)));
