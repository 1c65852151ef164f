import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseBlueprint } from '../../src/bank/parse.ts';
import { blueprint, entryOf, topic } from '../support/banks.ts';
import { shippedBank } from '../support/cli.ts';
import { compileTexts } from '../support/compiled.ts';

test.each([
  ['weight: 70', 'weight: 60', '18:3 weights', /^the weights add up to 90, not 100[.] Mend the weights/],
  ['slug: fish', 'slug: birds', '24:11 duplicate-domain', /^"birds" is listed twice[.] Remove one/],
  ['title: Test Exam\n', '', '1:1 missing-field', /^"title" is missing/],
  ['tie-rule: heavier-then-listed\n', '', '1:1 missing-field', /^"tie-rule" is missing/],
  ['minutes: 15', 'minuets: 15\nminutes: 15', '5:1 unknown-field', /^"minuets" is not.*"minutes"/],
  ['questions: 10', 'questions: 0', '4:12 wrong-value', /1/],
  ['pass-mark: 75', 'pass-mark: 101', '6:12 wrong-value', /100/],
  ['[single, multiple]', '[single, essay]', '7:22 wrong-value', /single.*true-false/],
  ['[single, multiple]', '[single, fill-in]', '7:22 wrong-value', /single.*true-false/],
  ['weight: 30', 'weight: 0', '26:13 wrong-value', /0/],
  ['weight: 30', 'weight: -30', '26:13 wrong-value', /0/],
  ['slug: flight', 'slug: How birds fly', '22:16 wrong-value', /lower-case words joined by hyphens/],
  ['flags: [--namespace, -n]', 'flags: [namespace]', '15:18 wrong-value', /./],
])('exam.yaml with %j as %j: told at %s', (right, wrong, told, said) => {
  expect(blueprint).toContain(right);
  const { issues, blueprint: read } = parseBlueprint('exam.yaml', blueprint.replace(right, wrong));
  expect(issues.map(({ line, column, rule }) => `${line}:${column} ${rule}`)).toEqual([told]);
  expect(issues[0]).toMatchObject({ file: 'exam.yaml', severity: 'error' });
  expect(issues[0]?.message).toMatch(said);
  expect(read).toBeUndefined();
});

test.each([
  ['empty', ''],
  ['a list', '- a\n- b\n'],
  ['a word', 'exam\n'],
])('an exam.yaml that is %s is told which fields it needs', (_what, text) => {
  const { issues } = parseBlueprint('exam.yaml', text);
  expect(issues).toMatchObject([{ file: 'exam.yaml', line: 1, column: 1, severity: 'error' }]);
  expect(issues[0]?.message).toMatch(/"?id"?:|id, title/);
});

test('no question is read while exam.yaml has errors, since nothing could be held against it', () => {
  const { issues, content } = compileTexts({
    'exam.yaml': 'id: [',
    'birds/air.yaml': topic(entryOf.single('birds-air-q1')),
  });
  expect(content).toBeUndefined();
  expect(new Set(issues.map(issue => issue.file))).toEqual(new Set(['exam.yaml']));
});

test('a folder that is no domain is ignored with a warning', () => {
  const { issues, content } = compileTexts({
    'drafts/air.yaml': 'not: a topic',
    'birds/air.yaml': topic(entryOf.single('birds-air-q1')),
  });
  expect(issues).toEqual([
    {
      severity: 'warning',
      rule: 'unknown-folder',
      file: 'drafts/air.yaml',
      line: 1,
      column: 1,
      message: '"drafts" is not a domain of exam.yaml; the file is ignored. Move it into a domain\'s folder.',
    },
  ]);
  expect(content?.entries.map(entry => entry.id)).toEqual(['birds-air-q1']);
});

test('a bank may have any subject and any number of domains', () => {
  const one = `${blueprint.slice(0, blueprint.indexOf('domains:'))}domains:
  - {slug: knots, title: Knots, weight: 100, objectives: [{slug: bends, title: Bends}]}
`;
  const entry = entryOf.single('knots-rope-q1').replace('objective: gills', 'objective: bends');
  const { content } = compileTexts({ 'exam.yaml': one, 'knots/rope.yaml': topic(entry) });
  expect(content?.entries).toMatchObject([{ domain: 'knots', objective: 'bends' }]);
});

test('the exam that ships is the CCA: 60 questions, 90 minutes, 75 percent, eight domains by weight', () => {
  const { blueprint: shipped, issues } = parseBlueprint(
    'exam.yaml',
    readFileSync(join(shippedBank, 'exam.yaml'), 'utf8'),
  );
  expect(issues).toEqual([]);
  expect(shipped).toMatchObject({
    id: 'cilium-certified-associate',
    questions: 60,
    minutes: 90,
    passMark: 75,
    examKinds: ['single', 'multiple'],
  });
  expect(shipped?.domains.map(({ slug, weight }) => [slug, weight])).toEqual([
    ['architecture', 20],
    ['network-policy', 18],
    ['service-mesh', 16],
    ['network-observability', 10],
    ['installation-and-configuration', 10],
    ['cluster-mesh', 10],
    ['ebpf', 10],
    ['bgp-and-external-networking', 6],
  ]);
});
