import { describe, expect, test } from 'vitest';
import { entryOf, topic } from '../support/banks.ts';
import { compileTexts, type SampleKind } from '../support/compiled.ts';

/** What is wrong with a bank of one entry, as place, rule and message. */
function faultsOf(entry: string): { told: string; message: string }[] {
  const { issues } = compileTexts({ 'birds/air.yaml': topic(entry) });
  return issues.map(({ line, column, rule, message }) => ({ told: `${line}:${column} ${rule}`, message }));
}

const card = `
  - id: birds-air-wing
    revision: 1
    kind: card
    objective: flight
    front: Wing
    back: What a bird flies with.
    sources: [{url: https://example.org/page, section: Facts, checked: 2026-11-21}]
    versions: {from: "1.0"}`;

describe('a field that is missing is named, with what to write', () => {
  const everywhere = ['id', 'revision', 'objective', 'sources', 'versions'];
  const required: Readonly<Record<SampleKind | 'card', readonly string[]>> = {
    single: [...everywhere, 'difficulty', 'stem', 'rationale', 'options'],
    multiple: ['options'],
    'true-false': ['answer', 'why'],
    'fill-in': ['input', 'answers', 'why'],
    ordering: ['items'],
    matching: ['pairs'],
    card: [...everywhere, 'front', 'back'],
  };
  const rows = Object.entries(required).flatMap(([kind, fields]) => fields.map(field => [kind, field]));
  test.each(rows as [SampleKind | 'card', string][])('%s: %s', (kind, field) => {
    const right = kind === 'card' ? card : entryOf[kind]('birds-air-q1');
    expect(faultsOf(right)).toEqual([]);
    expect(faultsOf(without(right, field))).toEqual([
      {
        told: '2:5 missing-field',
        message: expect.stringMatching(`^"${field}" is missing[.] Write "${field}:"`),
      },
    ]);
  });

  test('also inside an option or a source', () => {
    const right = entryOf.single('birds-air-q1');
    expect(faultsOf(right.replace(', why: It is nearly right.', ''))).toEqual([
      { told: '15:9 missing-field', message: '"why" is missing. Write "why:" here.' },
    ]);
    expect(faultsOf(right.replace('section: Facts, ', ''))).toEqual([
      { told: '10:15 missing-field', message: '"section" is missing. Write "section:" here.' },
    ]);
  });

  test('also the kind, which decides about the others', () => {
    expect(faultsOf(without(entryOf.single('birds-air-q1'), 'kind'))).toEqual([
      {
        told: '2:5 missing-field',
        message:
          '"kind" is missing. Write one of: single, multiple, true-false, fill-in, ordering, matching, card.',
      },
    ]);
  });
});

/** An entry without one of its own fields. */
function without(entry: string, field: string): string {
  const shorter =
    field === 'id'
      ? entry.replace(/id: .*\n {4}/, '')
      : entry.replace(new RegExp(`^    ${field}:.*\n?(?:      .*\n?)*`, 'm'), '');
  expect(shorter).not.toBe(entry);
  return shorter.trimEnd();
}

describe('a field that is misspelt or misplaced is named where it stands', () => {
  test.each([
    [
      'difficulty: easy',
      'difficulty: easy\n    tag: [a]',
      '7:5',
      '"tag" is not a field here. Did you mean "tags"?',
    ],
    [
      'stem:',
      'colour: red\n    stem:',
      '12:5',
      '"colour" is not a field here. The fields are: id, revision, objective, sources, versions, tags, enemies, difficulty, stem, exhibits, rationale, kind, options, shuffle, waives.',
    ],
    ['key: true, ', 'key: true, lst: true, ', '14:51', '"lst" is not a field here. Did you mean "last"?'],
    [
      'section: Facts',
      'section: Facts, page: 3',
      '10:63',
      /^"page" is not a field here[.] .*(?:url|Remove it)/,
    ],
  ])('%j as %j at %s', (from, to, place, said) => {
    const right = entryOf.single('birds-air-q1');
    expect(right).toContain(from);
    expect(faultsOf(right.replace(from, to))).toEqual([
      {
        told: `${place} unknown-field`,
        message: typeof said === 'string' ? said : expect.stringMatching(said),
      },
    ]);
  });
});

describe('a value that does not fit is told with what would', () => {
  const exhibit = (text: string) => `\n    exhibits: [${text}]`;
  test.each<[SampleKind, string, string, string, RegExp]>([
    ['single', 'difficulty: easy', 'difficulty: simple', '6:17', /easy.*medium.*hard/],
    ['single', 'revision: 1', 'revision: 0', '3:15', /1/],
    ['single', 'revision: 1', 'revision: 1.5', '3:15', /int/],
    ['single', 'id: birds-air-q1', 'id: Birds Air', '2:9', /lower-case words joined by hyphens/],
    ['single', 'objective: flight', 'objective: ""', '5:16', /lower-case words joined by hyphens/],
    ['single', 'id: near,', 'id: Near Miss,', '15:14', /./],
    ['single', 'checked: 2026-11-21', 'checked: yesterday', '10:72', /2026-11-21/],
    ['single', 'checked: 2026-11-21', 'checked: 2026-13-41', '10:72', /2026-11-21/],
    ['single', 'https://example.org/page', 'the manual', '10:21', /https?:/],
    ['single', 'https://example.org/page', 'ftp://example.org/page', '10:21', /https?:/],
    ['single', '"1.0"', '1.0', '11:22', /a quoted version such as "1.16"/],
    ['single', '"1.0"', '"latest"', '11:22', /a quoted version such as "1.16"/],
    ['single', 'stem: Which one', 'stem: {a: 1} # one', '12:11', /string/],
    ['single', 'stem: Which one', 'stem: "" # one', '12:11', /1/],
    ['single', 'kind: single', 'kind: singel', '4:11', /^"singel" is not a kind[.] Write one of: single, /],
    ['single', 'kind: single', 'kind: 7', '4:11', /^"7" is not a kind[.] Write one of: single, /],
    ['single', 'stem:', `${exhibit('{language: yml, text: a}').trim()}\n    stem:`, '12:27', /yaml.*json/],
    ['ordering', '\n      - {id: c, text: Step C}', '', '14:7', /3/],
    ['true-false', 'answer: true', 'answer: yes', '13:13', /boolean|true or false/],
    ['fill-in', 'input: command', 'input: shell', '13:12', /command.*term/],
    ['fill-in', '["tool get --namespace x"]', '[]', '14:14', /1/],
  ])('%s: %j as %j at %s', (kind, from, to, place, wanted) => {
    const right = entryOf[kind]('birds-air-q1');
    expect(right).toContain(from);
    expect(faultsOf(right.replaceAll(from, to))).toEqual([
      {
        told: expect.stringMatching(`^${place} (wrong-value|unknown-kind)$`),
        message: expect.stringMatching(wanted),
      },
    ]);
  });

  test('an entry that is not a map is told how to begin one', () => {
    expect(faultsOf('\n  - just words')).toEqual([
      { told: '2:5 wrong-value', message: 'a question is a map of fields. Begin it with "- id:".' },
    ]);
  });
});
