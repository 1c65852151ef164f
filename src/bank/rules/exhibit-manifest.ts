import { nearest } from '../../nearest.ts';
import { isQuestion } from '../../question/types.ts';
import type { Resource } from '../blueprint.ts';
import { readExhibit } from './exhibit-syntax.ts';
import type { Rule } from './types.ts';

/** Manifests in exhibits exist as they are written: kind, apiVersion and fields of `spec`, as exam.yaml lists them. */
export const exhibitManifest: Rule = {
  name: 'exhibit-manifest',
  severity: 'warning',
  check({ placed, blueprint: { resources = [] } }, report) {
    for (const item of placed) {
      if (!isQuestion(item.entry)) continue;
      item.entry.exhibits.forEach((exhibit, index) => {
        const found = readExhibit(exhibit);
        const values = found && 'values' in found ? found.values : [];
        for (const fault of values.flatMap(value => faultIn(value, resources) ?? []))
          report(item, ['exhibits', index, 'text'], fault);
      });
    }
  },
};

function faultIn(value: unknown, resources: readonly Resource[]): string | undefined {
  const { kind, apiVersion, spec } = (value ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof kind !== 'string' || typeof apiVersion !== 'string') return undefined;
  const resource = resources.find(known => known.kind === kind);
  if (resource) return versionFault(resource, apiVersion) ?? fieldFault(resource, spec);
  if (!resources.some(({ versions }) => versions.includes(apiVersion))) return undefined;
  const near = nearest(
    kind,
    resources.map(known => known.kind),
  );
  return `"${kind}" is not a kind of ${apiVersion} that exam.yaml lists. ${near ? `Did you mean "${near}"?` : 'Make sure that it exists, then add it to "resources".'}`;
}

const versionFault = ({ kind, versions }: Resource, apiVersion: string): string | undefined =>
  versions.includes(apiVersion)
    ? undefined
    : `${kind} is not in ${apiVersion}. Write "apiVersion: ${versions.join('" or "')}".`;

/** What a question leaves out to be filled in. */
const gap = /^[_?.…]+$/;

function fieldFault({ kind, spec: known }: Resource, spec: unknown): string | undefined {
  if (!known || typeof spec !== 'object' || spec === null) return undefined;
  const stranger = Object.keys(spec).find(field => !known.includes(field) && !gap.test(field));
  if (stranger === undefined) return undefined;
  const near = nearest(stranger, known);
  return `the spec of a ${kind} has no field "${stranger}". ${near ? `Did you mean "${near}"?` : `Its fields are: ${known.join(', ')}.`}`;
}
