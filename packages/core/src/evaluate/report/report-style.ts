/** How a report looks, in light and in dark; sections that are not in view are not laid out. */
export const reportStyle = `
:root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif }
body { max-width: 70rem; margin: 2rem auto; padding: 0 1rem; background: Canvas; color: CanvasText }
h1 { font-size: 1.5rem } h3, h4 { margin: .75rem 0 .25rem; font-size: .9rem }
dl { display: grid; grid-template-columns: minmax(6rem, max-content) 1fr; gap: .25rem 1rem; margin: 0 }
dt { color: GrayText } dd { margin: 0; min-width: 0 }
pre { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; font: .85rem/1.45 ui-monospace, monospace }
fieldset { border: 0; padding: 0; margin: 1rem 0; display: flex; gap: 1rem }
section { content-visibility: auto; contain-intrinsic-size: auto 200rem }
.row { border-top: 1px solid color-mix(in srgb, CanvasText 20%, transparent) }
.row > summary { display: flex; gap: 1rem; padding: .25rem 0; cursor: pointer }
.row > :not(summary) { margin-inline-start: 1rem }
.row b { width: 3.5rem } .failing b { color: light-dark(#b00020, #ff8a80) }
.passing b { color: light-dark(#00662b, #7ddc9b) }
.preview { flex: 1; overflow: hidden; white-space: nowrap; text-overflow: ellipsis }
.n { color: GrayText; font-variant-numeric: tabular-nums; white-space: nowrap }
.call > pre { margin-inline-start: 1rem }
main[data-show=failing] .passing, main[data-show=passing] .failing { display: none }
`
