import { nearest } from '../../nearest.ts';
import { domainOf } from '../blueprint.ts';
import type { Rule } from './types.ts';

export const duplicateId: Rule = {
  name: 'duplicate-id',
  severity: 'error',
  check({ placed }, report) {
    const first = new Map<string, string>();
    for (const item of placed) {
      const { id, place } = item.entry;
      const taken = first.get(id);
      if (taken) report(item, ['id'], `"${id}" is taken by ${taken}. Give this one an id of its own.`);
      else first.set(id, `${place.file}:${place.line}`);
    }
  },
};

export const unknownObjective: Rule = {
  name: 'unknown-objective',
  severity: 'error',
  check({ placed, blueprint }, report) {
    for (const item of placed) {
      const { domain, objective } = item.entry;
      const known = domainOf(blueprint, domain)?.objectives.map(({ slug }) => slug) ?? [];
      if (known.includes(objective)) continue;
      const near = nearest(objective, known);
      const hint = near ? `Did you mean "${near}"?` : `The objectives are: ${known.join(', ')}.`;
      report(item, ['objective'], `"${objective}" is not an objective of ${domain}. ${hint}`);
    }
  },
};

export const idForm: Rule = {
  name: 'id-form',
  severity: 'warning',
  check({ placed }, report) {
    for (const item of placed) {
      const { id, domain, place } = item.entry;
      const topic = place.file.slice(place.file.lastIndexOf('/') + 1).replace(/[.]ya?ml$/, '');
      const wanted = `${domain}-${topic}-`;
      if (!id.startsWith(wanted) || id === wanted)
        report(
          item,
          ['id'],
          `"${id}" does not say where it stands. Write an id that begins with "${wanted}".`,
        );
    }
  },
};
