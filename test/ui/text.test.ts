import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toAscii } from '../../src/ui/render/ascii.ts';
import { diffText, nearMiss } from '../../src/ui/render/diff.ts';
import { exhibitLines, framedExhibit } from '../../src/ui/render/exhibit.ts';
import { clockTime } from '../../src/report/duration.ts';
import { apart, bar, clip, flow, hang, prose, widthOf, wrap } from '../../src/ui/render/text.ts';
import { makeTheme } from '../../src/ui/theme.ts';
import { anyText } from '../support/texts.ts';

const facts = { level: 0, unicode: true, links: false } as const;
const theme = makeTheme('plain', facts);
const ascii = makeTheme('plain', { ...facts, unicode: false });
const coloured = makeTheme('dark', { ...facts, level: 1 });

describe('width is counted in columns', () => {
  test.each([
    ['abc', 3],
    ['漢字', 4],
    ['é', 1],
    ['👍', 2],
    ['\u001b[31mred\u001b[0m', 3],
    ['', 0],
  ])('%j takes %i', (text, columns) => {
    expect(widthOf(text)).toBe(columns);
  });
});

describe('long text is broken', () => {
  test.each([
    ['at words', 'one two three four', 9, ['one two', 'three', 'four']],
    ['inside a word that is wider than the line', 'abcdefghijkl', 8, ['abcdefgh', 'ijkl']],
    ['by columns, not letters', '漢字 漢字 漢字', 9, ['漢字 漢字', '漢字']],
    ['where it breaks itself', 'one\ntwo', 20, ['one', 'two']],
    ['nowhere when it fits', 'one two', 20, ['one two']],
    ['not when there is none', '', 20, ['']],
  ])('%s', (_how, text, width, lines) => {
    expect(wrap(text, width)).toEqual(lines);
  });

  test('into lines that are never too wide, and no word is lost', () => {
    const words = fc.array(fc.string({ unit: 'grapheme-composite', maxLength: 12 }), { maxLength: 20 });
    fc.assert(
      fc.property(words, fc.integer({ min: 8, max: 60 }), (some, width) => {
        const text = some.map(word => word.replace(/\s/g, 'x').normalize()).join(' ');
        const lines = wrap(text, width);
        for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(width);
        expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
      }),
    );
  });

  test('behind a label, the other lines set in below it', () => {
    expect(hang(' Why  ', 'one two three', 15)).toEqual([' Why  one two', '      three']);
  });
});

test.each([
  [30, ['a answer   b back   c clear']],
  [20, ['a answer   b back', 'c clear']],
  [5, ['a answer', 'b back', 'c clear']],
])('pieces stand side by side as far as %i columns go, none broken', (width, lines) => {
  expect(flow(['a answer', 'b back', 'c clear'], width)).toEqual(lines);
});

test.each([
  ['Birds', '3 of 10', 20, ['Birds        3 of 10']],
  ['Birds', '3 of 10', 14, ['Birds  3 of 10']],
  ['Birds', '3 of 10', 13, ['Birds', '3 of 10']],
  ['Birds', '', 20, ['Birds']],
])('%j and %j stand at the ends of %i columns, or one below the other', (left, right, width, lines) => {
  expect(apart(left, right, width)).toEqual(lines);
});

test.each([
  ['abcdef', 6, 'abcdef'],
  ['abcdef', 5, 'abcd…'],
  ['漢字漢字', 6, '漢字…'],
  ['', 5, ''],
])('%j in %i columns is clipped to %j', (text, width, clipped) => {
  expect(clip(text, width, '…')).toBe(clipped);
});

test('a clipped line is never wider than its room, whichever sign says that it was cut', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme-composite' }),
      fc.integer({ min: 3, max: 40 }),
      fc.constantFrom('…', '...'),
      (text, width, more) => widthOf(clip(text.replace(/\s/g, ' '), width, more)) <= width,
    ),
  );
});

test.each([
  [0, 4, '░░░░░░░░░░'],
  [2, 4, '█████░░░░░'],
  [1, 3, '███░░░░░░░'],
  [4, 4, '██████████'],
  [0, 0, '░░░░░░░░░░'],
])('%i of %i as a bar', (right, of, drawn) => {
  expect(bar(right, of, 10, theme)).toBe(drawn);
  expect(bar(right, of, 10, ascii)).toBe(drawn.replaceAll('█', '#').replaceAll('░', '.'));
});

test.each([
  [0, '0:00'],
  [59_400, '0:59'],
  [59_600, '1:00'],
  [372_000, '6:12'],
  [3_849_000, '1:04:09'],
])('%i ms are %s', (ms, words) => {
  expect(clockTime(ms)).toBe(words);
});

