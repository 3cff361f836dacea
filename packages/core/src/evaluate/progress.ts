/** How far an evaluation is. */
export interface EvaluationProgress {
  readonly done: number
  readonly total: number
  readonly errors: number
  /** Mean score of the rows that are done. */
  readonly score: number
}

/** Where progress is shown: standard error, or what a test puts in its place. */
export interface ProgressOutput {
  readonly isTTY?: boolean
  write(text: string): unknown
}

const barCells = 24
const lines = 10

/** A function that shows progress: a bar that redraws itself on a terminal, ten plain lines elsewhere. */
export function progressDisplay(output: ProgressOutput): (progress: EvaluationProgress) => void {
  let shown = 0
  return (progress) => {
    const { done, total } = progress
    if (output.isTTY === true) {
      output.write(`\r${bar(done / total)} ${summary(progress)}${done === total ? '\n' : ''}`)
      return
    }
    const step = Math.floor((done * lines) / total)
    if (step > shown || done === total) output.write(`${summary(progress)}\n`)
    shown = step
  }
}

function bar(fraction: number): string {
  const filled = Math.round(fraction * barCells)
  return `[${'#'.repeat(filled)}${'.'.repeat(barCells - filled)}]`
}

function summary({ done, total, errors, score }: EvaluationProgress): string {
  const failed = errors > 0 ? `, ${errors} failed` : ''
  return `${done}/${total} rows, score ${score.toFixed(3)}${failed}`
}
