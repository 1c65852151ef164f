import { describe, expect, test } from 'vitest';
import type { Issue } from '../../src/bank/issue.ts';
import { craftRules } from '../../src/bank/rules/index.ts';
import { blueprint, entryOf, topic } from '../support/banks.ts';
import { compileTexts, type SampleKind } from '../support/compiled.ts';

const exam = blueprint.replace(
  'flags:',
  'spellings: [Aves, Song Book, eGG]\nresources: [{kind: Nest, versions: [air/v1], spec: [eggs, twigs]}, {kind: Egg, versions: [air/v1]}]\nflags:',
);

const compile = (...entries: readonly string[]) =>
  compileTexts({ 'exam.yaml': exam, 'birds/air.yaml': topic(...entries) });
const told = (issues: readonly Issue[]) =>
  issues.map(({ line, column, rule, message }) => [`${line}:${column}`, rule, message]);

/** A question with one thing changed, and what is told of it where. */
type Fault = readonly [
  rule: string,
  kind: SampleKind,
  right: string,
  wrong: string,
  place: string,
  said: string | RegExp,
];

const rationale = /rationale: >-\n.*\n.*/.exec(entryOf.single('birds-air-q1'))?.[0] as string;
const withExhibit = (language: string, text: string) =>
  `exhibits: [{language: ${language}, text: ${JSON.stringify(text)}}]\n    stem:`;

const faults: Fault[] = [
  ...[
    'All of the above',
    'None of the above.',
    'Both of them',
    'Both A and B',
    'A and C',
    'Answers B and C',
  ].map((text): Fault => [
    'all-or-none',
    'single',
    'text: A far miss',
    `text: ${text}`,
    '16:25',
    `"${text}" points at other options, which are shuffled. Write what it claims as an option of its own, or leave it out.`,
  ]),
  ...(
    [
      ['Which of them is not a bird?', 'Write "NOT" for "not"'],
      ['Some can fly. All of these sing except which one?', 'Write "EXCEPT" for "except"'],
      ['Which bird is least likely to sing?', 'Write "LEAST" for "least"'],
      ['Which bird cannot fly, when it is not ill?', 'Write "can NOT" for "cannot"'],
    ] as const
  ).map(([stem, advice]): Fault => [
    'negative-stem',
    'single',
    'Which one is right about birds-air-q1?',
    stem,
    '12:11',
    `asks for what does not fit in small letters. ${advice}, or ask for what fits.`,
  ]),
  [
    'option-lengths',
    'single',
    'A near miss, why: It is nearly right.}\n      - {id: far, text: A far miss',
    'A miss not far off mark, why: It is nearly right.}\n      - {id: far, text: A miss that is a good deal farther away',
    '16:25',
    'has 39 characters where another option has 23, over 1.6 times as many. Write options of like length, or say why not with "waives: {option-lengths: …}".',
  ],
  [
    'repeated-option',
    'single',
    'A far miss',
    'a  NEAR miss.',
    '16:25',
    'says the same as "A near miss". Write something else, or leave it out.',
  ],
  [
    'repeated-option',
    'ordering',
    'text: Step C',
    'text: step a.',
    '16:23',
    'says the same as "Step A". Write something else, or leave it out.',
  ],
  [
    'repeated-option',
    'matching',
    'text: Right three',
    'text: right one',
    '16:35',
    'says the same as "Right one". Write something else, or leave it out.',
  ],
  [
    'too-many-options',
    'single',
    '      - {id: far,',
    '      - {id: d, text: D, why: No.}\n      - {id: e, text: E, why: No.}\n      - {id: far,',
    '18:9',
    'is option 5 of 5; 4 are enough. Leave out those that nobody would choose.',
  ],
  [
    'rationale-length',
    'single',
    rationale,
    'rationale: Because it flies.',
    '7:16',
    'has 17 characters, under 120. Say why the key is right and what the others get wrong.',
  ],
  [
    'rationale-length',
    'single',
    rationale,
    `rationale: ${'It flies, and then it lands again. '.repeat(27)}`,
    '7:16',
    'has 944 characters, over 900. Keep what teaches; the page named in "sources" has the rest.',
  ],
  [
    'rationale-copies-key',
    'single',
    'why: It is right.',
    'why: "This rationale is long enough to be one: it says why the key is right, why the others are not, and where a reader can find it."',
    '7:16',
    'repeats the key and its reason (80% of it). Say what they do not: the mechanism, and when it matters.',
  ],
  [
    'source-host',
    'single',
    'https://example.org/page',
    'https://example.com/page',
    '10:21',
    'example.com is not a host that exam.yaml trusts. Find the fact on one of: example.org.',
  ],
  ...(
    [
      ['AVES', 'Aves'],
      ['song-book', 'Song Book'],
      ['SongBook', 'Song Book'],
      ['Egg', 'eGG'],
    ] as const
  ).map(([wrong, name]): Fault => [
    'product-spelling',
    'single',
    'A near miss',
    `${wrong} miss`,
    '15:26',
    `"${wrong}" is written "${name}"; a command or field goes in backticks.`,
  ]),
  [
    'exhibit-syntax',
    'single',
    'stem:',
    withExhibit('yaml', 'eggs: [1, 2\nnest: {'),
    '12:39',
    /^cannot be read as yaml: .+\. Mend it, or name another language\.$/,
  ],
  [
    'exhibit-syntax',
    'single',
    'stem:',
    withExhibit('json', '{"eggs": }'),
    '12:39',
    /^cannot be read as json: .+\. Mend it, or name another language\.$/,
  ],
  ...(
    [
      ['kind: Nest\napiVersion: air/v2', 'Nest is not in air/v2. Write "apiVersion: air/v1".'],
      [
        'kind: Nezt\napiVersion: air/v1',
        '"Nezt" is not a kind of air/v1 that exam.yaml lists. Did you mean "Nest"?',
      ],
      [
        'kind: Wing\napiVersion: air/v1',
        '"Wing" is not a kind of air/v1 that exam.yaml lists. Make sure that it exists, then add it to "resources".',
      ],
      [
        'kind: Nest\napiVersion: air/v1\nspec: {egs: 3}',
        'the spec of a Nest has no field "egs". Did you mean "eggs"?',
      ],
    ] as const
  ).map(([text, said]): Fault => [
    'exhibit-manifest',
    'single',
    'stem:',
    withExhibit('yaml', text),
    '12:39',
    said,
  ]),
];

