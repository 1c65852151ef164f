import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { jsonSchemas } from '../../src/bank/schema.ts';
import { guideJsonSchema } from '../../src/bank/guide-schema.ts';
import { blueprint, entryOf, topic } from '../support/banks.ts';
import { shippedBank } from '../support/cli.ts';
import { compileTexts, sampleKinds } from '../support/compiled.ts';
import { editorAccepts } from '../support/editor.ts';

test.each([
  ['schema.json', jsonSchemas().topic],
  ['exam.schema.json', jsonSchemas().blueprint],
  ['guide.schema.json', guideJsonSchema()],
])('the published %s is what the program checks by', (file, schema) => {
  expect(JSON.parse(readFileSync(join(shippedBank, file), 'utf8'))).toEqual(
    JSON.parse(JSON.stringify(schema)),
  );
});

const programAccepts = (texts: Record<string, string>) => compileTexts(texts).issues.length === 0;

const exhibit = '\n    exhibits: [{language: yaml, title: a.yaml, text: "a: b"}]';
const card = `
  - id: birds-air-wing
    revision: 1
    kind: card
    objective: flight
    front: Wing
    back: What a bird flies with.
    sources: [{url: https://example.org/page, section: Facts, checked: 2026-11-21}]
    versions: {from: "1.0"}`;
const single = entryOf.single('birds-air-q1');

describe('an editor and the program agree on questions', () => {
  test.each<[string, boolean, string]>([
    ...sampleKinds.map((kind): [string, boolean, string] => [kind, true, entryOf[kind]('birds-air-q1')]),
    ['a card', true, card],
    ['an exhibit', true, entryOf.single('birds-air-q1', exhibit)],
    ['an option that stays last', true, single.replace('{id: far,', '{id: far, last: true,')],
    ['options in a fixed order', true, entryOf.single('birds-air-q1', '\n    shuffle: false')],
    ['an unknown kind', false, single.replace('kind: single', 'kind: essay')],
    ['an unknown field', false, single.replace('stem:', 'colour: red\n    stem:')],
    ['an unknown field of an option', false, single.replace('key: true,', 'key: true, points: 2,')],
    ['a missing field', false, single.replace('    difficulty: easy\n', '')],
    ['a wrong difficulty', false, single.replace('easy', 'simple')],
    ['a revision of 0', false, single.replace('revision: 1', 'revision: 0')],
    ['an id in capitals', false, single.replace('id: birds-air-q1', 'id: Q1')],
    ['an unquoted version', false, single.replace('"1.0"', '1.0')],
    ['a day that is none', false, single.replace('checked: 2026-11-21', 'checked: yesterday')],
    ['one option', false, single.replaceAll(/\n {6}- \{id: (?:near|far).*/g, '')],
  ])('%s: %s', (_what, accepted, entry) => {
    expect(programAccepts({ 'birds/air.yaml': topic(entry) })).toBe(accepted);
    expect(editorAccepts(jsonSchemas().topic, topic(entry))).toBe(accepted);
  });
});

describe('an editor and the program agree on exam.yaml', () => {
  test.each<[string, boolean, string]>([
    ['as written', true, blueprint],
    ['without flags', true, blueprint.replace(/flags:\n(?: {2}.*\n)+/, '')],
    ['without domains', false, blueprint.slice(0, blueprint.indexOf('domains:'))],
    ['with a weight of 0', false, blueprint.replace('weight: 70', 'weight: 0')],
    ['with an unknown kind', false, blueprint.replace('[single, multiple]', '[essay]')],
    ['with a pass mark over 100', false, blueprint.replace('pass-mark: 75', 'pass-mark: 750')],
    ['with another tie rule', false, blueprint.replace('heavier-then-listed', 'first-come')],
  ])('%s: %s', (_what, accepted, text) => {
    expect(programAccepts({ 'exam.yaml': text })).toBe(accepted);
    expect(editorAccepts(jsonSchemas().blueprint, text)).toBe(accepted);
  });
});

test('every file of the bank that ships names the schema that editors complete from', () => {
  const files = readdirSync(shippedBank, { recursive: true, encoding: 'utf8' });
  const schemas = files
    .filter(path => path.endsWith('.yaml'))
    .map(path => [path, readFileSync(join(shippedBank, path), 'utf8').split('\n')[0]]);
  const ofFile: Readonly<Record<string, string>> = {
    'exam.yaml': './exam.schema.json',
    'guide.yaml': './guide.schema.json',
  };
  for (const [path = '', line] of schemas)
    expect(line, path).toBe(`# yaml-language-server: $schema=${ofFile[path] ?? '../schema.json'}`);
});
