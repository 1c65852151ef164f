import type { BankEntry, Source } from '../question/types.ts';

/** An entry with the sources that nobody has read since a day, the one read longest ago first. */
export interface Stale {
  readonly id: string;
  readonly domain: string;
  readonly place: BankEntry['place'];
  readonly sources: readonly Source[];
}

/** The entries with a source last checked before `day` (a calendar day, `2026-11-21`), the longest unread first. */
export const staleSince = (entries: readonly BankEntry[], day: string): Stale[] =>
  entries
    .map(({ id, domain, place, sources }) => ({
      id,
      domain,
      place,
      sources: sources.filter(({ checked }) => checked < day).sort(byDay),
    }))
    .filter(({ sources }) => sources.length > 0)
    .sort((a, b) => byDay(a.sources[0] as Source, b.sources[0] as Source));

const byDay = (a: Source, b: Source): number =>
  a.checked === b.checked ? 0 : a.checked < b.checked ? -1 : 1;
