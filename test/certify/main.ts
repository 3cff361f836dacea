import { parseArgs } from 'node:util'
import { type Cell, runCell } from './cell.ts'
import { controls, runControl } from './controls.ts'
import { approximateCells, exactCells } from './grid.ts'
import { showMonitor } from './monitor.ts'
import { cellHeading, cellLine, rate } from './report.ts'
import { rateLimit } from './verdict.ts'

// node --conditions=@ockham/source certify/main.ts --repetitions 200 --seed 1
const { values } = parseArgs({
  options: {
    repetitions: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '0' },
  },
})
const repetitions = Number(values.repetitions)
const seed = Number(values.seed)
const limit = rateLimit(repetitions)
let failures = 0

function show(title: string, cells: readonly Cell[], offset: number): void {
  console.log(`\n${title}\n${cellHeading}`)
  for (const [index, cell] of cells.entries()) {
    const result = runCell(cell, repetitions, seed * 1_000_003 + offset + index)
    const cellLimit = rateLimit(repetitions, cell.test)
    if (result.errorRate > cellLimit) failures += 1
    console.log(cellLine(result, cellLimit))
  }
}

console.log(
  `Wrong certificates among 7 candidates, alpha 0.05, ${repetitions} repetitions a cell, looking after every example.`,
)
show('Exact: bets against the mean. Every cell must stay within the limit.', exactCells, 0)
show(
  'Approximate: paired z at planned looks. Nothing proves it; its limit is that of an error of 0.06.',
  approximateCells,
  1000,
)

console.log('\nMistakes on purpose: each must be above the limit.')
for (const [index, control] of controls.entries()) {
  const errorRate = runControl(control, repetitions, seed * 1_000_003 + 2000 + index)
  if (errorRate <= limit) failures += 1
  console.log(
    `${rate(errorRate)}  ${rate(limit)}  ${errorRate > limit ? 'ok   ' : 'BELOW'}  ${control.name}`,
  )
}

if (!showMonitor(seed)) failures += 1

console.log(failures === 0 ? '\nAll as it must be.' : `\n${failures} not as they must be.`)
process.exitCode = failures === 0 ? 0 : 1
