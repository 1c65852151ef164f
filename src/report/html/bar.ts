import { markup, type Markup } from './markup.ts';

/** A share from 0 to 1 as a bar. It says nothing that the counts beside it do not: screen readers pass it by. */
export const bar = (share: number): Markup =>
  markup`<span class="bar" aria-hidden="true"><span style="width:${Math.round(100 * Math.min(Math.max(share, 0), 1))}%"></span></span>`;
