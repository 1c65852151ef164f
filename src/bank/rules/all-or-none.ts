import { asShown } from '../prose.ts';
import { choicesOf } from './choices.ts';
import type { Rule } from './types.ts';

/** An option that points at the others by word: "all of the above". */
const pointing =
  /\b(?:all|none|any|both|neither|either|two) of the (?:above|below|others?|options|answers|choices|preceding)\b|^(?:all|none|both|neither) of (?:these|them)[.]?$/i;

/** An option that points at others by letter or number, which a shuffle would change: "both A and B". */
const lettered =
  /^(?:(?:both|neither|either|only) )?(?:(?:options?|answers?|choices?) )?[A-F]\)?,? (?:and|or|nor|&) (?:(?:option|answer|choice) )?[A-F]\)?[.]?$|\b(?:options?|answers?|choices?) (?:[A-F]|\d)\b/;

/** Such options are solved by logic, not by knowing (Haladyna, Downing and Rodriguez 2002). */
export const allOrNone: Rule = {
  name: 'all-or-none',
  severity: 'warning',
  check({ placed }, report) {
    for (const item of placed)
      for (const { path, text } of choicesOf(item.entry))
        if (pointing.test(asShown(text)) || lettered.test(lowerFirst(asShown(text))))
          report(
            item,
            path,
            `"${asShown(text)}" points at other options, which are shuffled. Write what it claims as an option of its own, or leave it out.`,
          );
  },
};

const lowerFirst = (text: string) => text.replace(/^[A-Z](?=[a-z])/, letter => letter.toLowerCase());