test('code is coloured where there are colours, and keeps its backticks where there are none', () => {
  expect(prose('run `cilium status` now', theme)).toBe('run `cilium status` now');
  expect(prose('run `cilium status` now', coloured)).toBe('run \u001b[33mcilium status\u001b[39m now');
  expect(prose('a ` alone', coloured)).toBe('a ` alone');
});

describe('a near miss is shown as a difference', () => {
  test.each([
    ['cilium config set debug on', 'cilium config set debug true', 'cilium config set debug [-on-] {+true+}'],
    ['cilium status', 'cilium status --wait', 'cilium status {+--wait+}'],
    ['the cilium status', 'cilium status', '[-the-] cilium status'],
  ])('%j for %j: %s', (typed, key, difference) => {
    expect(diffText(nearMiss(typed, key) ?? [])).toBe(difference);
  });

  test.each([
    ['something else', 'cilium status'],
    ['', 'cilium status'],
    ['cilium', 'cilium hubble enable --ui'],
  ])('%j is not near %j', (typed, key) => {
    expect(nearMiss(typed, key)).toBeUndefined();
  });
});

describe('where only ASCII is safe', () => {
  test.each([
    ['“quoted” – and… → so × 2', '"quoted" - and... -> so x 2'],
    ['≥ 3 · ≤ 4 ≠ 5 • x', '>= 3 | <= 4 != 5 * x'],
    ['naïve café', 'naive cafe'],
    ['cafe\u0301', 'cafe'],
    ['straße', 'stra?e'],
    ['漢字', '??'],
    ['👍 ok', '? ok'],
    ['plain ASCII `stays` {as} it is\n', 'plain ASCII `stays` {as} it is\n'],
  ])('%j is written %j', (text, written) => {
    expect(toAscii(text)).toBe(written);
  });

  test('nothing but ASCII is ever written', () => {
    fc.assert(
      fc.property(anyText(), text => {
        expect([...toAscii(text)].filter(sign => (sign.codePointAt(0) ?? 0) > 0x7f)).toEqual([]);
      }),
    );
  });

  test('every mark has a twin of its own', () => {
    const { corners, ...signs } = ascii.glyph;
    for (const sign of [...corners, ...Object.values(signs)]) expect(sign).toMatch(/^[ -~]+$/);
    const { right, wrong, cursor, chosen, open } = ascii.glyph;
    expect(new Set([right, wrong, cursor, chosen, open]).size).toBe(5);
  });
});

describe('an exhibit', () => {
  const text = 'spec:\n  description: words that go on and on and on\n\n  enabled: true\n';

  test('keeps the indentation of every line, and goes on two columns further in', () => {
    expect(exhibitLines({ language: 'yaml', text }, 30, theme)).toEqual([
      'spec:',
      '  description: words that go',
      '    on and on and on',
      '',
      '  enabled: true',
    ]);
  });

  test('keeps what is lined up in columns where it fits', () => {
    const table = 'NAME     READY\ncilium   1/1\n';
    expect(exhibitLines({ language: 'console', text: table }, 30, theme)).toEqual([
      'NAME     READY',
      'cilium   1/1',
    ]);
  });

  test('is coloured from its runs', () => {
    const exhibit = {
      language: 'yaml',
      text: 'a: b',
      runs: [
        [
          ['attr', 'a:'],
          ['', ' b'],
        ] as const,
      ],
    };
    expect(exhibitLines(exhibit, 30, coloured)).toEqual(['\u001b[36ma:\u001b[39m b']);
    expect(exhibitLines(exhibit, 30, theme)).toEqual(['a: b']);
  });

  test('stands in a frame with its title; what does not fit is counted', () => {
    expect(
      framedExhibit({ language: 'yaml', title: 'a.yaml', text: 'a: 1\nb: 2\nc: 3\nd: 4\n' }, 40, 4, theme),
    ).toEqual({
      lines: [
        '┌ a.yaml ──────────────────────────────┐',
        '│ a: 1                                 │',
        '│ b: 2                                 │',
        '└ 2 more lines: e shows all ───────────┘',
      ],
      hidden: 2,
    });
  });

  test('never breaks its frame', () => {
    const lines = fc.array(fc.string({ unit: 'grapheme-composite', maxLength: 60 }), { maxLength: 8 });
    fc.assert(
      fc.property(lines, fc.integer({ min: 20, max: 80 }), (some, width) => {
        const exhibit = { language: 'text', text: some.map(line => line.replace(/\s/g, ' ')).join('\n') };
        for (const line of framedExhibit(exhibit, width, 30, theme).lines) expect(widthOf(line)).toBe(width);
      }),
    );
  });
});
