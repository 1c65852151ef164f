import { markup, type Content, type Markup } from './markup.ts';

/** A column: its heading, and whether it holds numbers, which stand at the right. */
export interface Column {
  readonly heading: string;
  readonly isNumber?: boolean;
}

/**
 * A real table: a caption, a heading over each column, and the first cell of each row as that row's heading. Rows have a
 * cell for each column. It scrolls by itself where a page is too narrow for it.
 */
export const table = (
  caption: string,
  columns: readonly Column[],
  rows: readonly (readonly Content[])[],
): Markup =>
  markup`<div class="scroll" role="region" aria-label="${caption}" tabindex="0">
<table>
<caption>${caption}</caption>
<thead><tr>${columns.map(headingOf)}</tr></thead>
<tbody>
${rows.map(row => markup`<tr>${row.map((cell, index) => cellOf(cell, index, columns[index]))}</tr>\n`)}</tbody>
</table>
</div>`;

const numeric = markup` class="number"`;

const headingOf = ({ heading, isNumber }: Column): Markup =>
  markup`<th scope="col"${isNumber ? numeric : undefined}>${heading}</th>`;

const cellOf = (cell: Content, index: number, column: Column | undefined): Markup =>
  index === 0
    ? markup`<th scope="row">${cell}</th>`
    : markup`<td${column?.isNumber ? numeric : undefined}>${cell}</td>`;
