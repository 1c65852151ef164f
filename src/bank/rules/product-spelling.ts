import { proseOf, withoutCode } from '../prose.ts';
import type { Rule } from './types.ts';

/** Names of exam.yaml as they are written in prose. In backticks, exhibits and addresses they are code. */
export const productSpelling: Rule = {
  name: 'product-spelling',
  severity: 'warning',
  check({ placed, blueprint }, report) {
    if (blueprint.spellings.length === 0) return;
    const anyhow = new RegExp(`(?<![\\w-])(?:${blueprint.spellings.map(loose).join('|')})(?!\\w)`, 'gi');
    const rightOf = new Map(blueprint.spellings.map(name => [bare(name), name]));
    for (const item of placed)
      for (const { path, text } of proseOf(item))
        for (const found of new Set(withoutCode(text).match(anyhow))) {
          const right = rightOf.get(bare(found)) as string;
          if (found.replace(/\s+/g, ' ') !== right)
            report(item, path, `"${found}" is written "${right}"; a command or field goes in backticks.`);
        }
  },
};

/** Matches a name with its words joined, spaced or hyphenated. */
const loose = (name: string) => name.split(' ').map(escaped).join('[\\s-]?');

/** What all ways to write a name have in common. */
const bare = (name: string) => name.toLowerCase().replace(/[\s-]/g, '');

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
