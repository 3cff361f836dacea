import type { Metric } from '@ockham/core'
import { checkSeed } from '../options/check-seed.ts'
import { checkWholeNumber } from '../options/check-whole-number.ts'

/** How to collect demonstrations. */
export interface BootstrapFewShotOptions<Gold extends object, Outputs extends object> {
  /** Says whether a run of the teacher is worth showing: any score above 0; without it every run is. */
  metric?: Metric<Gold, Outputs>
  /** The least score that is worth showing, instead of any above 0. */
  metricThreshold?: number
  /** Examples whose runs are shown; 4 by default. */
  maxBootstrappedDemos?: number
  /** Demonstrations of each predictor in all, filled up with labelled examples; 16 by default. */
  maxLabeledDemos?: number
  /** Tries for each example, from the second at temperature 1; 1 by default. */
  maxRounds?: number
  /** More failing tries than this end the run; 10 by default. */
  maxErrors?: number
  /** Of every random choice; 0 by default. */
  seed?: number
  /** Examples in flight at a time; 8 by default. */
  concurrency?: number
}

/** The options with every default filled in. */
export type ResolvedBootstrap<Gold extends object, Outputs extends object> = Required<
  Omit<BootstrapFewShotOptions<Gold, Outputs>, 'metric' | 'metricThreshold'>
> &
  Pick<BootstrapFewShotOptions<Gold, Outputs>, 'metric' | 'metricThreshold'>

const defaults = {
  maxBootstrappedDemos: 4,
  maxLabeledDemos: 16,
  maxRounds: 1,
  maxErrors: 10,
  seed: 0,
  concurrency: 8,
}

/** Fills in the defaults; throws `OptionError` for what cannot be used. */
export function resolveBootstrapFewShotOptions<Gold extends object, Outputs extends object>(
  options: BootstrapFewShotOptions<Gold, Outputs>,
): ResolvedBootstrap<Gold, Outputs> {
  const resolved = { ...defaults, ...options }
  checkWholeNumber('maxBootstrappedDemos', resolved.maxBootstrappedDemos, 0)
  checkWholeNumber('maxLabeledDemos', resolved.maxLabeledDemos, 0)
  checkWholeNumber('maxRounds', resolved.maxRounds, 1)
  checkWholeNumber('concurrency', resolved.concurrency, 1)
  if (resolved.maxErrors !== Number.POSITIVE_INFINITY) {
    checkWholeNumber('maxErrors', resolved.maxErrors, 0)
  }
  checkSeed(resolved.seed)
  return resolved
}
