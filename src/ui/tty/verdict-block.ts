import type { VerdictView } from '../../session/view.ts';
import type { Theme } from '../theme.ts';
import { nearMiss, type Difference } from '../render/diff.ts';
import { shortUrl } from '../render/parts.ts';
import { apart, hang, prose, widthOf } from '../render/text.ts';
import { verdictWords } from '../render/verdict.ts';

const labelWidth = 9;

/** The verdict under its question: right or wrong, the key, why, why not, and what to read. */
export function verdictBlock(view: VerdictView, width: number, theme: Theme): string[] {
  const words = verdictWords(view, index => String(index + 1));
  const { right, wrong } = theme.glyph;
  const sign = view.correct ? theme.good(`${right} Right`) : theme.bad(`${wrong} Wrong`);
  const row = (label: string, text: string) =>
    hang(` ${theme.strong(label.padEnd(labelWidth - 2))} `, text, width);
  const typed =
    'text' in view.answer && 'text' in view.key && !view.correct
      ? nearMiss(view.answer.text, view.key.text)
      : undefined;
  return [
    ...apart(
      ` ${sign}  ${prose(oneLine(words.given, width - 14), theme)}`,
      view.guess ? '(guessing)' : '',
      width,
    ),
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

/** The learner's own answer need not be repeated whole: it stands above. */
const oneLine = (text: string, width: number) =>
  widthOf(text) <= width ? text : `${[...text].slice(0, Math.max(8, width - 3)).join('')}...`;

const differences = (parts: readonly Difference[], theme: Theme) =>
  parts
    .map(({ kind, words }) =>
      kind === 'same' ? words : kind === 'extra' ? theme.bad(`[-${words}-]`) : theme.good(`{+${words}+}`),
    )
    .join(' ');
