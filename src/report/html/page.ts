import { markup, trusted, type Content } from './markup.ts';
import { style } from './style.ts';

/** One part of a page, under a heading of its own. */
export interface Section {
  /** Unique on the page, for links to it. */
  readonly id: string;
  readonly heading: string;
  readonly body: Content;
}

export interface Page {
  readonly title: string;
  /** A language tag, such as `en`. */
  readonly language: string;
  /** What stands under the title before the first section: the answer that the reader came for. */
  readonly lead: Content;
  readonly sections: readonly Section[];
  /** The last words: where the page comes from. */
  readonly foot?: Content;
}

/**
 * A whole page as one file that asks the network for nothing: style inside, no script. Light and dark as the reader's
 * system has it, landmarks and headings for a screen reader, and paper in mind. All text is escaped by `markup`.
 */
export const page = ({ title, language, lead, sections, foot }: Page): string =>
  markup`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<title>${title}</title>
<style>${trusted(style)}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<header>
<h1>${title}</h1>
${lead}
</header>
${sections.length > 1 ? contents(sections) : undefined}
<main id="main">
${sections.map(sectionOf)}</main>
<footer>${foot}</footer>
</body>
</html>
`.source;

const contents = (sections: readonly Section[]) =>
  markup`<nav aria-label="Contents"><ul>${sections.map(({ id, heading }) => markup`<li><a href="#${id}">${heading}</a></li>`)}</ul></nav>`;

const sectionOf = ({ id, heading, body }: Section) => markup`<section aria-labelledby="${id}">
<h2 id="${id}">${heading}</h2>
${body}
</section>
`;
