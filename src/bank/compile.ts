import { isQuestion, type BankEntry } from '../question/types.ts';
import { printableDeep } from '../printable.ts';
import type { Blueprint } from './blueprint.ts';
import { highlight } from './highlight.ts';
import { byPlace, hasErrors, type Issue } from './issue.ts';
import { parseBlueprint, parseTopic } from './parse.ts';
import { applyRules } from './rules/index.ts';

/** A file of a bank: its path relative to the bank, with `/`, and its text or why it cannot be read. */
export interface BankFile {
  readonly path: string;
  read(): { readonly text: string } | { readonly issue: Issue };
}

export interface BankFiles {
  readonly blueprint: BankFile;
  readonly topics: readonly (BankFile & { readonly domain: string })[];
}

export interface Compiled {
  /** In order of place. */
  readonly issues: readonly Issue[];
  /** Absent when there are errors. */
  readonly content?: { readonly blueprint: Blueprint; readonly entries: readonly BankEntry[] };
}

/**
 * Turns the files of a bank into its content, or into everything that is wrong with it. The whole bank is held against
 * schema and rules, wherever a fault may be. Texts come out harmless to a terminal and exhibits coloured.
 */
export function compileBank(files: BankFiles): Compiled {
  const { blueprint, issues: blueprintIssues } = readFile(files.blueprint, text =>
    parseBlueprint(files.blueprint.path, text),
  );
  if (!blueprint) return { issues: blueprintIssues };
  const slugs = new Set(blueprint.domains.map(domain => domain.slug));
  const strangers = files.topics.filter(topic => !slugs.has(topic.domain)).map(strangerIssue);
  const parsed = files.topics
    .filter(topic => slugs.has(topic.domain))
    .map(topic => readFile(topic, text => parseTopic(topic.path, text, topic.domain, blueprint)));
  const placed = parsed.flatMap(topic => topic.placed ?? []);
  const issues = [
    ...blueprintIssues,
    ...strangers,
    ...parsed.flatMap(topic => topic.issues),
    ...applyRules({ blueprint, placed }),
  ].sort(byPlace);
  if (hasErrors(issues)) return { issues };
  const entries = withMutualEnemies(placed.map(({ entry }) => finish(entry)));
  return { issues, content: { blueprint: printableDeep(blueprint), entries } };
}

function readFile<T extends { issues: Issue[] }>(
  file: BankFile,
  parse: (text: string) => T,
): Partial<T> & { issues: Issue[] } {
  const found = file.read();
  return 'issue' in found
    ? ({ issues: [found.issue] } as Partial<T> & { issues: Issue[] })
    : parse(found.text);
}

const strangerIssue = ({ path, domain }: { path: string; domain: string }): Issue => ({
  severity: 'warning',
  rule: 'unknown-folder',
  file: path,
  line: 1,
  column: 1,
  message: `"${domain}" is not a domain of exam.yaml; the file is ignored. Move it into a domain's folder.`,
});

function finish(entry: BankEntry): BankEntry {
  const safe = printableDeep(entry);
  return isQuestion(safe)
    ? {
        ...safe,
        exhibits: safe.exhibits.map(highlight),
      }
    : safe;
}

function withMutualEnemies(entries: readonly BankEntry[]): BankEntry[] {
  const enemies = new Map(entries.map(entry => [entry.id, new Set(entry.enemies)]));
  for (const { id, enemies: named } of entries) for (const enemy of named) enemies.get(enemy)?.add(id);
  return entries.map(entry => ({ ...entry, enemies: [...(enemies.get(entry.id) ?? [])].sort() }));
}
