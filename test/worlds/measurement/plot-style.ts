const light = [
  '#2a78d6',
  '#d9541e',
  '#128a5f',
  '#a06c00',
  '#7a4fc9',
  '#c2327e',
  '#4b5563',
  '#0f7f91',
]
const dark = [
  '#6aa9f4',
  '#f28a5c',
  '#45c795',
  '#e0ac3c',
  '#b095ee',
  '#ee7fb4',
  '#a8b0bb',
  '#4cc0d2',
]

/** Colours that can be told apart on light and on dark pages; series are told apart by shape too. */
export const plotStyle: string = [
  '<style>',
  'text { font: 13px system-ui, sans-serif; fill: #1f2328 }',
  '.heading { font-size: 15px; font-weight: 600 }',
  '.quiet { fill: #57606a; font-size: 12px }',
  '.halo { paint-order: stroke; stroke: #ffffff; stroke-width: 4px }',
  '.page { fill: #ffffff } .grid { stroke: #e3e6ea } .axis { stroke: #8c959f }',
  '.reference { stroke: #57606a; stroke-dasharray: 5 4 }',
  ...light.map(series),
  '@media (prefers-color-scheme: dark) {',
  'text { fill: #e6edf3 } .quiet { fill: #9aa4af }',
  '.halo { stroke: #0d1117 }',
  '.page { fill: #0d1117 } .grid { stroke: #262c34 } .axis { stroke: #6e7681 }',
  '.reference { stroke: #9aa4af }',
  ...dark.map(series),
  '}',
  '</style>',
].join('\n')

function series(color: string, index: number): string {
  return `.series-${index} { stroke: ${color}; fill: ${color} }`
}
