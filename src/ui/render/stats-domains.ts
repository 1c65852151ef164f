import { counted } from '../../counted.ts';
import { printable } from '../../printable.ts';
import type { DomainLine, Line } from '../../stats/domains.ts';
import type { Overview } from '../../stats/overview.ts';
import type { Share } from '../../stats/share.ts';
import type { Theme } from '../theme.ts';
import { bar, flow, hang, widthOf, wrap } from './text.ts';

/** Columns that domains take side by side; below, each takes lines of its own. */
const tableWidth = 78;
/** Columns that a row takes besides its title and trend. */
const besideTitle = 51;
/** Shares of fewer tries than this are counts and nothing more. */
const tellingTries = 5;

/** Domains, weakest first: a heading, the lines of each, with those of its objectives where `detailed`, and what is left out. */
export interface DomainTable {
  readonly heading: string;
  readonly domains: readonly (readonly string[])[];
  readonly foot: readonly string[];
}

export function domainTable(seen: Overview, width: number, theme: Theme, detailed: boolean): DomainTable {
  const longest = (of: (domain: DomainLine) => string) =>
    Math.max(0, ...seen.domains.map(domain => widthOf(of(domain))));
  const room = Math.min(25, width - besideTitle - longest(trendWord));
  const title = Math.min(
    room,
    Math.max(
      6,
      longest(domain => printable(domain.title)),
    ),
  );
  const isTable = width >= tableWidth;
  const heading = isTable
    ? `${'Domain'.padEnd(title)} weight  first tries right         90% memory  last`
    : 'Domains, first tries right, 90% interval';
  return {
    heading: theme.strong(heading),
    domains: seen.domains.map(domain => [
      ...(isTable ? tableRow(domain, title, seen, theme) : stackedRow(domain, seen, theme, width)),
      ...(detailed ? domain.objectives.flatMap(line => objectiveRow(line, seen, theme, width)) : []),
    ]),
    foot:
      seen.elsewhere > 0
        ? wrap(
            `${counted(seen.elsewhere, 'answer')} to domains that this exam no longer has ${seen.elsewhere === 1 ? 'is' : 'are'} left out.`,
            width,
          )
        : [],
  };
}

function tableRow(domain: DomainLine, column: number, seen: Overview, theme: Theme): string[] {
  const { first } = domain;
  const tries = first.of === 0 ? '-' : `${first.right} of ${first.of}`;
  const cells = [
    short(printable(domain.title), column, theme).padEnd(column),
    `${domain.weight}%`.padStart(6),
    tries.padStart(10),
    (first.of >= tellingTries ? bar(first.right, first.of, 8, theme) : '').padEnd(8),
    (first.of >= tellingTries ? interval(first) : 'too few').padStart(10),
    memoryWord(domain.memory).padStart(6),
    lastWord(domain, seen).padStart(5),
  ];
  return [`${cells.join(' ')}${trendWord(domain)}`.trimEnd()];
}

const short = (title: string, width: number, theme: Theme) =>
  widthOf(title) <= width ? title : title.slice(0, width - theme.glyph.more.length) + theme.glyph.more;

function stackedRow(domain: DomainLine, seen: Overview, theme: Theme, width: number): string[] {
  const { first, weight, memory } = domain;
  const isTelling = first.of >= tellingTries;
  const pieces = [
    isTelling ? bar(first.right, first.of, 8, theme) : '',
    first.of === 0 ? 'no first tries' : `${first.right} of ${first.of}`,
    first.of > 0 ? (isTelling ? interval(first) : 'too few to say') : '',
    memory === undefined ? '' : `memory ${memoryWord(memory)}`,
    domain.last === undefined ? '' : `last ${lastWord(domain, seen)}`,
    trendWord(domain).trim(),
  ];
  return [
    ...wrap(`${printable(domain.title)} (${weight}%)`, width),
    ...flow(
      pieces.filter(piece => piece !== ''),
      width - 2,
    ).map(line => `  ${line}`),
  ];
}

function objectiveRow(line: Line, seen: Overview, theme: Theme, width: number): string[] {
  const { first } = line;
  const tries = first.of === 0 ? 'no first tries' : `${first.right} of ${first.of}`;
  const range = first.of >= tellingTries ? `, ${interval(first)}` : '';
  const last = line.last === undefined ? '' : `, last ${lastWord(line, seen)}`;
  return hang(
    '    ',
    `${printable(line.title)} ${theme.dim(`${theme.glyph.dot} ${tries}${range}${last}`)}`,
    width,
  );
}

const percent = (share: number) => Math.round(share * 100);
export const interval = ({ low, high }: Share) => `${percent(low)} to ${percent(high)}%`;
const memoryWord = (memory: number | undefined) => (memory === undefined ? '-' : `${percent(memory)}%`);
const trendWord = ({ trend }: DomainLine) => (trend === 'up' || trend === 'down' ? ` ${trend}` : '');

/** How long ago, in days. */
function lastWord({ last }: Line, { today }: Overview): string {
  if (last === undefined) return '-';
  return last >= today ? 'today' : `${today - last} d`;
}
