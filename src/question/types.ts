import type * as zod from 'zod';

/** How an answer is given. Front ends implement shapes, never kinds. */
export type Shape = 'one' | 'several' | 'text' | 'order' | 'pairs';

export type Difficulty = 'easy' | 'medium' | 'hard';
export const difficulties: readonly Difficulty[] = ['easy', 'medium', 'hard'];

/** A thing that can be chosen, put in order or matched. Its id names it in the bank and the journal, never its position. */
export interface Item {
  readonly id: string;
  readonly text: string;
  readonly why?: string | undefined;
}

export interface Option extends Item {
  readonly key: boolean;
  readonly why: string;
  /** Stays below the shuffled options. */
  readonly last?: boolean | undefined;
}

export interface ChoiceResponse {
  readonly shape: 'one' | 'several';
  readonly options: readonly Option[];
  /** The written order carries meaning and is kept. */
  readonly fixed: boolean;
}

export interface TextResponse {
  readonly shape: 'text';
  /** A command is case-sensitive and has flags; a term is neither. */
  readonly input: 'command' | 'term';
  /** Patterns with `{a|b}`, `[optional]` and `<any>`; the first is shown as the key. */
  readonly answers: readonly string[];
  readonly mistakes: readonly Item[];
  readonly why: string;
  /** Flags of the commands in question that mean the same. */
  readonly flags: readonly FlagSynonyms[];
}

export interface OrderResponse {
  readonly shape: 'order';
  /** In the right order. */
  readonly items: readonly Item[];
}

export interface PairsResponse {
  readonly shape: 'pairs';
  readonly left: readonly Item[];
  readonly right: readonly Item[];
  /** `[left id, right id]`, one for each left item. */
  readonly pairs: readonly (readonly [string, string])[];
}

export type Response = ChoiceResponse | TextResponse | OrderResponse | PairsResponse;

export interface FlagSynonyms {
  readonly flags: readonly string[];
  /** The next word belongs to the flag. */
  readonly value: boolean;
}

export interface Exhibit {
  readonly language: string;
  readonly title?: string | undefined;
  readonly text: string;
  /** Colouring made when the bank was compiled: per line, `[class, text]` runs that join to the line. */
  readonly runs?: readonly (readonly (readonly [string, string])[])[] | undefined;
}

export interface Source {
  readonly url: string;
  readonly section: string;
  /** A calendar day, `2026-11-21`. */
  readonly checked: string;
}

/** Where an entry stands in its bank: a path relative to the bank, and a line from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
}

interface Entry {
  readonly id: string;
  /** Raised when the meaning changes: schedules and statistics begin again. */
  readonly revision: number;
  readonly domain: string;
  readonly objective: string;
  readonly sources: readonly Source[];
  readonly versions: { readonly from: string; readonly to?: string | undefined };
  readonly tags: readonly string[];
  /** Ids that give this one's answer away, or the other way round. Both sides name each other once compiled. */
  readonly enemies: readonly string[];
  readonly place: Place;
}

export interface Question extends Entry {
  readonly kind: string;
  readonly difficulty: Difficulty;
  readonly stem: string;
  readonly exhibits: readonly Exhibit[];
  readonly rationale: string;
  readonly response: Response;
}

/** A term card: never drawn or graded by a quiz or an exam. */
export interface Card extends Entry {
  readonly kind: 'card';
  readonly front: string;
  readonly back: string;
  readonly when?: string | undefined;
}

export type BankEntry = Question | Card;

export const isQuestion = (entry: BankEntry): entry is Question => entry.kind !== 'card';

/** What the learner gave. The journal keeps it as it is. */
export type Answer =
  | { readonly ids: readonly string[] }
  | { readonly text: string }
  | { readonly pairs: readonly (readonly [string, string])[] };

/**
 * The orders in which a session shows a question's parts: options or items in `shown`, the right-hand side of a matching
 * question in `against`. Empty where there is nothing to order.
 */
export interface Orders {
  readonly shown: readonly string[];
  readonly against?: readonly string[] | undefined;
}

/** Something wrong with an entry, found by its kind: `path` leads to the place within the entry. */
export interface Flaw {
  readonly rule: string;
  readonly path: readonly (string | number)[];
  readonly message: string;
}

export type Zod = typeof zod;

/**
 * A question kind: what its YAML holds and which response that becomes. The bank's schema, its parser and its JSON
 * Schema ask the table in `kinds/index.ts`; sessions and front ends see only the response's shape. To add a kind on an
 * existing shape, write one file and add one row.
 *
 * `fields` is handed the schema library, so that a session, which reads compiled banks, never loads it.
 */
export interface QuestionKind<Fields extends zod.core.$ZodLooseShape = zod.core.$ZodLooseShape> {
  readonly shape: Shape;
  /** What the Experience API calls such an interaction (xAPI 1.0.3, appendix C). */
  readonly interaction: string;
  /** The fields beyond those that every question has. */
  fields(z: Zod): Fields;
  respond(written: zod.core.$InferObjectOutput<Fields, Record<string, unknown>>): Response;
  /** Faults that the schema alone cannot see. */
  flaws(response: Response): Flaw[];
}
