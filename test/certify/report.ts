import type { Cell, CellResult } from './cell.ts'

/** The heading of the lines of `cellLine`. */
export const cellHeading = [
  '    N  compared          discordance  scores       draws     scene             error   limit      power  examples',
].join('\n')

/** One cell as a line of the table. */
export function cellLine(result: CellResult, limit: number): string {
  const { errorRate, power, examples } = result
  return [
    cellName(result.cell),
    rate(errorRate),
    rate(limit),
    (errorRate <= limit ? 'ok' : 'ABOVE').padEnd(5),
    power === undefined ? '' : rate(power),
    examples === undefined ? '' : examples.toFixed(0).padStart(4),
  ]
    .join('  ')
    .trimEnd()
}

/** A rate as it stands in the tables. */
export function rate(value: number): string {
  return value.toFixed(4)
}

function cellName(cell: Cell): string {
  const { size, compared, discordance, distribution, replacement, scene } = cell
  return [
    String(size).padStart(5),
    compared.padEnd(17),
    (discordance?.toString() ?? '').padEnd(11),
    distribution.name.padEnd(11),
    (replacement ? 'with' : 'without').padEnd(8),
    scene.padEnd(16),
  ].join('  ')
}
