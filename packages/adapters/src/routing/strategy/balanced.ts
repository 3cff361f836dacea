import { costShare, latencyShare, qualityOf } from './shares.ts'
import type { Strategy } from './strategy.ts'

const weights = { quality: 0.4, cost: 0.3, latency: 0.3 }

/** Weighs quality, price and speed, and steps back from routes that fail or are full. */
export const balanced: Strategy = (route, all) => {
  const merit =
    weights.quality * qualityOf(route) +
    weights.cost * costShare(route, all) +
    weights.latency * latencyShare(route, all)
  return merit * route.successRate * (0.5 + route.freeCapacity / 2)
}
