import { parse, View } from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';

/**
 * Draws a plot as SVG, without a browser and without a network. The only importer of the plotting library, which is large:
 * to be loaded only when a page is made. Colours are CSS variables of the page that the plot stands in.
 */
export async function plotSvg(plot: object): Promise<string> {
  const { spec } = compile({ ...look, ...plot } as TopLevelSpec);
  const view = new View(parse(spec), { renderer: 'none' });
  const svg = await view.toSVG();
  view.finalize();
  return svg;
}

const look = {
  background: 'transparent',
  autosize: { type: 'fit-x', contains: 'padding' },
  config: {
    aria: false,
    font: 'system-ui, sans-serif',
    view: { stroke: null },
    axis: {
      labelColor: 'var(--quiet)',
      titleColor: 'var(--quiet)',
      gridColor: 'var(--line)',
      domainColor: 'var(--line)',
      tickColor: 'var(--line)',
      labelFontSize: 12,
      titleFontSize: 12,
      titleFontWeight: 'normal',
    },
    text: { color: 'var(--text)', fontSize: 12 },
  },
};
