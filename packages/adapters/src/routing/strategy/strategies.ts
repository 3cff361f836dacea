import { balanced } from './balanced.ts'
import { capabilityMatch } from './capability-match.ts'
import { costOptimized } from './cost-optimized.ts'
import { latencyOptimized } from './latency-optimized.ts'
import { localFirst } from './local-first.ts'
import { ordered } from './ordered.ts'
import { qualityOptimized } from './quality-optimized.ts'
import type { Strategy, StrategyName } from './strategy.ts'

/** Every strategy by its name. */
export const strategies: Readonly<Record<StrategyName, Strategy>> = {
  balanced,
  cost_optimized: costOptimized,
  latency_optimized: latencyOptimized,
  quality_optimized: qualityOptimized,
  local_first: localFirst,
  capability_match: capabilityMatch,
  ordered,
}
