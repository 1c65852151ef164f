import type { Placed } from './parse.ts';
import { textsIn, type FoundText } from './texts.ts';

/** What holds no sentence of the author's: names, code to be read, and headings as they stand on a page. */
const codeFields = new Set<string | number | undefined>([
  'id',
  'kind',
  'objective',
  'difficulty',
  'input',
  'answers',
  'exhibits',
  'sources',
  'versions',
  'tags',
  'enemies',
  'waives',
]);

/** The texts of an entry that are prose, with the way to each. What a learner would type is none. */
export const proseOf = ({ written }: Placed): FoundText[] =>
  textsIn(written).filter(
    ({ path }) =>
      !codeFields.has(path[0]) && path.at(-1) !== 'id' && !(path[0] === 'mistakes' && path.at(-1) === 'text'),
  );

/** Prose without its `backticked` code and its addresses; each leaves a space, so that no words join. */
export const withoutCode = (text: string): string =>
  text.replace(/`[^`]*`/g, ' ').replace(/\bhttps?:\/\/\S+/g, ' ');

/** As a learner sees it: without the backticks, white space as one space. */
export const asShown = (text: string): string => text.replaceAll('`', '').replace(/\s+/g, ' ').trim();
