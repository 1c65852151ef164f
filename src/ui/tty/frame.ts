import { counted } from '../../counted.ts';
import { clip, screenWidth, widthOf } from '../render/text.ts';
import type { Theme } from '../theme.ts';

export interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** How much of the body is shown: what scrolling needs to know. */
export interface Layout {
  readonly scroll: number;
  readonly height: number;
  readonly total: number;
  /** Part of an exhibit is folded away. */
  readonly isFolded: boolean;
}

export interface Frame {
  /** The lines above the input line, if there is one; else all of them. */
  readonly lines: readonly string[];
  /** The label of an open text field, which stands below `lines`. */
  readonly input: string | undefined;
  readonly footer: readonly string[];
  readonly layout: Layout;
}

export interface Body {
  readonly lines: readonly string[];
  /** The line that must be seen: the cursor's, or where the verdict begins. */
  readonly focus: readonly [first: number, last: number];
  readonly isFolded?: boolean;
}

/** The parts of a screen. Header and footer give way where the window is low; the body scrolls. */
export interface Parts {
  readonly header: readonly string[];
  /** The label of an open text field, and what is typed into it. */
  readonly input: string | undefined;
  readonly typed: string;
  readonly footer: readonly string[];
  /** The body for so many rows. */
  body(room: number): Body;
  /** First line shown; undefined brings the focus into sight. */
  readonly scroll: number | undefined;
}

/** Puts the parts together as at most `rows - 1` lines. */
export function frameOf(parts: Parts, size: Size, theme: Theme): Frame {
  const width = screenWidth(size.columns);
  const { input } = parts;
  const header = size.rows < 14 ? parts.header.slice(0, 1) : parts.header;
  // Where there is room, a long notice leaves the keys below it in sight.
  const footer = parts.footer.slice(0, Math.max(1, Math.floor(size.rows / (size.rows < 20 ? 4 : 3))));
  const typed = input === undefined ? 0 : typedRows(input + parts.typed, size.columns);
  const room = Math.max(1, size.rows - 1 - header.length - footer.length - typed);
  const body = parts.body(room);
  const height = body.lines.length > room ? Math.max(1, room - 1) : room;
  const layout = layOut(body, parts.scroll, height);
  const below = body.lines.length - layout.scroll - layout.height;
  const shown = body.lines.slice(layout.scroll, layout.scroll + layout.height);
  const more =
    body.lines.length > room && room > 1
      ? [theme.dim(clip(moreLine(layout.scroll, Math.max(0, below)), width, theme.glyph.more))]
      : [];
  return { lines: [...header, ...shown, ...more], input, footer, layout };
}

/** Rows that a line takes which the terminal breaks where it ends. */
const typedRows = (text: string, columns: number) => Math.floor(widthOf(text) / columns) + 1;

const moreLine = (above: number, below: number) =>
  [
    above > 0 ? `${counted(above, 'line')} above: PgUp` : '',
    below > 0 ? `${counted(below, 'more line')}: PgDn` : '',
  ]
    .filter(Boolean)
    .join(', ');

function layOut(
  { lines, focus, isFolded = false }: Body,
  scroll: number | undefined,
  height: number,
): Layout {
  const most = Math.max(0, lines.length - height);
  const [first, last] = focus;
  const wanted =
    scroll ??
    (last < height ? 0 : Math.min(first, last - height + 1 > first ? first : Math.max(0, last - height + 1)));
  return { scroll: Math.min(Math.max(0, wanted), most), height, total: lines.length, isFolded };
}
