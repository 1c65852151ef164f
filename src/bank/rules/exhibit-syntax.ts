import { isQuestion, type Exhibit } from '../../question/types.ts';
import { documentsIn } from '../yaml-file.ts';
import type { Rule } from './types.ts';

type Read = ReturnType<typeof documentsIn>;

const read = new WeakMap<Exhibit, Read>();

/** What an exhibit holds, read once; undefined for languages that nobody reads. */
export function readExhibit(exhibit: Exhibit): Read | undefined {
  const reader = Object.hasOwn(readers, exhibit.language) ? readers[exhibit.language] : undefined;
  const found = read.get(exhibit) ?? reader?.(exhibit.text);
  if (found) read.set(exhibit, found);
  return found;
}

const readers: Readonly<Record<string, (text: string) => Read>> = {
  yaml: documentsIn,
  json(text) {
    try {
      return { values: [JSON.parse(text)] };
    } catch (error) {
      return { fault: (error as Error).message };
    }
  },
};

export const exhibitSyntax: Rule = {
  name: 'exhibit-syntax',
  severity: 'warning',
  check({ placed }, report) {
    for (const item of placed) {
      if (!isQuestion(item.entry)) continue;
      item.entry.exhibits.forEach((exhibit, index) => {
        const found = readExhibit(exhibit);
        if (found && 'fault' in found)
          report(
            item,
            ['exhibits', index, 'text'],
            `cannot be read as ${exhibit.language}: ${found.fault}. Mend it, or name another language.`,
          );
      });
    }
  },
};
