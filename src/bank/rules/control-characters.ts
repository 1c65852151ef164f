import { unprintableAdvice, unprintableTexts } from '../texts.ts';
import type { Rule } from './types.ts';

export const controlCharacters: Rule = {
  name: 'control-characters',
  severity: 'warning',
  check({ placed }, report) {
    for (const item of placed)
      for (const { path } of unprintableTexts(item.written)) report(item, path, unprintableAdvice);
  },
};
