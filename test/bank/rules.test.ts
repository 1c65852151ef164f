import { expect, test } from 'vitest';
import { integrityRules as rules } from '../../src/bank/rules/index.ts';
import { entryOf, topic } from '../support/banks.ts';
import { compileTexts, type SampleKind } from '../support/compiled.ts';

/** A fault: a right text, what it is replaced by, and what is told where. */
type Fault = readonly [
  kind: SampleKind,
  right: string,
  wrong: string,
  place: string,
  rule: string,
  said: string,
];

const faults: Fault[] = [
  [
    'single',
    'key: true, ',
    '',
    '14:7',
    'no-key',
    'no option is the key. Write "key: true" on the right one.',
  ],
  [
    'single',
    'A near miss,',
    'A near miss, key: true,',
    '14:7',
    'two-keys',
    '2 options are keys. Leave "key: true" on one, or make the kind "multiple".',
  ],
  [
    'multiple',
    'The second right one, key: true',
    'The second right one',
    '14:7',
    'no-key',
    '1 of the options is a key; "multiple" needs two or more. Mark them with "key: true", or make the kind "single".',
  ],
  [
    'multiple',
    'wrong one,',
    'wrong one, key: true,',
    '14:7',
    'no-distractor',
    'every option is a key. Add one that is wrong.',
  ],
  ...(
    [
      ['single', 'id: far', 'id: near', '16:9'],
      ['multiple', 'id: wrong-2', 'id: key-1', '17:9'],
      ['ordering', 'id: c,', 'id: a,', '16:9'],
      ['matching', 'id: b,', 'id: a,', '15:9'],
      ['matching', 'id: "2"', 'id: "1"', '15:9'],
      ['matching', 'id: "3"', 'id: "1"', '16:19'],
      ['fill-in', '{id: listed', '{id: listed, text: x, why: y}, {id: listed', '15:47'],
    ] as const
  ).map(([kind, right, wrong, place]): Fault => {
    const id = /id: "?([\w-]+)"?,?$/.exec(wrong)?.[1] ?? '';
    const said = `"${id}" names two entries of this question. Give each an id of its own.`;
    return [kind, right, wrong, place, 'duplicate-option-id', said];
  }),
  [
    'fill-in',
    'tool get',
    'tool {get',
    '14:15',
    'pattern',
    '"}" is missing in "tool {get --namespace x". Close what was opened.',
  ],
  [
    'fill-in',
    'tool list',
    'tool list]',
    '15:35',
    'pattern',
    '"]" closes nothing in "tool list] --namespace x". Remove it, or open it before.',
  ],
  [
    'single',
    'objective: flight',
    'objective: fligth',
    '5:16',
    'unknown-objective',
    '"fligth" is not an objective of birds. Did you mean "flight"?',
  ],
  [
    'single',
    'objective: flight',
    'objective: gills',
    '5:16',
    'unknown-objective',
    '"gills" is not an objective of birds. The objectives are: flight, song.',
  ],
  [
    'single',
    'stem:',
    'enemies: [birds-air-q1]\n    stem:',
    '12:15',
    'unknown-enemy',
    'a question cannot be its own enemy. Remove it.',
  ],
  [
    'single',
    'stem:',
    'enemies: [birds-air-q9]\n    stem:',
    '12:15',
    'unknown-enemy',
    'no question has the id "birds-air-q9". Did you mean "birds-air-q2"?',
  ],
  [
    'single',
    'stem:',
    'enemies: [birds-air-q2, nobody]\n    stem:',
    '12:29',
    'unknown-enemy',
    'no question has the id "nobody". Remove it.',
  ],
  [
    'single',
    'stem:',
    'enemies: [fish-water-q1]\n    stem:',
    '12:15',
    'foreign-enemy',
    '"fish-water-q1" belongs to fish. Enemies are kept apart within one domain; remove it.',
  ],
  [
    'single',
    'id: birds-air-q1',
    'id: birds-air-q2',
    '2:9',
    'duplicate-id',
    '"birds-air-q2" is taken by birds/a.yaml:2. Give this one an id of its own.',
  ],
  [
    'single',
    'id: birds-air-q1',
    'id: q1',
    '2:9',
    'id-form',
    '"q1" does not say where it stands. Write an id that begins with "birds-air-".',
  ],
  [
    'single',
    'id: birds-air-q1',
    'id: birds-air',
    '2:9',
    'id-form',
    '"birds-air" does not say where it stands. Write an id that begins with "birds-air-".',
  ],
  [
    'single',
    'text: A near miss',
    'text: "A \\e[31mnear\\e[0m miss"',
    '15:26',
    'control-characters',
    'has control characters, escape sequences or text-direction overrides; they are shown as a mark. Remove them.',
  ],
];

test.each(faults)('%s, %j for %j: told at %s as %s', (kind, right, wrong, place, rule, said) => {
  const written = entryOf[kind]('birds-air-q1');
  expect(written).toContain(right);
  const { issues, content } = compileTexts({
    // What the enemies name, in other files.
    'birds/a.yaml': topic(entryOf.single('birds-a-q2').replace('birds-a-', 'birds-air-')),
    'fish/water.yaml': topic(entryOf.single('fish-water-q1')),
    'birds/air.yaml': topic(written.replaceAll(right, wrong)),
  });
  const told = issues.filter(issue => issue.file === 'birds/air.yaml');
  expect(told.map(({ line, column, rule: name, message }) => [`${line}:${column}`, name, message])).toEqual([
    [place, rule, said],
  ]);
  const isWarning = rules.find(({ name }) => name === rule)?.severity === 'warning';
  expect(content !== undefined, 'warnings let sessions run, errors do not').toBe(isWarning);
});

test('every rule of integrity has a fault here that breaks it', () => {
  expect(new Set(faults.map(([, , , , rule]) => rule))).toEqual(new Set(rules.map(({ name }) => name)));
});

test('every fault of a whole bank is told at once, in order of file and line', () => {
  const { issues } = compileTexts({
    'fish/water.yaml': topic(entryOf.single('fish-water-q1').replace('key: true, ', '')),
    'birds/air.yaml': topic(
      entryOf.single('birds-air-q1').replace('revision: 1', 'revision: none'),
      entryOf['fill-in']('birds-air-q2').replace('objective: flight', 'objective: flying'),
    ),
    'birds/broken.yaml': 'questions:\n  - id: [',
  });
  expect(issues.map(({ file, line, rule }) => `${file}:${line} ${rule}`)).toEqual([
    'birds/air.yaml:3 wrong-value',
    'birds/air.yaml:20 unknown-objective',
    'birds/broken.yaml:2 yaml',
    'fish/water.yaml:14 no-key',
  ]);
});

test('enemies need to be named on one side only', () => {
  const { content } = compileTexts({
    'birds/air.yaml': topic(
      entryOf.single('birds-air-q1', '\n    enemies: [birds-air-q3, birds-air-q2]'),
      entryOf.single('birds-air-q2', '\n    enemies: [birds-air-q1]'),
      entryOf.single('birds-air-q3'),
    ),
  });
  expect(content?.entries.map(({ enemies }) => enemies)).toEqual([
    ['birds-air-q2', 'birds-air-q3'],
    ['birds-air-q1'],
    ['birds-air-q1'],
  ]);
});