test.each(faults)('%s, %s, %j for %j: told at the place', (rule, kind, right, wrong, place, said) => {
  const written = entryOf[kind]('birds-air-q1');
  expect(compile(written).issues).toEqual([]);
  expect(written).toContain(right);
  const { issues, content } = compile(written.replace(right, wrong));
  expect(told(issues)).toEqual([
    [place, rule, typeof said === 'string' ? said : expect.stringMatching(said)],
  ]);
  expect(content, 'craft does not keep a session from running').toBeDefined();
});

/** Faults that take more than one question. */
const ofSeveral = ['near-duplicate', 'enemy-group'];

test('every rule of craft has a fault here that breaks it, and all are warnings', () => {
  expect(new Set([...faults.map(([rule]) => rule), ...ofSeveral])).toEqual(
    new Set(craftRules.map(({ name }) => name)),
  );
  expect(new Set(craftRules.map(({ severity }) => severity))).toEqual(new Set(['warning']));
});

describe('what is no fault', () => {
  const single = entryOf.single('birds-air-q1');
  const stem = 'Which one is right about birds-air-q1?';
  test.each([
    ['a negation in capitals', stem, 'Which of them is NOT a bird?'],
    ['a negation in what is told before the question', stem, 'It is not here. Which bird is it?'],
    ['a negation in a clause of the question', stem, 'Which bird sings when it is not fed?'],
    ['the reason why something does not work', stem, 'Why does it not sing?'],
    ['at least', stem, 'Which bird lays at least two?'],
    ['things that are called A and B', 'A far miss', 'Both A and B are reachable from C'],
    ['a product name in backticks', 'A near miss', '"`aves get egg`"'],
    ['a product name in an address', 'It is nearly right', 'See https://example.org/aves for more'],
    ['a product name inside another word', 'A near miss', 'Navestock'],
    ['a name over two lines', 'why: It is nearly right.', 'why: "The Song\n        Book."'],
    [
      'options that differ in the capitals of code',
      'A far miss',
      '"`-a`", why: No.}\n      - {id: other, text: "`-A`"',
    ],
    ['several documents in one exhibit', 'stem:', withExhibit('yaml', 'a: 1\n---\nb: 2\n')],
    [
      'a manifest as exam.yaml lists it',
      'stem:',
      withExhibit('yaml', 'kind: Nest\napiVersion: air/v1\nspec: {eggs: 3}'),
    ],
    [
      'a manifest with a gap to fill',
      'stem:',
      withExhibit('yaml', 'kind: Nest\napiVersion: air/v1\nspec: {____: 3}'),
    ],
    ['a part of a manifest', 'stem:', withExhibit('yaml', 'kind: Wing\nspec: {egs: 3}')],
    ['a manifest of somebody else', 'stem:', withExhibit('yaml', 'kind: Wing\napiVersion: sea/v1')],
    ['an exhibit in a language that nobody parses', 'stem:', withExhibit('console', '$ {[')],
  ])('%s', (_what, right, wrong) => {
    expect(single).toContain(right);
    expect(told(compile(single.replace(right, wrong)).issues)).toEqual([]);
  });

  test('options of unlike length whose question says why', () => {
    const uneven = single.replace('A far miss', 'A miss that is very much farther than the others');
    const even = uneven.replace('A near miss', 'A miss not far off the mark');
    const waived = even.replace('stem:', 'waives: {option-lengths: They are names of songs.}\n    stem:');
    expect(told(compile(even).issues)).toMatchObject([
      [expect.anything(), 'option-lengths', expect.anything()],
    ]);
    expect(told(compile(waived).issues)).toEqual([]);
  });
});

