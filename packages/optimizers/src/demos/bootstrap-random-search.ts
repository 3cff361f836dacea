import type { Module } from '@ockham/core'
import type { CompilePlan } from '../estimate/compile-plan.ts'
import type { Compiled, Optimizer, TrainOptions } from '../optimizer.ts'
import { checkThreshold } from '../options/check-threshold.ts'
import { checkWholeNumber } from '../options/check-whole-number.ts'
import type { DataRoles } from '../run/data-roles.ts'
import type { Entry } from '../validation/leaderboard.ts'
import { type SearchContext, search } from '../validation/search.ts'
import {
  checkSearchOptions,
  type ResolvedSearch,
  type SearchOptions,
  searchDefaults,
} from '../validation/search-options.ts'
import { searchPlan } from '../validation/search-plan.ts'
import type { SearchProgress, SearchReport } from '../validation/search-report.ts'
import { setSizes } from '../validation/set-sizes.ts'
import { demoSet, withDemos } from './demo-sets.ts'
import { prepareTeacher } from './prepare-teacher.ts'

/** How to search for demonstrations; the options of `BootstrapFewShot` mean the same here. */
export interface BootstrapRandomSearchOptions<Gold extends object, Outputs extends object>
  extends SearchOptions<Gold, Outputs> {
  /** Random sets of demonstrations that are tried beside none, labelled ones, and the first ones; 16 by default. */
  numCandidatePrograms?: number
  /** A validation score that is good enough to stop at. */
  stopAtScore?: number
  metricThreshold?: number
  maxBootstrappedDemos?: number
  maxLabeledDemos?: number
  maxRounds?: number
}

type Resolved<Gold extends object, Outputs extends object> = ResolvedSearch<Gold, Outputs> &
  Required<Omit<BootstrapRandomSearchOptions<Gold, Outputs>, 'metricThreshold' | 'stopAtScore'>> &
  Pick<BootstrapRandomSearchOptions<Gold, Outputs>, 'metricThreshold' | 'stopAtScore'>

const defaults = {
  ...searchDefaults,
  numCandidatePrograms: 16,
  maxBootstrappedDemos: 4,
  maxLabeledDemos: 16,
  maxRounds: 1,
}

// What making the sets is of the whole, about; the rest is their comparison.
const partOfSets = 0.2
const validationPart = 0.5

/**
 * Tries several sets of demonstrations and keeps the one with the best validation score
 * (dspy.BootstrapFewShotWithRandomSearch). The teacher runs each example once, whatever set it is for.
 */
export class BootstrapFewShotWithRandomSearch<
  Gold extends object = object,
  Outputs extends object = object,
> implements Optimizer<Gold, Outputs, SearchReport, SearchProgress>
{
  private readonly options: Resolved<Gold, Outputs>

  /** Throws `OptionError` for options that cannot be used. */
  constructor(options: BootstrapRandomSearchOptions<Gold, Outputs>) {
    this.options = { ...defaults, ...options }
    checkSearchOptions(this.options)
    checkThreshold(this.options.metricThreshold)
    checkWholeNumber('numCandidatePrograms', this.options.numCandidatePrograms, 0)
    checkWholeNumber('maxBootstrappedDemos', this.options.maxBootstrappedDemos, 1)
    checkWholeNumber('maxLabeledDemos', this.options.maxLabeledDemos, 0)
    checkWholeNumber('maxRounds', this.options.maxRounds, 1)
  }

  /**
   * A copy of the program with the best set of demonstrations. Without a valset half of the trainset is held back
   * for one. Throws `EmptyDatasetError`, `OptionError`, and `AbortError` and `TooManyErrorsError` with `partial`.
   */
  compile<Program extends Module<never, Outputs>>(
    program: Program,
    options: TrainOptions<Program, Gold, Outputs, SearchProgress>,
  ): Promise<Compiled<Program, SearchReport>> {
    const { metric: _, concurrency: __, ...own } = this.options
    const identity = ['BootstrapFewShotWithRandomSearch', own, options.teacher?.dumpState()]
    const setup = {
      identity,
      program,
      data: options,
      options: this.options,
      control: options,
      validationPart,
    }
    return search<Program, Gold, Outputs>(setup, async (context) => {
      const { run, leaderboard, announce } = context
      const entries: Entry<Program>[] = []
      for (
        let number = -3;
        number < this.options.numCandidatePrograms && !run.isOver;
        number += 1
      ) {
        const candidate = await this.candidate(number, program, options.teacher, context)
        entries.push({ label: labelOf(number), program: candidate })
        announce(
          labelOf(number),
          (partOfSets * entries.length) / (this.options.numCandidatePrograms + 3),
        )
      }
      // They race side by side, but where a good score ends the search, one after the other.
      const groups =
        this.options.stopAtScore === undefined ? [entries] : entries.map((one) => [one])
      for (const group of groups) {
        const standings = await leaderboard.enter(group)
        announce('validation')
        if (standings.some(({ isComplete, score }) => isComplete && score >= this.goodEnough))
          return
      }
    })
  }

  private get goodEnough(): number {
    return this.options.stopAtScore ?? Number.POSITIVE_INFINITY
  }

  /** What `compile` would run at most with this data; calls nothing. Throws what it would throw for such data. */
  plan(_program: Module<never, Outputs>, data: DataRoles<Gold>): CompilePlan {
    const { numCandidatePrograms, maxRounds, concurrency } = this.options
    const sizes = setSizes(data, { part: validationPart })
    const work = {
      teacherRuns: sizes.trainset * maxRounds,
      candidates: numCandidatePrograms + 3,
      concurrency,
    }
    return searchPlan(work, sizes)
  }

  private async candidate<Program extends Module<never, Outputs>>(
    number: number,
    program: Program,
    teacher: Module<never, Outputs> | undefined,
    { run, trainset }: SearchContext<Program, Gold, Outputs>,
  ): Promise<Program> {
    const { maxLabeledDemos, seed } = this.options
    // The teacher is the same for all of them, so what it did on an example is known from the first on.
    const taught = prepareTeacher({ student: program, teacher, trainset, maxLabeledDemos, seed })
    const settings = { ...this.options, teacher: taught }
    return withDemos(program, await demoSet(number, { run, student: program, trainset, settings }))
  }
}

function labelOf(number: number): string {
  if (number === -3) return 'no demonstrations'
  if (number === -2) return 'labelled demonstrations'
  return number === -1
    ? 'first bootstrapped demonstrations'
    : `bootstrapped demonstrations ${number + 1}`
}
