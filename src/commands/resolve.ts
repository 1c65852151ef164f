import type { Blueprint } from '../bank/blueprint.ts';
import type { Row } from '../bank/bank.ts';
import { UsageError } from '../errors.ts';
import { nearest } from '../nearest.ts';

interface Named {
  readonly slug: string;
  readonly title: string;
}

/**
 * Finds what a learner means by a word: a slug, a title, or the beginning of one. Throws UsageError, naming what fits or
 * the nearest spelling.
 */
function resolve(word: string, what: string, known: readonly Named[]): string {
  const typed = word.trim().toLowerCase();
  const exact = known.find(({ slug, title }) => slug === typed || title.toLowerCase() === typed);
  if (exact) return exact.slug;
  const dashed = typed.replace(/\s+/g, '-');
  const fitting = known.filter(
    ({ slug, title }) => slug.startsWith(dashed) || title.toLowerCase().startsWith(typed),
  );
  const only = [...new Set(fitting.map(({ slug }) => slug))];
  if (typed !== '' && only.length === 1) return only[0] as string;
  if (typed !== '' && only.length > 1)
    throw new UsageError(`"${word}" fits several ${what}s: ${only.join(', ')}. Type more of one.`);
  const near = nearest(
    dashed,
    known.flatMap(({ slug, title }) => [slug, title]),
  );
  const hint = known.find(({ slug, title }) => slug === near || title === near)?.slug;
  throw new UsageError(
    hint
      ? `There is no ${what} "${word}". Did you mean "${hint}"?`
      : `There is no ${what} "${word}". ${
          known.length > mostListed
            ? `Of ${known.length} ${what}s none begins like it; cca bank search ${/^[\w-]+$/.test(word) ? word : 'WORD'} looks for words.`
            : `The ${what}s are: ${known.map(({ slug }) => slug).join(', ')}.`
        }`,
  );
}

/** More names than these are no help in a message. */
const mostListed = 40;

export const resolveDomains = (words: readonly string[], { domains }: Blueprint): string[] =>
  words.map(word => resolve(word, 'domain', domains));

/** Objectives, also when two domains share a slug; only those of `within` are looked at when it names any. */
export const resolveObjectives = (
  words: readonly string[],
  { domains }: Blueprint,
  within: readonly string[],
): string[] =>
  words.map(word =>
    resolve(
      word,
      'objective',
      domains
        .filter(({ slug }) => within.length === 0 || within.includes(slug))
        .flatMap(({ objectives }) => objectives),
    ),
  );

/** A domain or an objective, whichever the word means. */
export const resolvePart = (word: string, { domains }: Blueprint): string =>
  resolve(word, 'part', [...domains, ...domains.flatMap(({ objectives }) => objectives)]);

/** One of a list of plain words, such as kinds or tags. */
export const resolveWords = (words: readonly string[], what: string, known: readonly string[]): string[] =>
  words.map(word =>
    resolve(
      word,
      what,
      known.map(slug => ({ slug, title: slug })),
    ),
  );

export const tagsOf = (rows: readonly Row[]): string[] => [...new Set(rows.flatMap(row => row.tags))].sort();

/** The one id that a word is or begins. Throws UsageError. */
export function resolveId(word: string, ids: readonly string[], what: string): string {
  if (ids.includes(word)) return word;
  const fitting = ids.filter(id => id.startsWith(word));
  if (fitting.length === 1) return fitting[0] as string;
  if (fitting.length > 1)
    throw new UsageError(
      `"${word}" fits several ${what}s: ${fitting.slice(0, 6).join(', ')}${fitting.length > 6 ? ` and ${fitting.length - 6} more` : ''}. Type more of one.`,
    );
  const near = nearest(word, ids);
  throw new UsageError(`There is no ${what} "${word}".${near ? ` Did you mean "${near}"?` : ''}`);
}
