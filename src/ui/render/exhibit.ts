import type { Exhibit } from '../../question/types.ts';
import type { Theme } from '../theme.ts';
import { clip, widthOf, wrap } from './text.ts';

/** An exhibit's lines, coloured as its bank was compiled, wrapped to `width` columns. */
export function exhibitLines(exhibit: Exhibit, width: number, theme: Theme): string[] {
  const plain = exhibit.text.replace(/\n$/, '').split('\n');
  return plain.flatMap((line, index) => {
    const runs = exhibit.runs?.[index];
    const coloured = runs ? runs.map(([name, text]) => theme.run(name, text)).join('') : line;
    return widthOf(line) <= width ? [coloured] : wrapKeepingIndent(line, width);
  });
}

/** A long line goes on below itself, two columns further in than it began. */
function wrapKeepingIndent(line: string, width: number): string[] {
  const text = line.trimStart();
  const indent = line.length - text.length;
  if (indent + 2 > width / 2) return wrap(line, width);
  const [first = '', ...rest] = wrap(text, width - indent);
  const others = rest.length > 0 ? wrap(rest.join(' '), width - indent - 2) : [];
  return [' '.repeat(indent) + first, ...others.map(other => ' '.repeat(indent + 2) + other)];
}

/**
 * An exhibit in a frame of `width` columns and at most `rows` lines; what does not fit is named in the frame's foot.
 */
export function framedExhibit(exhibit: Exhibit, width: number, rows: number, theme: Theme): string[] {
  const { corners, light, side, more } = theme.glyph;
  const inner = width - 4;
  const lines = exhibitLines(exhibit, inner, theme);
  const room = Math.max(rows - 2, 1);
  const shown = lines.length > room ? lines.slice(0, room) : lines;
  const title = clip(exhibit.title ?? exhibit.language, inner - 2, more);
  const foot = shown.length < lines.length ? ` ${lines.length - shown.length} more lines: e shows all ` : '';
  return [
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
}
