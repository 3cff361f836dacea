import { type Embedder, type Metric, OptionError } from '@ockham/core'
import { checkSeed } from '../options/check-seed.ts'
import { checkWholeNumber } from '../options/check-whole-number.ts'

/** How to find and make the demonstrations of a call. */
export interface KNNFewShotOptions<Gold extends object, Outputs extends object> {
  /** Examples that are shown, those whose inputs are most like the call's. */
  k: number
  /** Turns inputs into vectors; the trainset is embedded once. */
  embedder: Embedder
  /** Says whether a run of the teacher is worth showing: any score above 0; without it every run is. */
  metric?: Metric<Gold, Outputs>
  /** The least score that is worth showing, instead of any above 0. */
  metricThreshold?: number
  /** Of the nearest examples, those shown by a run of the teacher; the others show their labels. 4 by default. */
  maxBootstrappedDemos?: number
  /** Labelled examples that a teacher without demonstrations is shown; 16 by default. */
  maxLabeledDemos?: number
  /** Tries for each example, from the second at temperature 1; 1 by default. */
  maxRounds?: number
  /** Of every random choice; 0 by default. */
  seed?: number
}

/** The options with every default filled in. */
export type ResolvedKNNFewShot<Gold extends object, Outputs extends object> = Required<
  Omit<KNNFewShotOptions<Gold, Outputs>, 'metric' | 'metricThreshold'>
> &
  Pick<KNNFewShotOptions<Gold, Outputs>, 'metric' | 'metricThreshold'>

const defaults = { maxBootstrappedDemos: 4, maxLabeledDemos: 16, maxRounds: 1, seed: 0 }

/** Fills in the defaults; throws `OptionError` for what cannot be used. */
export function resolveKNNFewShotOptions<Gold extends object, Outputs extends object>(
  options: KNNFewShotOptions<Gold, Outputs>,
): ResolvedKNNFewShot<Gold, Outputs> {
  const resolved = { ...defaults, ...options }
  checkWholeNumber('k', resolved.k, 1)
  if (typeof resolved.embedder !== 'function') {
    throw new OptionError('embedder', 'must be an Embedder: examples are compared by its vectors.')
  }
  checkWholeNumber('maxBootstrappedDemos', resolved.maxBootstrappedDemos, 0)
  checkWholeNumber('maxLabeledDemos', resolved.maxLabeledDemos, 0)
  checkWholeNumber('maxRounds', resolved.maxRounds, 1)
  checkSeed(resolved.seed)
  return resolved
}
