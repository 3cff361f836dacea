/** How the page of a selection looks, in light and in dark, and on paper. */
export const pageStyle = `
:root { color-scheme: light dark; --ground: #fff; --text: #1b1f24; --muted: #59636e; --line: #d8dde3; --card: #f5f7f9;
  --accent: #0a62c4; --good: #12703a; --bad: #b3261e; --warn: #8a5a00; font: 15px/1.55 system-ui, sans-serif }
@media (prefers-color-scheme: dark) { :root { --ground: #14171b; --text: #e6e9ed; --muted: #9aa4af; --line: #333a43; --card: #1d2127;
  --accent: #6fb1ff; --good: #62cf8b; --bad: #ff8b81; --warn: #efb64f } }
body { max-width: 68rem; margin: 2.5rem auto; padding: 0 1.25rem; background: var(--ground); color: var(--text) }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .25rem; overflow-wrap: anywhere }
h2 { font-size: 1.15rem; margin: 2.75rem 0 .75rem }
p { margin: .5rem 0 } .subtitle, figcaption, .note { color: var(--muted); font-size: .87rem }
.statement { margin: 1.5rem 0; padding: 1rem 1.25rem; background: var(--card); border-inline-start: 4px solid var(--muted); border-radius: 4px }
.statement.certified { border-color: var(--good) } .statement.open { border-color: var(--warn) }
.statement .sentence { font-size: 1.15rem; line-height: 1.5; overflow-wrap: anywhere }
.badge { font-weight: 650 } .certified .badge { color: var(--good) } .open .badge { color: var(--warn) }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1.25rem; margin: 1rem 0 }
dt { color: var(--muted) } dd { margin: 0; min-width: 0; overflow-wrap: anywhere }
.scroll { overflow-x: auto } table { border-collapse: collapse; width: 100%; font-size: .84rem; font-variant-numeric: tabular-nums }
th, td { padding: .35rem .5rem; text-align: start; vertical-align: top; border-bottom: 1px solid var(--line) }
th { color: var(--muted); font-weight: 550; white-space: nowrap } .number { text-align: end; white-space: nowrap }
.candidates td { white-space: nowrap } .candidates td.model { white-space: normal; overflow-wrap: anywhere; min-width: 11rem }
tr.chosen { background: var(--card) } tr.chosen .model { font-weight: 650 }
td.certified { color: var(--good) } td.rejected, .error { color: var(--bad) } td.undecided { color: var(--warn) } td.not-needed { color: var(--muted) }
.disagreements td { overflow-wrap: anywhere; min-width: 5rem } .disagreements .number { min-width: 0; width: 1% } .disagreements tr.chosen { background: none }
.disagreements td.inputs { width: 34% } .disagreements td.model { min-width: 9rem } .disagreements tbody tr:last-child td, .disagreements td[rowspan] { border-bottom: 1px solid var(--muted) }
.value { white-space: pre-wrap } summary { cursor: pointer }
pre { margin: .35rem 0 0; white-space: pre-wrap; overflow-wrap: anywhere; font: .82rem/1.45 ui-monospace, monospace }
figure { margin: 0; break-inside: avoid } svg { display: block; width: 100%; height: auto; overflow: visible }
svg text { font: 11.5px system-ui, sans-serif; fill: var(--text) } svg .tick, svg .name { fill: var(--muted) } svg .name { font-size: 12px }
svg .label { paint-order: stroke; stroke: var(--ground); stroke-width: 3px; stroke-linejoin: round } svg .label.chosen { font-weight: 650 }
svg .grid { stroke: var(--line); stroke-width: 1 } svg .axis { stroke: var(--muted); stroke-width: 1 }
svg .lanes { stroke: var(--line); stroke-width: 2 } svg line.required { stroke: var(--warn); stroke-width: 1.5; stroke-dasharray: 6 4 }
svg text.required { fill: var(--warn) } svg .front { fill: none; stroke: var(--accent); stroke-width: 1.5; opacity: .55 }
svg .point { color: var(--muted) } svg .certified { color: var(--good) } svg .rejected { color: var(--bad) } svg .undecided { color: var(--warn) }
svg .mark { fill: currentColor; stroke: currentColor; stroke-width: 1.5 } svg .hollow .mark { fill: var(--ground) }
svg .interval { fill: none; stroke: currentColor; stroke-width: 1.25; opacity: .75 } svg .hollow .interval { opacity: .35 }
svg .ring { fill: none; stroke: var(--accent); stroke-width: 2.5 } svg .trace { fill: none; stroke: currentColor; stroke-width: 1.75 }
svg .bar.spent { fill: var(--accent) } svg .bar.whole { fill: var(--muted); opacity: .45 }
@media print { body { margin: 0; max-width: none } }
`
