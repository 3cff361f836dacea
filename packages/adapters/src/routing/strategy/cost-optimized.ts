import { costShare } from './shares.ts'
import type { Strategy } from './strategy.ts'

/** The cheapest first; one that often fails counts as dearer, since its calls are paid twice. */
export const costOptimized: Strategy = (route, all) => costShare(route, all) * route.successRate
