import type { CompileProgress } from './compile-progress.ts'
import { columnsOf, fitColumns, plainLine } from './fit-columns.ts'

/** Below this share of a run, what is left of it is anyone's guess. */
const tellingShare = 0.03
const leastStage = 12

/** Progress in one line of at most so many columns; a long stage gives way to the figures. */
export function progressLine(progress: CompileProgress, columns: number): string {
  const figures = figuresOf(progress).join(', ')
  const room = Math.max(leastStage, columns - columnsOf(figures) - 2)
  return fitColumns(`${fitColumns(plainLine(progress.stage), room)}: ${figures}`, columns)
}

function figuresOf({ best, candidates, calls, costUSD, ...pace }: CompileProgress): string[] {
  return [
    ...(best === undefined ? [] : [`best ${best.toFixed(3)}`]),
    ...(candidates === undefined ? [] : [counted(candidates, 'candidate')]),
    counted(calls, 'call'),
    costUSD === null ? 'cost unknown' : dollars(costUSD),
    duration(pace.elapsed),
    ...timeLeft(pace),
  ]
}

function timeLeft({
  elapsed,
  share,
  isLast,
}: Pick<CompileProgress, 'elapsed' | 'share' | 'isLast'>): string[] {
  if (isLast || share === undefined || share < tellingShare || share >= 1) return []
  return [`about ${duration((elapsed * (1 - share)) / share)} left`]
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

// Cents say nothing of a run that costs less than a dollar.
function dollars(usd: number): string {
  return `$${usd.toFixed(usd < 1 ? 4 : 2)}`
}

function duration(seconds: number): string {
  const whole = Math.round(seconds)
  if (whole < 60) return `${whole} s`
  const minutes = Math.floor(whole / 60)
  if (minutes < 60) return `${minutes} min ${whole % 60} s`
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}
