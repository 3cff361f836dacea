import type { RouteFeatures } from './route-features.ts'

/** Scores a route among all that may serve a request; the highest is asked first, ties go by order. */
export type Strategy = (route: RouteFeatures, all: readonly RouteFeatures[]) => number

/** The strategies that have a name. */
export type StrategyName =
  | 'balanced'
  | 'cost_optimized'
  | 'latency_optimized'
  | 'quality_optimized'
  | 'local_first'
  | 'capability_match'
  | 'ordered'
