import { counted } from '../../counted.ts';
import type { Exhibit } from '../../question/types.ts';
import type { Theme } from '../theme.ts';
import { clip, widthOf, wrapIndented } from './text.ts';

/** An exhibit's lines, coloured as its bank was compiled, wrapped to `width` columns. */
export function exhibitLines(exhibit: Exhibit, width: number, theme: Theme): string[] {
  const plain = exhibit.text.replace(/\n$/, '').split('\n');
  return plain.flatMap((line, index) => {
    const runs = exhibit.runs?.[index] ?? [['', line] as const];
    const texts = withoutTabs(runs.map(([, text]) => text));
    const coloured = runs.map(([name], at) => theme.run(name, texts[at] as string)).join('');
    return widthOf(texts.join('')) <= width ? [coloured] : wrapIndented(texts.join(''), width);
  });
}

const tabStop = 8;

/** Texts of one line, one after the other, with spaces for tabs: a frame must know how wide a line is. */
function withoutTabs(texts: readonly string[]): string[] {
  let column = 0;
  return texts.map(text =>
    text.replace(/[^\t]+|\t/g, part => {
      const spaced = part === '\t' ? ' '.repeat(tabStop - (column % tabStop)) : part;
      column += widthOf(spaced);
      return spaced;
    }),
  );
}

/** How to see what is folded away, where PgDn does it. */
export const unfolds = 'PgDn unfolds, e shows all';

/** However low the window, this much of each exhibit is shown: its frame and a line. */
const fewestRows = 3;

/**
 * Exhibits one below the other, each in a frame, that share so many rows; Infinity leaves them whole. What does not fit is
 * folded away, and `hint` says in the frame's foot how to see it.
 */
export function framedExhibits(
  exhibits: readonly Exhibit[],
  width: number,
  room: number,
  theme: Theme,
  hint?: string,
): { lines: string[]; isFolded: boolean } {
  const rows = Math.max(fewestRows, Math.floor(room / Math.max(1, exhibits.length)));
  const framed = exhibits.map(exhibit => framedExhibit(exhibit, width, rows, theme, hint));
  return {
    lines: framed.flatMap(({ lines }) => ['', ...lines]),
    isFolded: framed.some(({ hidden }) => hidden > 0),
  };
}

/** An exhibit in a frame of `width` columns and at most `rows` lines, and how many of its lines are hidden. */
export function framedExhibit(
  exhibit: Exhibit,
  width: number,
  rows: number,
  theme: Theme,
  hint = 'e shows all',
): { lines: string[]; hidden: number } {
  const { corners, light, side, more } = theme.glyph;
  const inner = width - 4;
  const lines = exhibitLines(exhibit, inner, theme);
  const room = Math.max(rows - 2, 1);
  const shown = lines.length > room ? lines.slice(0, room) : lines;
  const title = clip(exhibit.title ?? exhibit.language, inner - 2, more);
  const hidden = lines.length - shown.length;
  const foot = hidden > 0 ? clip(` ${counted(hidden, 'more line')}: ${hint} `, inner, more) : '';
  const framed = [
    theme.dim(corners[0] + ' ') +
      title +
      theme.dim(` ${light.repeat(Math.max(0, width - widthOf(title) - 4))}${corners[1]}`),
    ...shown.map(
      line =>
        `${theme.dim(side)} ${line}${' '.repeat(Math.max(0, inner - widthOf(line)))} ${theme.dim(side)}`,
    ),
    theme.dim(corners[2]) +
      foot +
      theme.dim(light.repeat(Math.max(0, width - widthOf(foot) - 2)) + corners[3]),
  ];
  return { lines: framed, hidden };
}
