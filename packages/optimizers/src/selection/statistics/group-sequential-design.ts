import { OptionError } from '@ockham/core'
import { groupSequentialBoundaries } from './group-sequential-boundaries.ts'

/** When one looks, and how sure the answer must be. */
export interface GroupSequentialDesignOptions {
  /** Examples seen at each look, rising; the last is the planned number. */
  looks: readonly number[]
  /** The probability of certifying what is not adequate is about this, at most. */
  errorProbability: number
  /** The probability of giving up on an adequate mean; 0.05 by default, 0 not to give up before the last look. */
  futilityErrorProbability?: number
}

/** What has to be reached at each look: one design serves any number of tests. */
export interface GroupSequentialDesign {
  readonly looks: readonly number[]
  /** The least z that certifies, a look each. */
  readonly boundaries: readonly number[]
  /** The least z against the model that ends its test, a look each; it does not make a certificate any easier. */
  readonly futilityBoundaries: readonly number[]
}

const defaults = { futilityErrorProbability: 0.05 }

/** Plans the looks of `GroupSequentialTest`s; throws `OptionError` for looks that do not rise. */
export function groupSequentialDesign(
  options: GroupSequentialDesignOptions,
): GroupSequentialDesign {
  const { looks, errorProbability, futilityErrorProbability } = { ...defaults, ...options }
  const rising = looks.every((examples, look) => examples > (looks[look - 1] ?? 0))
  if (!rising || looks.length === 0) {
    throw new OptionError('looks', 'must be numbers of examples that rise, such as [50, 100, 200].')
  }
  const fractions = looks.map((examples) => examples / (looks.at(-1) ?? 1))
  return {
    looks,
    boundaries: groupSequentialBoundaries(fractions, errorProbability),
    futilityBoundaries:
      futilityErrorProbability === 0
        ? looks.map(() => Number.POSITIVE_INFINITY)
        : groupSequentialBoundaries(fractions, futilityErrorProbability),
  }
}
