import type { Theme } from '../theme.ts';
import { printable } from '../../printable.ts';
import { nearMiss, type Difference } from '../render/diff.ts';
import { shortUrl } from '../render/parts.ts';
import { apart, hang, prose, widthOf } from '../render/text.ts';
import { verdictWords, type Judged } from '../render/verdict.ts';

const labelWidth = 9;

/** The verdict under its question: right or wrong, the key, why, why not, and what to read. */
export function verdictBlock(view: Judged, width: number, theme: Theme): string[] {
  const words = verdictWords(view, index => String(index + 1));
  const { right, wrong } = theme.glyph;
  const sign = view.correct ? theme.good(`${right} ${words.mark}`) : theme.bad(`${wrong} ${words.mark}`);
  const row = (label: string, text: string) =>
    hang(` ${theme.strong(label.padEnd(labelWidth - 2))} `, text, width);
  const typed =
    view.compared && !view.correct ? nearMiss(printable(view.compared.typed), view.compared.key) : undefined;
  return [
    ...givenLines(` ${sign} `, prose(words.given, theme), view.guess ? '(guessing)' : '', width),
    ...(words.key === undefined ? [] : hang(` ${theme.strong('Answer')}  `, prose(words.key, theme), width)),
    ...(typed ? row('Differs', differences(typed, theme)) : []),
    '',
    ...row('Why', prose(view.rationale, theme)),
    ...words.reasons.flatMap(({ label, text }) => row(label, prose(text, theme))),
    ...view.sources.flatMap(({ url, section }) =>
      row('Read', `${theme.link(shortUrl(url), url)} (${section})`),
    ),
  ];
}

/** What was given, and at the end of its line that it was a guess; below one another where they do not fit. */
function givenLines(label: string, given: string, guess: string, width: number): string[] {
  const fits = widthOf(label) + widthOf(given) + widthOf(guess) + 2 <= width;
  return fits ? apart(label + given, guess, width) : hang(label, `${given}  ${guess}`.trimEnd(), width);
}

const differences = (parts: readonly Difference[], theme: Theme) =>
  parts
    .map(({ kind, words }) =>
      kind === 'same' ? words : kind === 'extra' ? theme.bad(`[-${words}-]`) : theme.good(`{+${words}+}`),
    )
    .join(' ');