describe('near-duplicate', () => {
  const asking = (id: string, stem: string, exhibit = '') =>
    entryOf.single(id, exhibit).replace(/stem: .*/, `stem: ${stem}`);
  const eggs = (count: number) =>
    `\n    exhibits: [{language: text, text: "the nest holds ${count} eggs and ${count} more lie below it"}]`;
  const first = 'A heron stands in the shallow water at dawn and waits; which fish does it take first?';

  test('stems that differ by a word or two are reported at the second, with how alike they are', () => {
    const { issues } = compileTexts({
      'birds/air.yaml': topic(asking('birds-air-q1', first)),
      'fish/water.yaml': topic(asking('fish-water-q1', first.replace('dawn', 'dusk'))),
    });
    expect(issues).toMatchObject([
      {
        file: 'fish/water.yaml',
        line: 12,
        rule: 'near-duplicate',
        message:
          'is 78% the same as the stem of birds-air-q1 (birds/air.yaml:2). Ask something else, or remove one.',
      },
    ]);
  });

  test('the same words about another exhibit are another question; about the same one they are not', () => {
    const about = (count: number) =>
      compile(asking('birds-air-q1', first, eggs(3)), asking('birds-air-q2', first, eggs(count))).issues;
    expect(told(about(3))).toMatchObject([
      [expect.anything(), 'near-duplicate', expect.stringMatching(/^is 100% the same/)],
    ]);
    expect(told(about(5))).toEqual([]);
  });
});

describe('enemy-group', () => {
  /** Questions of which each names the one before. */
  const chain = (length: number) =>
    compile(
      ...Array.from({ length }, (_, i) =>
        entryOf
          .single(`birds-air-q${i}`, i > 0 ? `\n    enemies: [birds-air-q${i - 1}]` : '')
          .replace(/stem: .*/, `stem: What of ${String.fromCodePoint(97 + i)}?`),
      ),
    ).issues;

  test('a group of eight is fine; a ninth is reported once, with all of them', () => {
    expect(told(chain(8))).toEqual([]);
    const issues = chain(9).filter(({ rule }) => rule === 'enemy-group');
    expect(issues).toHaveLength(1);
    expect(issues[0]?.message).toMatch(/^is one of 9 questions that exclude each other, over 8: /);
  });
});
