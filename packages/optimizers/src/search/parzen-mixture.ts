import type { Random } from '../random/random.ts'
import { weightedIndex } from '../random/weighted-index.ts'

/** An index for each of several categorical variables. */
export type Point = readonly number[]

/** A kernel: around what was observed, or the prior where `center` is undefined. */
interface Kernel {
  readonly center: Point | undefined
  readonly weight: number
}

const priorWeight = 1
// The newest observations weigh alike; before them, the older the less.
const flatWeights = 25

/**
 * A density over categorical variables: a mixture with a kernel for each observation and one for the prior,
 * each the product of one distribution for each variable, as in Optuna's multivariate `TPESampler`.
 */
export class ParzenMixture {
  private readonly choices: readonly number[]
  private readonly kernels: readonly Kernel[]
  /** What a kernel gives to each choice before the observed one gets 1 more. */
  private readonly spread: number

  /** Observations are in the order in which they were made; `choices` are counts, one for each variable. */
  constructor(observations: readonly Point[], choices: readonly number[]) {
    const centers = observations.map((center, index) => ({
      center,
      weight: observationWeight(index, observations.length),
    }))
    this.choices = choices
    this.kernels = [...centers, { center: undefined, weight: priorWeight }]
    this.spread = priorWeight / this.kernels.length
  }

  sample(random: Random): number[] {
    const drawn = weightedIndex(
      this.kernels.map(({ weight }) => weight),
      random,
    )
    const center = this.kernels[drawn ?? 0]?.center
    return this.choices.map((count, variable) => {
      const total = this.total(count, center)
      const observed = center?.[variable]
      // Either the observed choice, by the part that is its own, or any.
      if (observed !== undefined && random.next() * total < 1) return observed
      return random.below(count)
    })
  }

  logDensity(point: Point): number {
    let density = 0
    let weights = 0
    for (const { center, weight } of this.kernels) {
      weights += weight
      density += weight * this.kernelDensity(point, center)
    }
    return Math.log(density / weights)
  }

  private kernelDensity(point: Point, center: Point | undefined): number {
    return this.choices.reduce((product, count, variable) => {
      const observed = center !== undefined && center[variable] === point[variable] ? 1 : 0
      return (product * (this.spread + observed)) / this.total(count, center)
    }, 1)
  }

  private total(count: number, center: Point | undefined): number {
    return this.spread * count + (center === undefined ? 0 : 1)
  }
}

/** Optuna's weights: 1 for the newest 25, before them rising evenly from almost nothing. */
function observationWeight(index: number, count: number): number {
  const ramp = count - flatWeights
  if (index >= ramp) return 1
  const start = 1 / count
  return ramp === 1 ? start : start + ((1 - start) * index) / (ramp - 1)
}
