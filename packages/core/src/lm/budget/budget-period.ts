/** Never again, a unit of UTC, or so many milliseconds. */
export type BudgetPeriod = 'run' | 'minute' | 'hour' | 'day' | 'month' | number

const lengthsMs = { minute: 60_000, hour: 3_600_000, day: 86_400_000 } as const

/** When the period that `now` is in ends; all times are milliseconds since 1970. */
export function periodEnd(period: BudgetPeriod, startedAt: number, now: number): number {
  if (period === 'run') return Number.POSITIVE_INFINITY
  if (period === 'month') {
    const date = new Date(now)
    return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1)
  }
  if (typeof period === 'number') return endOfStep(now - startedAt, period) + startedAt
  return endOfStep(now, lengthsMs[period])
}

function endOfStep(now: number, lengthMs: number): number {
  return (Math.floor(now / lengthMs) + 1) * lengthMs
}
