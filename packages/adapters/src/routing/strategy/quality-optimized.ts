import { costShare, qualityOf } from './shares.ts'
import type { Strategy } from './strategy.ts'

/** The best first; of equal ones the cheapest. */
export const qualityOptimized: Strategy = (route, all) =>
  (qualityOf(route) + costShare(route, all) / 1000) * route.successRate
