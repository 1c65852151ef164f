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

/** A kind of manifest that exhibits may hold. */
export interface Resource {
  readonly kind: string;
  /** The apiVersions in which it exists. */
  readonly versions: readonly string[];
  /** The fields of its spec; any where none are listed. */
  readonly spec?: readonly string[] | undefined;
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
  /** Manifests in exhibits are held against these; without any, none are checked. */
  readonly resources?: readonly Resource[] | undefined;
  readonly flags: readonly { readonly command: string; readonly synonyms: readonly FlagSynonyms[] }[];
  readonly domains: readonly Domain[];
}

export const domainOf = (blueprint: Blueprint, slug: string): Domain | undefined =>
  blueprint.domains.find(domain => domain.slug === slug);
