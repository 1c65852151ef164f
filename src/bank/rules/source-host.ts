import type { Rule } from './types.ts';

export const sourceHost: Rule = {
  name: 'source-host',
  severity: 'warning',
  check({ placed, blueprint }, report) {
    const known = new Set(blueprint.sourceHosts);
    for (const item of placed)
      item.entry.sources.forEach(({ url }, index) => {
        const { host } = new URL(url);
        if (!known.has(host))
          report(
            item,
            ['sources', index, 'url'],
            `${host} is not a host that exam.yaml trusts. Find the fact on one of: ${blueprint.sourceHosts.join(', ')}.`,
          );
      });
  },
};
