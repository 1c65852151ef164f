import { wrapAnsi } from 'fast-wrap-ansi';
import stringWidth from 'fast-string-width';
import type { Theme } from '../theme.ts';

/** Columns that a text takes on screen, escape sequences not counted. */
export const widthOf = (text: string): number => stringWidth(text);

/** Columns that are drawn in: one is left free, since some terminals break a line that fills the last. */
export const screenWidth = (columns: number): number => Math.max(10, Math.min(columns - 1, 100));

/** Lines of at most `width` columns, broken at words, and inside a word where one is wider than the line. */
export function wrap(text: string, width: number): string[] {
  return wrapAnsi(text, Math.max(width, 8), { hard: true })
    .split('\n')
    .map(line => line.trimEnd());
}

/** The same for a line that is indented: what is broken off goes on two columns further in. */
export function wrapIndented(line: string, width: number): string[] {
  if (widthOf(line) <= width) return [line];
  const indent = line.length - line.trimStart().length;
  if (indent + 2 > width / 2) return wrap(line, width);
  return wrap(line.trimStart(), width - indent - 2).map(
    (part, index) => ' '.repeat(index === 0 ? indent : indent + 2) + part,
  );
}

/** Lines for a reader, broken at words, but for those with an address, which stays whole to be followed. */
export const readable = (lines: readonly string[], width: number): string[] =>
  lines
    .flatMap(line => line.split('\n'))
    .flatMap(line => (line.includes('://') ? [line] : wrapIndented(line, width)));

/** The same behind a label: the label before the first line, spaces before the others. */
export function hang(label: string, text: string, width: number): string[] {
  const indent = widthOf(label);
  return wrap(text, width - indent).map((line, index) => (index === 0 ? label : ' '.repeat(indent)) + line);
}

/** Short pieces side by side, three columns apart, on as few lines as hold them; a piece is not broken. */
export function flow(pieces: readonly string[], width: number): string[] {
  const lines: string[] = [];
  for (const piece of pieces) {
    const joined = lines.length === 0 ? piece : `${lines.at(-1)}   ${piece}`;
    if (lines.length > 0 && widthOf(joined) <= width) lines[lines.length - 1] = joined;
    else lines.push(piece);
  }
  return lines;
}

/** Text with its `backticked` parts marked as code; the backticks stay where there is no colour to mark them. */
export function prose(text: string, theme: Theme): string {
  return text.replace(/`([^`\n]+)`/g, (ticked: string, code: string) => {
    const marked = theme.code(code);
    return marked === code ? ticked : marked;
  });
}

/** Two texts at the ends of one line, or one below the other where they do not fit. */
export function apart(left: string, right: string, width: number): string[] {
  const gap = width - widthOf(left) - widthOf(right);
  if (right === '') return wrapIndented(left, width);
  return gap >= 2 ? [left + ' '.repeat(gap) + right] : [...wrapIndented(left, width), ...wrap(right, width)];
}

/** At most `width` columns of a line, with a sign where something was cut off. Plain text only. */
export function clip(line: string, width: number, more: string): string {
  if (widthOf(line) <= width) return line;
  const signs = [...line];
  let kept = '';
  for (const sign of signs) {
    if (widthOf(kept + sign) > width - more.length) break;
    kept += sign;
  }
  return kept + more;
}

/** `right` of `of` as a bar of `width` signs. */
export function bar(right: number, of: number, width: number, theme: Theme): string {
  const filled = of === 0 ? 0 : Math.round((right / of) * width);
  return theme.glyph.full.repeat(filled) + theme.glyph.empty.repeat(width - filled);
}
