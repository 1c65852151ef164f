import { itemKinds, type ObjectiveReading } from '../bank/guide.ts';
import type { Blueprint } from '../bank/blueprint.ts';

/** The reading of an objective beside what was answered there. */
export interface ObjectiveProgress extends ObjectiveReading {
  readonly domain: string;
  readonly title: string;
  readonly answered: number;
  readonly right: number;
}

/** Every objective in the order of the blueprint, with its reading and its answers; one without reading has no items. */
export function guideProgress(
  { domains }: Blueprint,
  reading: readonly ObjectiveReading[],
  counts: Readonly<Record<string, { readonly answered: number; readonly right: number }>>,
): ObjectiveProgress[] {
  return domains.flatMap(domain =>
    domain.objectives.map(({ slug, title }) => ({
      domain: domain.slug,
      objective: slug,
      title,
      items: reading.find(({ objective }) => objective === slug)?.items ?? [],
      answered: 0,
      right: 0,
      ...(Object.hasOwn(counts, slug) && counts[slug]),
    })),
  );
}

/** Where a learner stands: a line for each objective under its domain, counts first so that they line up. */
export function overviewLines({ domains }: Blueprint, progress: readonly ObjectiveProgress[]): string[] {
  const widest = (words: (part: ObjectiveProgress) => string) =>
    Math.max(...progress.map(part => words(part).length));
  const [read, right] = [widest(readCount), widest(rightCount)];
  return domains.flatMap(({ slug, title, weight }) => [
    '',
    `${title} (${slug}), ${weight}% of the exam`,
    ...progress
      .filter(({ domain }) => domain === slug)
      .map(part => `  ${readCount(part).padEnd(read)}  ${rightCount(part).padEnd(right)}  ${part.objective}`),
  ]);
}

/** What to read for objectives, item by item, grouped by kind. */
export const readingLines = (progress: readonly ObjectiveProgress[]): string[] =>
  progress.flatMap(part => [
    '',
    `${part.title} (${part.objective})`,
    [readCount(part), rightCount(part)].filter(Boolean).join(', '),
    ...itemKinds.flatMap(kind => kindLines(part, kind)),
  ]);

function kindLines({ items }: ObjectiveProgress, kind: (typeof itemKinds)[number]): string[] {
  const own = items.filter(item => item.kind === kind);
  if (own.length === 0) return [];
  return [
    `  ${headings[kind]}`,
    ...own.flatMap(({ id, title, url, note, minutes, checked, done }) => [
      `  [${done ? 'x' : ' '}] ${title}`,
      `      ${id}${minutes === undefined ? '' : `, ${minutes} min`}${checked === false ? ', address not checked' : ''}`,
      `      ${url}`,
      ...(note === undefined ? [] : [`      ${note}`]),
    ]),
  ];
}

const headings: Readonly<Record<(typeof itemKinds)[number], string>> = {
  page: 'Pages',
  lab: 'Labs',
  talk: 'Talks',
  article: 'Articles',
  book: 'Books',
  course: 'Courses',
  tool: 'Tools',
};

/** `2 of 5 read`. */
export const readCount = ({ items }: Pick<ObjectiveReading, 'items'>): string =>
  items.length === 0
    ? 'nothing listed'
    : `${items.filter(({ done }) => done).length} of ${items.length} read`;

const rightCount = ({ answered, right }: ObjectiveProgress) =>
  answered === 0 ? 'no answers yet' : `${right} of ${answered} right`;
