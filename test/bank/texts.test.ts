import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isPrintable } from '../../src/printable.ts';
import { issueLines } from '../../src/report/issues.ts';
import { blueprint, entryOf, topic } from '../support/banks.ts';
import { compileTexts, sampleKinds } from '../support/compiled.ts';
import { anyText } from '../support/texts.ts';

/** A question whose stem is this text. */
const withStem = (text: string) =>
  topic(entryOf.single('birds-air-q1').replace(/stem: .*/, () => `stem: ${JSON.stringify(text)}`));

describe('a text that could act on a terminal is shown harmlessly, with a warning', () => {
  test.each([
    ['an escape sequence', 'red \u001b[31mtext', 'red \\u{1b}[31mtext'],
    ['a title change', '\u001b]0;gone\u0007', '\\u{1b}]0;gone\\u{7}'],
    ['a C1 control', 'a\u009b2Jb', 'a\\u{9b}2Jb'],
    ['a backspace', 'safe\u0008\u0008', 'safe\\u{8}\\u{8}'],
    ['a carriage return', 'kept\rlost', 'kept\\u{d}lost'],
    ['a null', 'a\u0000b', 'a\\u{0}b'],
    ['a delete', 'a\u007fb', 'a\\u{7f}b'],
    ['a right-to-left override', 'a\u202eb', 'a\\u{202e}b'],
    ['an isolate', 'a\u2066b\u2069', 'a\\u{2066}b\\u{2069}'],
    ['a line separator', 'a\u2028b', 'a\\u{2028}b'],
    ['a zero-width space', 'a\u200bb', 'a\\u{200b}b'],
    ['a byte order mark', 'a\ufeffb', 'a\\u{feff}b'],
  ])('%s: %j as %j', (_what, text, shown) => {
    const { issues, content } = compileTexts({ 'birds/air.yaml': withStem(text) });
    expect(issues).toMatchObject([{ severity: 'warning', rule: 'control-characters', line: 12, column: 11 }]);
    expect(content?.entries).toMatchObject([{ stem: shown }]);
  });

  test('in exam.yaml too', () => {
    const exam = blueprint.replace('title: Birds', String.raw`title: "Bir\u202eds"`);
    const { issues, content } = compileTexts({ 'exam.yaml': exam });
    expect(content?.blueprint.domains[0]?.title).toBe(String.raw`Bir\u{202e}ds`);
    expect(issues).toMatchObject([
      { severity: 'warning', rule: 'control-characters', file: 'exam.yaml', line: 19, column: 12 },
    ]);
  });

  test('wherever it stands, in every kind of question and in cards', () => {
    const dirty = (entry: string) =>
      entry.replaceAll(
        /((?:stem|text|why|rationale|section|title|front|back|when|true|false)): (?!true|false|[{>[])([^,{}\n]+)/g,
        (_all, field: string, text: string) => `${field}: "${text.replaceAll('"', '')} \\u202e\\a"`,
      );
    const card = `
  - id: birds-air-wing
    revision: 1
    kind: card
    objective: flight
    front: Wing
    back: What a bird flies with.
    when: Always
    sources: [{url: https://example.org/page, section: Facts, checked: 2026-11-21}]
    versions: {from: "1.0"}`;
    const exhibit = '\n    exhibits: [{language: yaml, title: a file, text: some words}]';
    const entries = [...sampleKinds.map(kind => entryOf[kind](`birds-air-${kind}`)), card];
    const { content, issues } = compileTexts({
      'birds/air.yaml': topic(...entries.map(dirty), dirty(entryOf.single('birds-air-exhibit', exhibit))),
    });
    expect(issues.filter(issue => issue.severity === 'error')).toEqual([]);
    expect(new Set(issues.map(issue => issue.rule))).toEqual(new Set(['control-characters']));
    expect(issues.length).toBeGreaterThan(40);
    expect(stringsIn(content).filter(text => !isPrintable(text))).toEqual([]);
  });
});

test('letters of every script, emoji and typographic signs are shown as they are', () => {
  const stem = 'naïve — Ünïcode „quotes“ … 漢字 العربية עברית 👩‍💻 é → ✔';
  const { issues, content } = compileTexts({ 'birds/air.yaml': withStem(stem) });
  expect(issues).toEqual([]);
  expect(content?.entries).toMatchObject([{ stem }]);
});

test('whatever a text holds, what comes out can act on no terminal', () => {
  fc.assert(
    fc.property(anyText({ minLength: 1 }), text => {
      const { content } = compileTexts({ 'birds/air.yaml': withStem(text) });
      expect(stringsIn(content).filter(shown => !isPrintable(shown))).toEqual([]);
    }),
    { numRuns: 40 },
  );
});

describe('a fault is told without the control characters it is about', () => {
  const right = topic(entryOf.single('birds-air-q1'));
  test.each<[string, Record<string, string>]>([
    ['a field', { 'birds/air.yaml': right.replace('    stem:', '    "st\\e[2Jem": x\n    stem:') }],
    ['a field of an option', { 'birds/air.yaml': right.replace('{id: key,', '{"\\e[2J": 1, id: key,') }],
    ['a field of exam.yaml', { 'exam.yaml': `"\\e[2J": x\n${blueprint}` }],
    ['a kind', { 'birds/air.yaml': right.replace('kind: single', 'kind: "\\e[2J"') }],
    [
      'a pattern',
      { 'birds/air.yaml': topic(entryOf['fill-in']('birds-air-q1').replace('tool get', '\\e[2J{')) },
    ],
    ['a word of broken YAML', { 'birds/air.yaml': 'questions: *\u001b[2J' }],
    ['a folder', { '\u001b[2J/air.yaml': right }],
    ['a file', { 'birds/\u001b[2J.yaml': right.replace('key: true, ', '') }],
  ])('%s', (_where, texts) => {
    const { issues } = compileTexts(texts);
    expect(issues.length).toBeGreaterThan(0);
    expect(JSON.stringify(issueLines(issues, 'bank'))).not.toContain('\\u001b');
  });
});

/** Every string within a value. */
function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}
