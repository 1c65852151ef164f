import { isQuestion } from '../../question/types.ts';
import { yamlFaultIn } from '../yaml-file.ts';
import type { Rule } from './types.ts';

/** What says why a text is not of its language, by language; others are not checked. */
const faultIn: Readonly<Record<string, (text: string) => string | undefined>> = {
  yaml: yamlFaultIn,
  json(text) {
    try {
      JSON.parse(text);
      return undefined;
    } catch (error) {
      return (error as Error).message;
    }
  },
};

export const exhibitSyntax: Rule = {
  name: 'exhibit-syntax',
  severity: 'warning',
  check({ placed }, report) {
    for (const item of placed) {
      if (!isQuestion(item.entry)) continue;
      item.entry.exhibits.forEach(({ language, text }, index) => {
        const fault = Object.hasOwn(faultIn, language) ? faultIn[language]?.(text) : undefined;
        if (fault !== undefined)
          report(
            item,
            ['exhibits', index, 'text'],
            `cannot be read as ${language}: ${fault}. Mend it, or name another language.`,
          );
      });
    }
  },
};
