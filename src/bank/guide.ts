/*
 * A reading list beside the questions: `guide.yaml` of a bank. Items are titles and addresses; the texts stand where their
 * authors put them.
 */

/** What there is to read, watch or do, in the order in which a screen groups them. */
export const itemKinds = ['page', 'lab', 'talk', 'article', 'book', 'course', 'tool'] as const;

export interface GuideItem {
  /** Unique in the guide, never reused: the journal names it. */
  readonly id: string;
  readonly kind: (typeof itemKinds)[number];
  readonly title: string;
  readonly url: string;
  /** What to look for in it. */
  readonly note?: string | undefined;
  /** How long it takes. */
  readonly minutes?: number | undefined;
  /** The day somebody last found it at its address, or false when nobody could. */
  readonly checked: string | false;
}

export interface Guide {
  readonly items: readonly GuideItem[];
  /** Ids of items for each objective, in reading order. One item may serve several objectives. */
  readonly objectives: readonly { readonly objective: string; readonly items: readonly string[] }[];
}

/** The reading of one objective. */
export interface ObjectiveReading {
  readonly objective: string;
  readonly items: readonly (GuideItem & { readonly done: boolean })[];
}

/**
 * What to read for each objective, in reading order, and whether it is done. `done` holds the ids of items that were ticked
 * off. Objectives come in the guide's order; one without reading is left out.
 */
export function readingOf(guide: Guide, done: ReadonlySet<string>): ObjectiveReading[] {
  const byId = new Map(guide.items.map(item => [item.id, item]));
  return guide.objectives.map(({ objective, items }) => ({
    objective,
    items: items.flatMap(id => {
      const item = byId.get(id);
      return item ? [{ ...item, done: done.has(id) }] : [];
    }),
  }));
}
