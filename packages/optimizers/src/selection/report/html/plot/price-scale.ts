import { priceText } from '../../price-text.ts'
import { logScale } from './log-scale.ts'
import type { Pixels, Scale, Tick } from './scale.ts'

const laneWidth = 90

/** A scale of prices. */
export interface PriceScale extends Scale<number | null> {
  /** Where the logarithmic part begins, behind the lanes of prices that have no place in it; absent where there are none. */
  readonly lanesEnd?: number
}

/**
 * A logarithmic scale of US dollars per 1,000 examples, for prices of one; those that are 0 or not known have lanes of their own
 * at the left.
 */
export function priceScale(prices: readonly (number | null)[], [from, to]: Pixels): PriceScale {
  const positive = prices.filter((price) => price !== null && price > 0).map(perThousand)
  const lanes: Tick[] = []
  const addLane = (label: string): void => {
    lanes.push({ at: from + laneWidth * (lanes.length + 0.5), label })
  }
  if (prices.includes(null)) addLane(priceText(null))
  const unknownAt = lanes[0]?.at ?? from
  if (prices.some((price) => price !== null && price <= 0)) addLane('free')
  const freeAt = lanes.at(-1)?.at ?? from
  const lanesEnd = from + laneWidth * lanes.length
  const log = positive.length > 0 ? logScale(positive, [lanesEnd, to]) : undefined
  return {
    at: (price) => {
      if (price === null) return unknownAt
      return price > 0 && log ? log.at(perThousand(price)) : freeAt
    },
    ticks: [...lanes, ...(log?.ticks.map(({ at, label }) => ({ at, label: `$${label}` })) ?? [])],
    ...(lanes.length > 0 ? { lanesEnd } : {}),
  }
}

function perThousand(costPerExampleUSD: number | null): number {
  return (costPerExampleUSD ?? 0) * 1000
}
