import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { link, markup, prose } from '../../src/report/html/markup.ts';
import { page } from '../../src/report/html/page.ts';
import { table } from '../../src/report/html/table.ts';

const sections = [
  { id: 'one', heading: 'One & only', body: markup`<p>${'<script>alert(1)</script>'}</p>` },
  {
    id: 'two',
    heading: 'Two',
    body: table('Counts', [{ heading: 'What' }, { heading: 'How many', isNumber: true }], [['Birds', 3]]),
  },
];
const made = page({ title: 'A <b>title</b>', language: 'en', lead: 'Lead.', sections, foot: 'Foot.' });

describe('a page', () => {
  test('asks the network for nothing: no script, no address to load from', () => {
    expect(made).not.toMatch(/<script|<link|src=|url\(|@import/);
    expect(made).toContain("default-src 'none'");
  });

  test('has a language, a title, landmarks, and a heading for each section with a link to it', () => {
    expect(made).toMatch(/^<!doctype html>\n<html lang="en">/);
    expect(made).toContain('<title>A &lt;b&gt;title&lt;/b&gt;</title>');
    for (const landmark of ['<header>', '<nav aria-label="Contents">', '<main id="main">', '<footer>'])
      expect(made).toContain(landmark);
    expect(made).toContain('<a href="#one">One &amp; only</a>');
    expect(made).toContain('<h2 id="one">One &amp; only</h2>');
  });

  test('has tables with a caption, and a heading for each column and row', () => {
    expect(made).toContain('<caption>Counts</caption>');
    expect(made).toContain('<th scope="col" class="number">How many</th>');
    expect(made).toContain('<th scope="row">Birds</th><td class="number">3</td>');
  });
});

describe('text in a page', () => {
  test('is escaped wherever it comes from, once', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('<', '>', '&', '"', "'", '`', 'a', ' ') }), text => {
        const shown = markup`<p title="${text}">${[text]}</p>`.source.slice(3, -4);
        expect(shown).not.toMatch(/['`]?<|&(?!(?:amp|lt|gt|quot|#39);)/);
        expect(unescaped(shown)).toBe(`title="${text}">${text}`);
        expect(unescaped(prose(text).source.replaceAll(/<\/?code>/g, ''))).toBe(
          text.split(/`([^`\n]+)`/).join(''),
        );
      }),
    );
  });

  test('in backticks is code, and only an http address becomes a link', () => {
    expect(prose('run `a < b` now').source).toBe('run <code>a &lt; b</code> now');
    expect(link('javascript:alert(1)').source).toBe('javascript:alert(1)');
    expect(link('https://example.org/?a=1&b=2', 'there').source).toBe(
      '<a href="https://example.org/?a=1&amp;b=2" rel="noreferrer">there</a>',
    );
  });
});

const unescaped = (source: string) =>
  source
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
