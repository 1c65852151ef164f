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
      sources: sources
        .filter(({ checked }) => checked < day)
        .sort((a, b) => a.checked.localeCompare(b.checked)),
    }))
    .filter(({ sources }) => sources.length > 0)
    .sort((a, b) => (a.sources[0] as Source).checked.localeCompare((b.sources[0] as Source).checked));
