import { Chalk, type ChalkInstance } from 'chalk';

/** How text is marked. Each mark has a word or a glyph beside it wherever it carries meaning. */
export interface Theme {
  readonly unicode: boolean;
  readonly strong: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly good: (text: string) => string;
  readonly bad: (text: string) => string;
  readonly accent: (text: string) => string;
  readonly code: (text: string) => string;
  /** A run of an exhibit, by the class its highlighter gave it. */
  readonly run: (name: string, text: string) => string;
  /** A link where the terminal has them; the text alone elsewhere. */
  readonly link: (text: string, url: string) => string;
  readonly glyph: Glyphs;
}

export interface Glyphs {
  readonly right: string;
  readonly wrong: string;
  readonly cursor: string;
  readonly chosen: string;
  readonly open: string;
  readonly flag: string;
  readonly dot: string;
  readonly full: string;
  readonly empty: string;
  readonly heavy: string;
  readonly light: string;
  readonly side: string;
  readonly corners: readonly [string, string, string, string];
  readonly more: string;
  readonly arrows: string;
}

const unicodeGlyphs: Glyphs = {
  right: '✔',
  wrong: '✘',
  cursor: '❯',
  chosen: '●',
  open: '○',
  flag: '⚑',
  dot: '·',
  full: '█',
  empty: '░',
  heavy: '━',
  light: '─',
  side: '│',
  corners: ['┌', '┐', '└', '┘'],
  more: '…',
  arrows: '↑↓',
};

const asciiGlyphs: Glyphs = {
  right: '+',
  wrong: 'x',
  cursor: '>',
  chosen: '*',
  open: 'o',
  flag: '!',
  dot: '|',
  full: '#',
  empty: '.',
  heavy: '=',
  light: '-',
  side: '|',
  corners: ['+', '+', '+', '+'],
  more: '...',
  arrows: 'up/down',
};

export type ThemeName = 'dark' | 'light' | 'plain';

type Palette = Record<
  'good' | 'bad' | 'accent' | 'code' | 'key' | 'string' | 'number' | 'comment',
  (chalk: ChalkInstance) => ChalkInstance
>;

const palettes: Record<'dark' | 'light', Palette> = {
  dark: {
    good: chalk => chalk.greenBright,
    bad: chalk => chalk.redBright,
    accent: chalk => chalk.cyanBright,
    code: chalk => chalk.yellow,
    key: chalk => chalk.cyan,
    string: chalk => chalk.green,
    number: chalk => chalk.yellow,
    comment: chalk => chalk.gray,
  },
  light: {
    good: chalk => chalk.green,
    bad: chalk => chalk.red,
    accent: chalk => chalk.blue,
    code: chalk => chalk.magenta,
    key: chalk => chalk.blue,
    string: chalk => chalk.green,
    number: chalk => chalk.magenta,
    comment: chalk => chalk.gray,
  },
};

/** The highlighter's class names, by what they are coloured as. */
const runColours: Readonly<Record<string, keyof Palette>> = {
  attr: 'key',
  keyword: 'key',
  built_in: 'key',
  section: 'key',
  string: 'string',
  number: 'number',
  literal: 'number',
  variable: 'number',
  comment: 'comment',
  meta: 'comment',
};

/** `level` is how many colours there are, 0 to 3 as chalk counts; `links` whether the terminal has hyperlinks. */
export function makeTheme(
  name: ThemeName,
  facts: { level: 0 | 1 | 2 | 3; unicode: boolean; links: boolean },
): Theme {
  const chalk = new Chalk({ level: name === 'plain' ? 0 : facts.level });
  const palette = palettes[name === 'light' ? 'light' : 'dark'];
  const paint = (colour: keyof Palette) => (text: string) => palette[colour](chalk)(text);
  return {
    unicode: facts.unicode,
    strong: text => chalk.bold(text),
    dim: text => chalk.dim(text),
    good: paint('good'),
    bad: paint('bad'),
    accent: paint('accent'),
    code: paint('code'),
    run: (className, text) => {
      const colour = runColours[className];
      return colour ? paint(colour)(text) : text;
    },
    link: (text, url) => (facts.links ? `\u001b]8;;${url}\u0007${text}\u001b]8;;\u0007` : text),
    glyph: facts.unicode ? unicodeGlyphs : asciiGlyphs,
  };
}
