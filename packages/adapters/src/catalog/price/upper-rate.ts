import type { Rate } from './rates.ts'

/** The dearest of some rates for a request of at most so many input tokens. */
export function upperRate(inputTokens: number, ...rates: readonly (Rate | undefined)[]): number {
  return Math.max(
    ...rates.flatMap((rate = 0) =>
      typeof rate === 'number'
        ? [rate]
        : [
            rate.base,
            ...rate.tiers.filter(({ start }) => start < inputTokens).map(({ price }) => price),
          ],
    ),
  )
}
