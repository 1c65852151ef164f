import type { BankEntry } from '../question/types.ts';
import type { Blueprint } from './blueprint.ts';
import type { Guide } from './guide.ts';
import { byPlace, hasErrors, type Issue } from './issue.ts';
import { parseBlueprint, parseTopic } from './parse.ts';
import { parseGuide } from './parse-guide.ts';
import { applyRules } from './rules/index.ts';

/** A file of a bank: its path relative to the bank, with `/`, and its text or why it cannot be read. */
export interface BankFile {
  readonly path: string;
  read(): { readonly text: string } | { readonly issue: Issue };
}

export interface BankFiles {
  readonly blueprint: BankFile;
  /** The reading guide, where a bank has one. */
  readonly guide?: BankFile | undefined;
  readonly topics: readonly (BankFile & { readonly domain: string })[];
}

/** A bank as it is written, and what is wrong with it. */
export interface CheckedBank {
  /** In order of place. */
  readonly issues: readonly Issue[];
  /** Absent when there are errors. */
  readonly content?: BankContent;
}

export interface BankContent {
  readonly blueprint: Blueprint;
  readonly guide?: Guide | undefined;
  readonly entries: readonly BankEntry[];
}

/**
 * Reads the files of a bank into its content, or into everything that is wrong with it. The whole bank is held against
 * schema and rules, wherever a fault may be. Texts are as written: `compileBank` makes them fit to be shown.
 */
export function checkBank(files: BankFiles): CheckedBank {
  const { blueprint, issues: blueprintIssues } = readFile(files.blueprint, text =>
    parseBlueprint(files.blueprint.path, text),
  );
  if (!blueprint) return { issues: blueprintIssues };
  const slugs = new Set(blueprint.domains.map(domain => domain.slug));
  const strangers = files.topics.filter(topic => !slugs.has(topic.domain)).map(strangerIssue);
  const parsed = files.topics
    .filter(topic => slugs.has(topic.domain))
    .map(topic => readFile(topic, text => parseTopic(topic.path, text, topic.domain, blueprint)));
  const guide = files.guide && readFile(files.guide, guideIn(files.guide.path, blueprint));
  const placed = parsed.flatMap(topic => topic.placed ?? []);
  const issues = [
    ...blueprintIssues,
    ...(guide?.issues ?? []),
    ...strangers,
    ...parsed.flatMap(topic => topic.issues),
    ...applyRules({ blueprint, placed }),
  ].sort(byPlace);
  if (hasErrors(issues)) return { issues };
  return { issues, content: { blueprint, guide: guide?.guide, entries: placed.map(({ entry }) => entry) } };
}

const guideIn = (path: string, blueprint: Blueprint) => (text: string) => parseGuide(path, text, blueprint);

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
