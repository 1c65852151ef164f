/*
 * The look of every page. Colours are roles, set once for light and once for dark, each pair of text and ground at least
 * 4.5 to 1 (WCAG 2.2, contrast minimum). Class names are part of the contract: good, bad, quiet, number, prose, scroll, bar.
 */

/** The style sheet of a page, to stand in its head. */
export const style = `
:root {
  color-scheme: light dark;
  --ground: #ffffff; --raised: #f5f6f8; --text: #1c2430; --quiet: #56606f; --line: #d4d9e0;
  --link: #0b5cad; --good: #17692f; --bad: #b3261e; --mark: #3569b4;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #14181f; --raised: #1e242d; --text: #e4e8ee; --quiet: #a3adba; --line: #38414d;
    --link: #7db7ff; --good: #6fd08c; --bad: #ff948a; --mark: #6ea3ee;
  }
}
* { box-sizing: border-box; }
html { background: var(--ground); color: var(--text); font: 1rem/1.55 system-ui, sans-serif; }
body { max-width: 52rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; overflow-wrap: anywhere; }
h1 { font-size: 1.7rem; line-height: 1.25; margin: 0 0 .5rem; }
h2 { font-size: 1.25rem; margin: 2.25rem 0 .5rem; padding-bottom: .25rem; border-bottom: 1px solid var(--line); }
h3 { font-size: 1.05rem; margin: 1.75rem 0 .5rem; }
p, ul, ol, dl, pre, figure { margin: .5rem 0; }
a { color: var(--link); }
a:focus-visible, .scroll:focus-visible, summary:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
code, pre { font: .9em/1.45 ui-monospace, "Cascadia Mono", Menlo, Consolas, monospace; }
code { background: var(--raised); padding: .05em .3em; border-radius: 3px; }
pre { background: var(--raised); border: 1px solid var(--line); border-radius: 5px; padding: .7rem; overflow-x: auto;
  overflow-wrap: normal; }
pre code { background: none; padding: 0; }
.scroll { overflow-x: auto; margin: .75rem 0; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
caption { text-align: left; color: var(--quiet); padding-bottom: .35rem; }
th, td { text-align: left; vertical-align: top; padding: .35rem .75rem .35rem 0; border-bottom: 1px solid var(--line);
  overflow-wrap: normal; }
thead th { color: var(--quiet); font-weight: 600; }
tbody th { font-weight: 400; }
.number { text-align: right; }
.number, td .bad, td .good { white-space: nowrap; }
.prose { white-space: pre-line; }
li { margin: .3rem 0; }
.good { color: var(--good); font-weight: 600; }
.bad { color: var(--bad); font-weight: 600; }
.quiet, footer { color: var(--quiet); }
.bar { display: inline-block; width: 5rem; max-width: 100%; height: .65rem; background: var(--line);
  vertical-align: middle; border-radius: 2px; overflow: hidden; }
.bar > span { display: block; height: 100%; background: var(--mark); }
svg, img { max-width: 100%; height: auto; }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; list-style: none; padding: 0; }
footer { margin-top: 3rem; font-size: .9rem; }
.skip { position: absolute; left: -100vw; }
.skip:focus { position: static; }
@media (max-width: 30rem) {
  .bar { display: none; }
  ul, ol { padding-left: 1.5rem; }
}
@media print {
  :root { --ground: #fff; --raised: #fff; --text: #000; --quiet: #333; --line: #999; --link: #000; --good: #000;
    --bad: #000; --mark: #555; }
  html { font-size: 10.5pt; }
  body { max-width: none; padding: 0; }
  nav, .skip { display: none; }
  h2, h3 { break-after: avoid; }
  tr, li, pre, figure { break-inside: avoid; }
  pre { white-space: pre-wrap; }
  .scroll { overflow: visible; }
  .bar { border: 1px solid #555; print-color-adjust: exact; }
}
`;
