/** Text that is safe to stand in a page as it is. Only this file makes any, so that nothing is escaped twice or never. */
export interface Markup {
  readonly source: string;
}

/** What may stand in a page: text, which is escaped, finished markup, or several of them; nothing for what is absent. */
export type Content = string | number | Markup | undefined | readonly Content[];

/**
 * A template whose own words are HTML and whose values are escaped unless they are markup already:
 * markup`<p>${text}</p>`. Attribute values stand in double quotes.
 */
export const markup = (words: TemplateStringsArray, ...values: readonly Content[]): Markup => ({
  source: words.map((word, index) => word + (index < values.length ? sourceOf(values[index]) : '')).join(''),
});

function sourceOf(content: Content): string {
  if (content === undefined) return '';
  if (typeof content === 'string' || typeof content === 'number') return escaped(String(content));
  return 'source' in content ? content.source : content.map(sourceOf).join('');
}

const signs: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string) => text.replace(/[&<>"']/g, sign => signs[sign] as string);

/** Text with its `backticked` parts as code. */
export const prose = (text: string): Markup =>
  markup`${text.split(/`([^`\n]+)`/).map((part, index) => (index % 2 === 1 ? markup`<code>${part}</code>` : part))}`;

/** Finished markup from outside, such as a plot's SVG. The caller vouches for it: nothing in it is escaped. */
export const trusted = (source: string): Markup => ({ source });

/** A link to a page; anything but http and https is shown as text, so that no bank can make a page run something. */
export const link = (url: string, text: string = url): Markup =>
  /^https?:\/\//i.test(url) ? markup`<a href="${url}" rel="noreferrer">${text}</a>` : markup`${text}`;
