import { kinds } from '../question/kinds/index.ts';
import { expand } from '../question/pattern.ts';
import type { BankEntry, Card, Question, QuestionKind } from '../question/types.ts';
import type { Blueprint } from './blueprint.ts';
import type { Issue } from './issue.ts';
import {
  blueprintSchema,
  entrySchemas,
  type WrittenBlueprint,
  type WrittenCard,
  type WrittenQuestion,
} from './schema.ts';
import { unprintableAdvice, unprintableTexts } from './texts.ts';
import { readYaml, schemaIssues, type YamlFile } from './yaml-file.ts';

/** An entry with the way to its place, which rules need to point at a part of it. */
export interface Placed {
  readonly entry: BankEntry;
  readonly written: Readonly<Record<string, unknown>>;
  readonly file: YamlFile;
  readonly path: readonly (string | number)[];
}

/** Reads `exam.yaml`. The blueprint is undefined when it has errors. */
export function parseBlueprint(file: string, text: string): { blueprint?: Blueprint; issues: Issue[] } {
  const yaml = readYaml(file, text);
  const issues = [...yaml.issues];
  if (issues.length > 0) return { issues };
  issues.push(...schemaIssues(yaml, [], blueprintSchema, yaml.value));
  if (issues.length > 0) return { issues };
  const written = yaml.value as WrittenBlueprint;
  const total = written.domains.reduce((sum, domain) => sum + domain.weight, 0);
  if (Math.abs(total - 100) > 1e-9)
    issues.push(
      yaml.issueAt(['domains'], 'weights', `the weights add up to ${total}, not 100. Mend the weights.`),
    );
  const objectives = written.domains.flatMap((domain, index) =>
    domain.objectives.map(({ slug }, place) => ({
      slug,
      path: ['domains', index, 'objectives', place, 'slug'],
    })),
  );
  for (const [index, { slug, path }] of objectives.entries())
    if (objectives.findIndex(other => other.slug === slug) < index)
      issues.push(
        yaml.issueAt(
          path,
          'duplicate-objective',
          `"${slug}" is an objective already. Give this one a slug of its own.`,
        ),
      );
  written.domains.forEach((domain, index) => {
    if (written.domains.findIndex(other => other.slug === domain.slug) < index)
      issues.push(
        yaml.issueAt(
          ['domains', index, 'slug'],
          'duplicate-domain',
          `"${domain.slug}" is listed twice. Remove one.`,
        ),
      );
  });
  if (issues.length > 0) return { issues };
  const warnings = unprintableTexts(written).map(({ path }) =>
    yaml.issueAt(path, 'control-characters', unprintableAdvice, 'warning'),
  );
  return {
    issues: warnings,
    blueprint: {
      id: written.id,
      title: written.title,
      questions: written.questions,
      minutes: written.minutes,
      passMark: written['pass-mark'],
      examKinds: written['exam-kinds'],
      sourceHosts: written['source-hosts'],
      spellings: written.spellings ?? [],
      resources: written.resources,
      flags: (written.flags ?? []).map(({ command, synonyms }) => ({
        command,
        synonyms: synonyms.map(({ flags, value }) => ({ flags, value: value ?? false })),
      })),
      domains: written.domains,
    },
  };
}

/** Reads one topic file of a domain: the entries that fit the schema, and issues for those that do not. */
export function parseTopic(
  file: string,
  text: string,
  domain: string,
  blueprint: Blueprint,
): { placed: Placed[]; issues: Issue[] } {
  const yaml = readYaml(file, text);
  const issues = [...yaml.issues];
  if (issues.length > 0) return { placed: [], issues };
  const list = (yaml.value as { questions?: unknown } | null)?.questions;
  if (!Array.isArray(list)) {
    issues.push(
      yaml.issueAt([], 'missing-field', 'a topic file holds one list. Begin it with "questions:".'),
    );
    return { placed: [], issues };
  }
  for (const key of Object.keys(yaml.value as object))
    if (key !== 'questions')
      issues.push(
        yaml.issueAt(
          [key],
          'unknown-field',
          `"${key}" is not a field of a topic file; "questions" is the only one.`,
          'error',
          true,
        ),
      );
  const placed = list.flatMap((written: unknown, index): Placed[] => {
    const path = ['questions', index];
    const found = entryIssues(yaml, path, written);
    issues.push(...found);
    if (found.length > 0) return [];
    const entry = toEntry(
      written as Record<string, unknown>,
      domain,
      { file, line: yaml.lineOf('questions', index) },
      blueprint,
    );
    return [{ entry, written: written as Record<string, unknown>, file: yaml, path }];
  });
  return { placed, issues };
}

function entryIssues(yaml: YamlFile, path: readonly (string | number)[], written: unknown): Issue[] {
  if (typeof written !== 'object' || written === null || Array.isArray(written))
    return [yaml.issueAt(path, 'wrong-value', 'a question is a map of fields. Begin it with "- id:".')];
  const kind = (written as { kind?: unknown }).kind;
  const schema =
    typeof kind === 'string' && Object.hasOwn(entrySchemas, kind) ? entrySchemas[kind] : undefined;
  const known = Object.keys(entrySchemas).join(', ');
  if (kind === undefined)
    return [yaml.issueAt(path, 'missing-field', `"kind" is missing. Write one of: ${known}.`)];
  if (!schema)
    return [
      yaml.issueAt(
        [...path, 'kind'],
        'unknown-kind',
        `"${String(kind)}" is not a kind. Write one of: ${known}.`,
      ),
    ];
  return schemaIssues(yaml, path, schema, written);
}

function toEntry(
  written: Record<string, unknown>,
  domain: string,
  place: BankEntry['place'],
  blueprint: Blueprint,
): BankEntry {
  return written['kind'] === 'card'
    ? toCard(written as WrittenCard, domain, place)
    : toQuestion(written as WrittenQuestion, domain, place, blueprint);
}

function toCard(written: WrittenCard, domain: string, place: BankEntry['place']): Card {
  return { ...written, domain, place, tags: written.tags ?? [], enemies: written.enemies ?? [] };
}

function toQuestion(
  written: WrittenQuestion,
  domain: string,
  place: BankEntry['place'],
  blueprint: Blueprint,
): Question {
  const kind = (kinds as Record<string, QuestionKind>)[written.kind] as QuestionKind;
  const response = kind.respond(written);
  return {
    id: written.id,
    revision: written.revision,
    kind: written.kind,
    domain,
    objective: written.objective,
    difficulty: written.difficulty,
    stem: written.stem.trim(),
    exhibits: written.exhibits ?? [],
    rationale: written.rationale.trim(),
    response:
      response.shape === 'text'
        ? { ...response, flags: flagsFor(firstSpelling(response.answers[0] as string), blueprint) }
        : response,
    sources: written.sources,
    versions: written.versions,
    tags: written.tags ?? [],
    enemies: written.enemies ?? [],
    place,
  };
}

/** What an answer begins with; an unreadable pattern is a fault that its kind reports. */
function firstSpelling(pattern: string): string {
  try {
    return expand(pattern)[0] ?? pattern;
  } catch {
    return pattern;
  }
}

/** The flag synonyms of the longest command that an answer begins with. */
function flagsFor(answer: string, { flags }: Blueprint) {
  const fitting = flags.filter(({ command }) => `${answer} `.startsWith(`${command} `));
  return fitting.sort((a, b) => b.command.length - a.command.length)[0]?.synonyms ?? [];
}
