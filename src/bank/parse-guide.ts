import { nearest } from '../nearest.ts';
import type { Blueprint } from './blueprint.ts';
import type { Guide } from './guide.ts';
import { guideSchema, type WrittenGuide } from './guide-schema.ts';
import type { Issue } from './issue.ts';
import { unprintableAdvice, unprintableTexts } from './texts.ts';
import { readYaml, schemaIssues, type YamlFile } from './yaml-file.ts';

/** Reads `guide.yaml`. The guide is undefined when it has errors. */
export function parseGuide(
  file: string,
  text: string,
  blueprint: Blueprint,
): { guide?: Guide; issues: Issue[] } {
  const yaml = readYaml(file, text);
  if (yaml.issues.length > 0) return { issues: [...yaml.issues] };
  const found = schemaIssues(yaml, [], guideSchema, yaml.value);
  if (found.length > 0) return { issues: found };
  const written = yaml.value as WrittenGuide;
  const errors = [
    ...repeated(
      yaml,
      written.items.map(({ id }, index) => [id, ['items', index, 'id']]),
    ),
    ...repeated(
      yaml,
      written.objectives.map(({ objective }, index) => [objective, ['objectives', index, 'objective']]),
    ),
    ...unknownNames(yaml, written, blueprint),
  ];
  if (errors.length > 0) return { issues: errors };
  const { items, objectives } = written;
  return { guide: { items, objectives }, issues: warnings(yaml, written, blueprint) };
}

type Named = readonly [name: string, path: readonly (string | number)[]];

function repeated(yaml: YamlFile, names: readonly Named[]): Issue[] {
  const seen = new Set<string>();
  return names.flatMap(([name, path]) => {
    if (!seen.has(name)) {
      seen.add(name);
      return [];
    }
    return [yaml.issueAt(path, 'guide-repeated', `"${name}" stands here already. Remove one.`)];
  });
}

function unknownNames(yaml: YamlFile, { items, objectives }: WrittenGuide, blueprint: Blueprint): Issue[] {
  const unknown = (names: readonly Named[], known: readonly string[], what: string) =>
    names
      .filter(([name]) => !known.includes(name))
      .map(([name, path]) => {
        const near = nearest(name, known);
        const hint = near ? `Did you mean "${near}"?` : 'Add it, or remove this.';
        return yaml.issueAt(path, `unknown-${what}`, `no ${what} is called "${name}". ${hint}`);
      });
  const slugs = blueprint.domains.flatMap(domain => domain.objectives.map(({ slug }) => slug));
  return [
    ...unknown(
      objectives.map(({ objective }, index) => [objective, ['objectives', index, 'objective']]),
      slugs,
      'objective',
    ),
    ...unknown(
      objectives.flatMap(({ items: ids }, index) =>
        ids.map((id, place): Named => [id, ['objectives', index, 'items', place]]),
      ),
      items.map(({ id }) => id),
      'item',
    ),
    ...objectives.flatMap(({ items: ids }, index) =>
      repeated(
        yaml,
        ids.map((id, place) => [id, ['objectives', index, 'items', place]]),
      ),
    ),
  ];
}

/** What a learner can do without: items that nobody is sent to, and objectives without reading. */
function warnings(yaml: YamlFile, written: WrittenGuide, blueprint: Blueprint): Issue[] {
  const used = new Set(written.objectives.flatMap(({ items }) => items));
  const covered = new Set(written.objectives.map(({ objective }) => objective));
  const warn = (path: readonly (string | number)[], rule: string, message: string) =>
    yaml.issueAt(path, rule, message, 'warning');
  return [
    ...written.items.flatMap(({ id }, index) =>
      used.has(id)
        ? []
        : [
            warn(
              ['items', index, 'id'],
              'unused-item',
              `no objective names "${id}". Name it under one, or remove it.`,
            ),
          ],
    ),
    ...blueprint.domains
      .flatMap(({ objectives }) => objectives)
      .filter(({ slug }) => !covered.has(slug))
      .map(({ slug }) =>
        warn(['objectives'], 'no-reading', `nothing is listed for "${slug}". Add what to read for it.`),
      ),
    ...unprintableTexts(written).map(({ path }) => warn(path, 'control-characters', unprintableAdvice)),
  ];
}
