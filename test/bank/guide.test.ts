import { describe, expect, test } from 'vitest';
import { readingOf } from '../../src/bank/guide.ts';
import { guideJsonSchema } from '../../src/bank/guide-schema.ts';
import { parseBlueprint } from '../../src/bank/parse.ts';
import type { Blueprint } from '../../src/bank/blueprint.ts';
import { parseGuide } from '../../src/bank/parse-guide.ts';
import { guideItemsDone } from '../../src/events/guide-items.ts';
import { objectiveCounts } from '../../src/stats/objective-counts.ts';
import { blueprint as written, guide } from '../support/banks.ts';
import { answered, aSecondApart, grown } from '../support/events.ts';
import { editorAccepts } from '../support/editor.ts';

const blueprint = parseBlueprint('exam.yaml', written).blueprint as Blueprint;
const parse = (text: string) => parseGuide('guide.yaml', text, blueprint);
const told = (text: string) =>
  parse(text).issues.map(({ line, column, rule, severity, message }) => [
    `${line}:${column}`,
    severity,
    rule,
    message,
  ]);

test('a guide is read as it is written', () => {
  const { guide: found, issues } = parse(guide);
  expect(issues).toEqual([]);
  expect(found?.items).toHaveLength(3);
  expect(found?.objectives[0]).toEqual({ objective: 'flight', items: ['wings', 'gliding'] });
});

describe('what is wrong with a guide is told at its place', () => {
  test.each([
    ['objective: song', 'objective: sonh', '11:16', 'error', 'unknown-objective', /Did you mean "song"\?/],
    [
      '[wings, gliding]',
      '[wings, gliding, gliding]',
      '10:49',
      'error',
      'guide-repeated',
      /stands here already/,
    ],
    ['[wings, gliding]', '[wing]', '10:33', 'error', 'unknown-item', /Did you mean "wings"\?/],
    ['id: gliding', 'id: wings', '7:10', 'error', 'guide-repeated', /"wings" stands here already/],
    ['objective: song', 'objective: flight', '11:16', 'error', 'guide-repeated', /"flight" stands here/],
    ['kind: lab', 'kind: film', '7:25', 'error', 'wrong-value', /kind/],
    ['checked: false', 'checked: never', '7:117', 'error', 'wrong-value', /Write the day it was last found/i],
    ['url: https://example.org/wings', 'url: ftp://example.org', '6:57', 'error', 'wrong-value', /https/],
    [', note: Try it.', ', notes: Try it.', '7:80', 'error', 'unknown-field', /Did you mean "note"\?/],
    [
      'items: [songs, wings]',
      'items: [wings]',
      '8:10',
      'warning',
      'unused-item',
      /no objective names "songs"/,
    ],
    ['  - objective: gills\n    items: [wings]\n', '', '10:3', 'warning', 'no-reading', /"gills"/],
  ])('%j for %j', (right, wrong, place, severity, rule, said) => {
    expect(guide).toContain(right);
    expect(told(guide.replace(right, wrong))).toContainEqual([
      place,
      severity,
      rule,
      expect.stringMatching(said),
    ]);
    const { guide: found } = parse(guide.replace(right, wrong));
    expect(found === undefined).toBe(severity === 'error');
  });
});

test('an editor and the program agree on guides', () => {
  expect(editorAccepts(guideJsonSchema(), guide)).toBe(true);
  expect(editorAccepts(guideJsonSchema(), guide.replace('kind: lab', 'kind: film'))).toBe(false);
  expect(editorAccepts(guideJsonSchema(), guide.replace('checked: false', 'checked: true'))).toBe(false);
});

test('reading is given for each objective in its order, with what is done', () => {
  const found = parse(guide).guide as NonNullable<ReturnType<typeof parse>['guide']>;
  const reading = readingOf(found, new Set(['wings', 'gone-from-the-guide']));
  expect(reading.map(({ objective, items }) => [objective, items.map(({ id, done }) => [id, done])])).toEqual(
    [
      [
        'flight',
        [
          ['wings', true],
          ['gliding', false],
        ],
      ],
      [
        'song',
        [
          ['songs', false],
          ['wings', true],
        ],
      ],
      ['gills', [['wings', true]]],
    ],
  );
});

test('an item that was put back is not done, and each bank has items of its own', () => {
  const ticked = (bank: string, item: string, done: boolean) =>
    ({ type: 'guide-item-done', bank, item, done }) as const;
  const state = grown(
    guideItemsDone,
    aSecondApart(
      ticked('a', 'x', true),
      ticked('a', 'y', true),
      ticked('b', 'x', true),
      ticked('a', 'x', false),
    ),
  );
  expect(Object.keys(state['a'] ?? {})).toEqual(['y']);
  expect(Object.keys(state['b'] ?? {})).toEqual(['x']);
});

test('answers are counted by objective, whatever an objective is called', () => {
  const state = grown(
    objectiveCounts,
    aSecondApart(
      answered('q1', { objective: '__proto__' }),
      answered('q2', { objective: '__proto__', correct: false }),
      answered('q3'),
    ),
  );
  const counts = state['test-exam'] ?? {};
  expect(Object.entries(counts)).toEqual([
    ['__proto__', { answered: 2, right: 1 }],
    ['flight', { answered: 1, right: 1 }],
  ]);
});
