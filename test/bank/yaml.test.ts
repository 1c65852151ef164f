import { describe, expect, test } from 'vitest';
import { readYaml } from '../../src/bank/yaml-file.ts';
import { entryOf, topic } from '../support/banks.ts';
import { compileTexts } from '../support/compiled.ts';

const right = topic(entryOf.single('birds-air-q1'));

/** `line:column rule` of everything wrong with a topic file. */
const faultsOf = (text: string): string[] =>
  compileTexts({ 'birds/air.yaml': text }).issues.map(
    ({ line, column, rule }) => `${line}:${column} ${rule}`,
  );

const bomb = [
  'a: &a [x, x, x, x, x, x, x, x, x, x]',
  ...'bcdefghij'.split('').map((name, i) => {
    const before = String.fromCharCode(97 + i);
    return `${name}: &${name} [${`*${before}, `.repeat(10)}]`;
  }),
  'questions: *j',
].join('\n');

describe('a file that is not a list of questions is told where it goes wrong', () => {
  test.each<[string, string, string[]]>([
    ['is empty', '', ['1:1 missing-field']],
    ['holds only a comment', '# nothing yet\n', ['1:1 missing-field']],
    ['is a list', '- id: a\n', ['1:1 missing-field']],
    ['is a word', 'questions', ['1:1 missing-field']],
    ['has a map for its list', 'questions: {id: a}\n', ['1:1 missing-field']],
    ['has another field beside its list', `topic: air\n${right}`, ['1:1 unknown-field']],
    ['has an unfinished bracket', 'questions: [', ['1:13 yaml']],
    ['has an unfinished quote', 'questions:\n  - id: "a\n', ['3:1 yaml']],
    ['is indented with tabs', 'questions:\n\t- id: a\n', ['2:1 yaml']],
    ['has two documents', 'questions: []\n---\nquestions: []\n', ['2:1 yaml']],
    ['has a key twice', right.replace('    kind:', '    revision: 2\n    kind:'), ['4:5 yaml']],
    ['has its list twice', `${right}questions: []\n`, ['17:1 yaml']],
    ['has a list for a key', 'questions: []\n? [a, b]\n: c\n', ['2:3 yaml']],
    [
      'has an alias',
      right.replace('The right one', '*one').replace('id: key', 'id: &one key'),
      ['14:30 yaml-alias'],
    ],
    ['has an alias that names nothing', right.replace('The right one', '*nothing'), ['14:25 yaml-alias']],
    [
      'merges a map into another',
      right.replace('- {id: key,', '- {<<: *base, id: key,'),
      ['14:14 yaml-alias'],
    ],
    ['has aliases nested to ten billion entries', bomb, ['2:8 yaml-alias']],
    [
      'has a __proto__ key',
      right.replace('    kind:', '    __proto__: {admin: true}\n    kind:'),
      ['4:5 unknown-field'],
    ],
    [
      'has a __proto__ key in an option',
      right.replace('{id: key,', '{__proto__: {key: true}, id: key,'),
      ['14:10 unknown-field'],
    ],
    ['has a __proto__ key at its top', `__proto__: {questions: []}\n${right}`, ['1:1 unknown-field']],
    ['has nothing but a __proto__ key', '__proto__: {questions: []}\n', ['1:1 missing-field']],
    ['has __proto__ for a kind', right.replace('kind: single', 'kind: __proto__'), ['4:11 unknown-kind']],
    ['has constructor for a kind', right.replace('kind: single', 'kind: constructor'), ['4:11 unknown-kind']],
  ])('it %s', (_what, text, faults) => {
    expect(faultsOf(text)).toEqual(faults);
  });

  test.each([
    ['lists in lists', `questions: ${'['.repeat(20_000)}${']'.repeat(20_000)}`],
    ['maps in maps', `questions: ${'{a: '.repeat(20_000)}${'}'.repeat(20_000)}`],
    ['brackets never closed', `questions: ${'['.repeat(20_000)}`],
    ['items in items', `questions:\n  ${'- '.repeat(20_000)}x`],
    ['ever deeper indentation', Array.from({ length: 2000 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')],
  ])('it nests thousands of levels: %s', (_what, text) => {
    const { issues } = compileTexts({ 'birds/air.yaml': text });
    expect(issues.length).toBeGreaterThan(0);
    expect(issues.length, 'one fault, not one for each level').toBeLessThan(10);
    for (const { message } of issues) expect(message).not.toMatch(/call stack/i);
  });
});

test.each([
  ['two documents', 'questions: []\n---\nquestions: []\n'],
  ['an unfinished list', 'questions: ['],
  ['a tab', 'questions:\n\t- id: a\n'],
  ['a key twice', 'questions: []\nquestions: []\n'],
])('%s in YAML is told in words for its author, not in those of a library', (_what, text) => {
  for (const { message } of compileTexts({ 'birds/air.yaml': text }).issues)
    expect(message).not.toMatch(/YAML\.\w+\(/);
});

describe('a file that editors save differently is read the same', () => {
  test.each([
    ['with a byte order mark', `\ufeff${right}`],
    ['with carriage returns', right.replaceAll('\n', '\r\n')],
    ['without a newline at its end', right.trimEnd()],
    [
      'with comments and blank lines',
      `# air\n\n${right.replaceAll(/\n    (kind|stem|options):/g, '\n\n    # …\n    $1:')}`,
    ],
    ['as JSON', JSON.stringify(readYaml('air.yaml', right).value)],
  ])('%s', (_how, text) => {
    const read = (written: string) =>
      compileTexts({ 'birds/air.yaml': written }).content?.entries.map(entry => ({ ...entry, place: null }));
    expect(faultsOf(text)).toEqual([]);
    expect(read(text)).toEqual(read(right));
  });

  test('lines are counted the same with carriage returns', () => {
    const wrong = right.replace('objective: flight', 'objective: swimming');
    expect(faultsOf(wrong.replaceAll('\n', '\r\n'))).toEqual(faultsOf(wrong));
  });
});

test('tags of other YAML tools run nothing and change nothing', () => {
  const tagged = right.replace('stem: Which', 'stem: !!js/function Which');
  expect(compileTexts({ 'birds/air.yaml': tagged }).content?.entries).toMatchObject([
    { stem: 'Which one is right about birds-air-q1?' },
  ]);
});
