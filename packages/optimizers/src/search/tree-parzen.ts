import { OptionError } from '@ockham/core'
import { checkSeed } from '../options/check-seed.ts'
import { checkWholeNumber } from '../options/check-whole-number.ts'
import { derivedRandom } from '../random/derived-random.ts'
import type { Random } from '../random/random.ts'
import { ParzenMixture } from './parzen-mixture.ts'

/** A value for each variable: the index of one of its choices. */
export type Assignment = Readonly<Record<string, number>>

/** An assignment and how good it was found to be; higher is better. */
export interface Trial {
  readonly assignment: Assignment
  readonly value: number
}

/** All that a search has to remember. Plain JSON. */
export interface TreeParzenState {
  /** Assignments that were asked for. */
  readonly asked: number
  /** In the order in which they were told. */
  readonly trials: readonly Trial[]
}

/** What is searched. */
export interface TreeParzenOptions {
  /** How many choices each variable has, by its name. */
  variables: Readonly<Record<string, number>>
  seed: number
  /** The state of a search with the same options, to go on with it. */
  state?: TreeParzenState
}

const startupTrials = 10
const candidates = 24
const mostGood = 25

/**
 * A tree-structured Parzen estimator over categorical variables, told the values of what it proposes. As
 * Optuna's `TPESampler(multivariate=True)`: 10 random trials; then, of 24 draws from a density of the best
 * tenth of the trials, the one that is likeliest under it compared with a density of the others. Bergstra et
 * al., "Algorithms for Hyper-Parameter Optimization". The random numbers are not Optuna's.
 */
export class TreeParzen {
  private readonly names: readonly string[]
  private readonly choices: readonly number[]
  private readonly seed: number
  private asked: number
  private readonly trials: Trial[]

  /** Throws `OptionError` when there is no variable, one has no choices, or the seed is not a whole number. */
  constructor({ variables, seed, state }: TreeParzenOptions) {
    checkSeed(seed)
    // Sorted, so that the order in which an object was built changes nothing.
    this.names = Object.keys(variables).toSorted()
    if (this.names.length === 0) {
      throw new OptionError(
        'variables',
        'must name at least one variable and its count of choices.',
      )
    }
    this.choices = this.names.map((name) => variables[name] ?? 0)
    for (const [index, name] of this.names.entries()) {
      checkWholeNumber(`variables.${name}`, this.choices[index] ?? 0, 1)
    }
    this.seed = seed
    this.asked = state?.asked ?? 0
    this.trials = [...(state?.trials ?? [])]
  }

  /** What to try next. May be asked for several before the first is told. */
  ask(): Assignment {
    const random = derivedRandom(this.seed, this.asked)
    this.asked += 1
    const startup = this.trials.length < startupTrials
    const point = startup
      ? this.choices.map((count) => random.below(count))
      : this.mostPromising(random)
    return Object.fromEntries(this.names.map((name, index) => [name, point[index] ?? 0]))
  }

  /** How good an assignment was; also one that was not asked for. Throws `OptionError` when the value is not finite. */
  tell(assignment: Assignment, value: number): void {
    if (!Number.isFinite(value)) {
      throw new OptionError('value', `must be a finite number, not ${value}.`)
    }
    for (const [index, name] of this.names.entries()) {
      const choice = assignment[name] ?? -1
      if (Number.isInteger(choice) && choice >= 0 && choice < (this.choices[index] ?? 0)) continue
      throw new OptionError(`assignment.${name}`, `must be an index of its choices, not ${choice}.`)
    }
    this.trials.push({ assignment, value })
  }

  get state(): TreeParzenState {
    return { asked: this.asked, trials: [...this.trials] }
  }

  private mostPromising(random: Random): readonly number[] {
    const [good, others] = this.densities()
    let best: readonly number[] = []
    let bestRatio = Number.NEGATIVE_INFINITY
    for (let draw = 0; draw < candidates; draw += 1) {
      const point = good.sample(random)
      const ratio = good.logDensity(point) - others.logDensity(point)
      if (ratio <= bestRatio) continue
      best = point
      bestRatio = ratio
    }
    return best
  }

  /** Of the best tenth of the trials, and of the others. */
  private densities(): [ParzenMixture, ParzenMixture] {
    const goodCount = Math.min(Math.ceil(this.trials.length / 10), mostGood)
    const descending = [...this.trials.keys()].toSorted(
      (one, other) => this.valueOf(other) - this.valueOf(one) || one - other,
    )
    const good = new Set(descending.slice(0, goodCount))
    const points = this.trials.map(({ assignment }) =>
      this.names.map((name) => assignment[name] ?? 0),
    )
    return [
      new ParzenMixture(
        points.filter((_, index) => good.has(index)),
        this.choices,
      ),
      new ParzenMixture(
        points.filter((_, index) => !good.has(index)),
        this.choices,
      ),
    ]
  }

  private valueOf(index: number): number {
    return this.trials[index]?.value ?? 0
  }
}
