import { costShare } from './shares.ts'
import type { Strategy } from './strategy.ts'

/** What does most of what the request needs first; of equal ones the cheapest. */
export const capabilityMatch: Strategy = (route, all) =>
  (route.fit + costShare(route, all) / 10) * route.successRate
