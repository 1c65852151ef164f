import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { matches } from '../../src/question/command.ts';
import { expand, PatternError } from '../../src/question/pattern.ts';

test.each([
  ['cilium status', ['cilium status']],
  ['{on|enabled}', ['on', 'enabled']],
  ['get {pods|pod|po} now', ['get pods now', 'get pod now', 'get po now']],
  ['a [b] c', ['a b c', 'a c']],
  ['[a] [b]', ['a b', 'a', 'b', '']],
  ['a {b [c]|d}', ['a b c', 'a b', 'a d']],
  ['[{eBPF|BPF}] map', ['eBPF map', 'BPF map', 'map']],
  ['pod[s]', ['pods', 'pod']],
  ['set <any> [<any>]', ['set <any> <any>', 'set <any>']],
  ['  much   white\tspace ', ['much white space']],
  ['a|b', ['a|b']],
])('the pattern %j allows %j, the first of them shown as the key', (pattern, spellings) => {
  expect(expand(pattern)).toEqual(spellings);
});

test.each([
  ['{a|b', /"}" is missing in "{a\|b"/],
  ['[a', /"]" is missing in "\[a"/],
  ['{a|b]', /"}" is missing/],
  ['[a}', /"]" is missing/],
  ['a}', /"}" closes nothing in "a}". Remove it/],
  ['a]', /"]" closes nothing/],
  ['{a}', /needs two spellings or more, as in {on\|enabled}/],
  ['{}', /needs two spellings or more/],
  ['{a|}', /needs two spellings or more/],
  ['{|a}', /needs two spellings or more/],
  ['{[a]|b}', /needs two spellings or more/],
  ['a [] b', /"\[…]" in "a \[] b"/],
  ['{a|b}'.repeat(10), /allows more than 512 spellings. Use fewer choices/],
])('the pattern %j is refused, and the message says what to write', (pattern, message) => {
  expect(() => expand(pattern)).toThrow(PatternError);
  expect(() => expand(pattern)).toThrow(message);
});

test.each(['[', '{a|'])(
  'a pattern of thousands of nested "%s" is a fault of its author, not of the program',
  bracket => {
    expect(() => expand(bracket.repeat(20_000))).toThrow(PatternError);
  },
);

const { pattern: patterns } = fc.letrec<{ pattern: string; part: string }>(tie => ({
  pattern: fc.array(tie('part'), { minLength: 1, maxLength: 3 }).map(parts => parts.join(' ')),
  part: fc.oneof(
    { maxDepth: 2, depthIdentifier: 'part' },
    fc.constantFrom('tool', 'get', '--all', '-n x', '--depth=3', '"two words"'),
    fc.tuple(tie('pattern'), tie('pattern')).map(([a, b]) => `{${a}|${b}}`),
    tie('pattern').map(inner => `[${inner}]`),
  ),
}));

test('every spelling that a pattern allows is accepted as its answer', () => {
  fc.assert(
    fc.property(patterns, pattern => {
      let spellings: string[];
      try {
        spellings = expand(pattern);
      } catch (error) {
        return error instanceof PatternError;
      }
      const rules = { input: 'command', flags: [{ flags: ['-n'], value: true }] } as const;
      return spellings.slice(0, 8).every(spelling => matches(spelling, pattern, rules));
    }),
    { numRuns: 200 },
  );
});
