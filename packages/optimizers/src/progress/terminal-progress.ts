import type { ProgressOutput } from '@ockham/core'
import type { CompileProgress } from './compile-progress.ts'
import { columnsOf } from './fit-columns.ts'
import { progressLine } from './progress-line.ts'

/** Where progress is shown: a stream such as standard error. */
export interface TerminalOutput extends ProgressOutput {
  /** Of a terminal. */
  readonly columns?: number
}

/** How to show progress. */
export interface TerminalProgressOptions {
  /** Standard error by default. */
  output?: TerminalOutput
  /** Columns of the line; by default those of the terminal, or 80. */
  width?: number
}

const usualWidth = 80
const plainWidth = 160
/** Seconds between plain lines. */
const plainPause = 3

/**
 * A function for `onProgress` that shows how far a run is: one line that redraws itself on a terminal, and elsewhere a
 * line where the stage changes, at most one every three seconds. It never throws, and ends with a whole line.
 */
export function terminalProgress({
  output = process.stderr,
  width,
}: TerminalProgressOptions = {}): (progress: CompileProgress) => void {
  const redraw = redrawing(output, width)
  const write = plain(output, width)
  return (progress) => {
    try {
      if (output.isTTY === true) redraw(progress)
      else write(progress)
    } catch {
      // A stream that is closed is no reason for a run to fail.
    }
  }
}

function redrawing(output: TerminalOutput, width?: number): (progress: CompileProgress) => void {
  let drawn = 0
  return (progress) => {
    // A terminal that does not know its size says 0. In its last column it may go on to the next line.
    const room = Math.max(1, (width ?? (output.columns || usualWidth)) - 1)
    const line = progressLine(progress, room)
    const columns = columnsOf(line)
    const rest = ' '.repeat(Math.max(0, Math.min(drawn, room) - columns))
    drawn = progress.isLast ? 0 : columns
    output.write(`\r${line}${rest}${progress.isLast ? '\n' : ''}`)
  }
}

function plain(output: TerminalOutput, width = plainWidth): (progress: CompileProgress) => void {
  let stage: string | undefined
  let next = 0
  return (progress) => {
    const { elapsed, isLast } = progress
    const isDue = progress.stage !== stage && elapsed >= next
    if (!isDue && !isLast) return
    // Another run may be shown after this one, with seconds of its own.
    next = isLast ? 0 : elapsed + plainPause
    stage = isLast ? undefined : progress.stage
    output.write(`${progressLine(progress, width)}\n`)
  }
}
