import { proseOf, withoutCode } from '../prose.ts';
import type { Rule } from './types.ts';

/** Names of exam.yaml as they are written in prose. In backticks, exhibits and addresses they are code. */
export const productSpelling: Rule = {
  name: 'product-spelling',
  severity: 'warning',
  check({ placed, blueprint }, report) {
    const names = blueprint.spellings.map(name => ({ name, anyhow: anyhow(name) }));
    for (const item of placed)
      for (const { path, text } of proseOf(item)) {
        const prose = withoutCode(text);
        for (const { name, anyhow: written } of names) {
          const wrong = prose.match(written)?.find(found => found.replace(/\s+/g, ' ') !== name);
          if (wrong !== undefined)
            report(item, path, `"${wrong}" is written "${name}"; a command or field goes in backticks.`);
        }
      }
  },
};

/** The name in any capitals, its words joined, spaced or hyphenated. */
const anyhow = (name: string): RegExp =>
  new RegExp(`(?<![\\w-])${name.split(' ').map(escaped).join('[\\s-]?')}(?!\\w)`, 'gi');

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
