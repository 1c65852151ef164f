import { nearest } from '../../nearest.ts';
import type { Rule } from './types.ts';

export const unknownEnemy: Rule = {
  name: 'unknown-enemy',
  severity: 'error',
  check({ placed }, report) {
    const known = placed.map(({ entry }) => entry.id);
    const ids = new Set(known);
    for (const item of placed)
      item.entry.enemies.forEach((enemy, index) => {
        if (enemy === item.entry.id)
          report(item, ['enemies', index], 'a question cannot be its own enemy. Remove it.');
        if (ids.has(enemy)) return;
        const near = nearest(enemy, known);
        report(
          item,
          ['enemies', index],
          `no question has the id "${enemy}". ${near ? `Did you mean "${near}"?` : 'Remove it.'}`,
        );
      });
  },
};

export const foreignEnemy: Rule = {
  name: 'foreign-enemy',
  severity: 'error',
  check({ placed }, report) {
    const domains = new Map(placed.map(({ entry }) => [entry.id, entry.domain]));
    for (const item of placed)
      item.entry.enemies.forEach((enemy, index) => {
        const domain = domains.get(enemy);
        if (domain !== undefined && domain !== item.entry.domain)
          report(
            item,
            ['enemies', index],
            `"${enemy}" belongs to ${domain}. Enemies are kept apart within one domain; remove it.`,
          );
      });
  },
};
