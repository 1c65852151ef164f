import type { FlagSynonyms } from '../question/types.ts';

export interface Objective {
  readonly slug: string;
  readonly title: string;
}

export interface Domain {
  readonly slug: string;
  readonly title: string;
  /** Its share of the exam, in percent. */
  readonly weight: number;
  readonly objectives: readonly Objective[];
}

/** What the exam is: `exam.yaml` of a bank. */
export interface Blueprint {
  readonly id: string;
  readonly title: string;
  readonly questions: number;
  readonly minutes: number;
  /** Percent. */
  readonly passMark: number;
  readonly examKinds: readonly string[];
  readonly sourceHosts: readonly string[];
  readonly spellings: readonly string[];
  readonly flags: readonly { readonly command: string; readonly synonyms: readonly FlagSynonyms[] }[];
  readonly domains: readonly Domain[];
}

export const domainOf = (blueprint: Blueprint, slug: string): Domain | undefined =>
  blueprint.domains.find(domain => domain.slug === slug);
