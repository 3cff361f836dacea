import { lowShare } from './low-share.ts'
import type { RouteFeatures } from './route-features.ts'

/** Nothing known is neither good nor bad. */
const unknownQuality = 0.5
const unknownLatency = 0.5
/** A price that nobody knows may be any; known ones come first. */
const unknownCost = 0

export function qualityOf({ quality }: RouteFeatures): number {
  return quality ?? unknownQuality
}

/** 1 for the cheapest of all, 0 for an unknown price. */
export function costShare({ costUSD }: RouteFeatures, all: readonly RouteFeatures[]): number {
  return lowShare(
    costUSD,
    all.map((route) => route.costUSD),
    unknownCost,
  )
}

/** 1 for the fastest of all, `unknown` for one that was not measured. */
export function latencyShare(
  { latencyMs }: RouteFeatures,
  all: readonly RouteFeatures[],
  unknown: number = unknownLatency,
): number {
  return lowShare(
    latencyMs,
    all.map((route) => route.latencyMs),
    unknown,
  )
}
