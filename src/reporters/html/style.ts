/** The looks of the page: light and dark by the reader's system, A4 on paper. Colour only repeats what a word or mark says. */
export const style = `
:root { color-scheme: light dark; --text: #1c1f23; --page: #ffffff; --soft: #5d6670; --line: #d5dae0; --shade: #f3f5f7;
  --good: #1b7a3d; --bad: #b3261e; --unsure: #8a5a00; --cool: #1f5fa8; --goal: #cfe8d6; }
@media (prefers-color-scheme: dark) { :root { --text: #e6e9ec; --page: #16191d; --soft: #9aa4ae; --line: #363d45;
  --shade: #20252b; --good: #6fd08c; --bad: #ff8a80; --unsure: #f0c060; --cool: #8ab8f0; --goal: #234a30; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 90rem; padding: 1.5rem; color: var(--text); background: var(--page);
  font: 15px/1.5 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
:root:lang(zh) [lang="en"], :root:lang(en) [lang="zh-CN"] { display: none; }
h1 { font-size: 1.5rem; margin: 0; } h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; }
header { display: flex; flex-wrap: wrap; gap: 1rem; justify-content: space-between; align-items: start; }
nav a { margin-right: 1rem; } a { color: var(--cool); }
button { font: inherit; color: inherit; background: none; border: 1px solid var(--line); border-radius: .3rem;
  padding: .1rem .6rem; cursor: pointer; }
button[aria-pressed="true"] { background: var(--shade); font-weight: 600; }
:focus-visible { outline: 3px solid var(--cool); outline-offset: 1px; }
section { content-visibility: auto; contain-intrinsic-size: auto 30rem; }
dl.facts { display: grid; grid-template-columns: max-content 1fr; gap: .1rem 1rem; } dl.facts dd { margin: 0; }
ul.tiles { display: flex; flex-wrap: wrap; gap: .5rem; padding: 0; list-style: none; }
ul.tiles li { border: 1px solid var(--line); border-radius: .4rem; padding: .4rem .8rem; }
ul.tiles b { display: block; font-size: 1.4rem; }
.scroll { overflow: auto; max-height: 85vh; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .25rem .6rem; } tr { border-bottom: 1px solid var(--line); }
thead th { position: sticky; top: 0; background: var(--page); z-index: 1; white-space: nowrap; }
tr.indicator > th { background: var(--shade); } tr.indicator > td { background: var(--shade); }
td.id { padding-left: 1.4rem; } .threshold { white-space: nowrap; } .number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.indicators thead :is(:nth-child(3), :nth-child(5), :nth-child(6)) { text-align: right; } #problems td:last-child { min-width: 12em; }
.badge { font-weight: 600; white-space: nowrap; }
.pass { color: var(--good); } .fail, .error { color: var(--bad); } .undetermined, .warning { color: var(--unsure); }
.no-data, .not-applicable, .off, .suppressed { color: var(--soft); } .small-sample, .notice { color: var(--cool); }
small, .key, .history { color: var(--soft); } .key span { margin-right: 1rem; }
.warn { border: 2px solid var(--bad); padding: .5rem 1rem; }
@media screen { /* Rows of their own, so that those out of sight cost nothing. */
  .indicators { min-width: 74rem; } .indicators, .indicators thead, .indicators tbody { display: block; }
  .indicators tbody { content-visibility: auto; contain-intrinsic-size: auto 9rem; }
  .indicators thead { position: sticky; top: 0; z-index: 1; background: var(--page); }
  .indicators tr { display: grid; grid-template-columns: 3.4rem minmax(10rem, 2fr) 5.6rem 13rem 10.5rem 5.6rem 7rem 8.5rem minmax(11rem, 2fr); }
  .indicators [colspan] { grid-column: span 6; }
}
.counts td:nth-child(n + 4), .counts th:nth-child(n + 4), .numbers td:nth-child(n + 3):nth-child(-n + 10), .numbers th:nth-child(n + 3):nth-child(-n + 10) {
  text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
svg.chart { display: block; width: 180px; height: auto; }
.track { fill: var(--shade); } .goal { fill: var(--goal); } .limit { stroke: var(--text); stroke-width: 1.5; }
.interval { stroke: var(--soft); stroke-width: 1.5; } .band { stroke: var(--unsure); stroke-width: 6; stroke-opacity: .7; }
circle.value { fill: currentColor; stroke: var(--page); stroke-width: 1; }
.end { fill: var(--soft); font-size: 9px; } .end.last { text-anchor: end; }
table.matrix { width: auto; } table.matrix td:not([class]) { color: var(--good); } table.matrix td { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
table.matrix thead th { text-align: right; } table.matrix thead small { display: block; font-weight: 400; }
table.matrix .name { position: sticky; left: 0; background: var(--page); text-align: left; white-space: nowrap; }
table.matrix thead .name { z-index: 2; }
th[aria-sort="ascending"] button::after { content: " \\2191"; } th[aria-sort="descending"] button::after { content: " \\2193"; }
summary { cursor: pointer; } @media (scripting: none) { .later, .controls { display: none; } } dl.facts dt { font-weight: 600; } #definitions dt { font-weight: 600; margin-top: .6rem; } code { font-size: .9em; }
@page { size: A4; margin: 14mm; } @page wide { size: A4 landscape; margin: 10mm; }
@media print {
  body { max-width: none; padding: 0; font-size: 9pt; } .scroll { overflow: visible; max-height: none; }
  nav, .switch, .controls, summary, .waiting { display: none; } thead th, table.matrix .name { position: static; }
  section { content-visibility: visible; } tr, dt, dd { break-inside: avoid; } h2, dt { break-after: avoid; }
  th, td { padding: .1rem .3rem; } .indicators { font-size: 7.5pt; } svg.chart { width: 24mm; }
  #towns, #villages { page: wide; } table.matrix { font-size: 6pt; }
  table.matrix th, table.matrix td { padding: 0 .3em; } table.matrix button { border: 0; padding: 0; }
}
`;
