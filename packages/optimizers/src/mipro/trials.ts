import type { Module } from '@ockham/core'
import { derivedRandom } from '../random/derived-random.ts'
import { sample } from '../random/sample.ts'
import { meanScore } from '../search/mean-score.ts'
import type { Assignment } from '../search/tree-parzen.ts'
import { Entrance } from '../validation/entrance.ts'
import type { SearchContext } from '../validation/search.ts'
import { type Combinations, labelOf } from './combinations.ts'
import type { ResolvedMIPRO } from './mipro-options.ts'
import { type MIPROSteps, shareOfSteps, usesMinibatches } from './mipro-plan.ts'

/** How often trials that race side by side are chosen by what was seen before. */
const rounds = 3

/** What there is to try, and how. */
export interface TrialsSetup<
  Program extends Module<never, object>,
  Gold extends object,
  Outputs extends object,
> {
  readonly combinations: Combinations<Program>
  readonly options: ResolvedMIPRO<Gold, Outputs>
  readonly steps: MIPROSteps
}

/** Tries combinations, each chosen by what those before it scored. */
export class Trials<
  Program extends Module<never, Outputs>,
  Gold extends object,
  Outputs extends object,
> {
  private readonly setup: TrialsSetup<Program, Gold, Outputs>
  private readonly context: SearchContext<Program, Gold, Outputs>
  private readonly entrance: Entrance<Program, Gold, Outputs>

  constructor(
    setup: TrialsSetup<Program, Gold, Outputs>,
    context: SearchContext<Program, Gold, Outputs>,
  ) {
    this.setup = setup
    this.context = context
    this.entrance = new Entrance(context)
  }

  /** All trials, or as many as the budget allows; the first is the program as it was given. */
  async run(): Promise<void> {
    const isPartly = usesMinibatches(this.setup.options, this.context.valset.length)
    if (isPartly) await this.onMinibatches()
    else await this.inGroups()
  }

  /** Each on a few examples, and now and then the most promising on all, as DSPy. */
  private async onMinibatches(): Promise<void> {
    const { combinations, options, steps } = this.setup
    await this.evaluate([combinations.first])
    for (let trial = 1; trial <= steps.trials && !this.context.run.isOver; trial += 1) {
      await this.evaluatePartly(combinations.next(), trial)
      const promising = combinations.mostPromising()
      const isTime = trial % options.minibatchFullEvalSteps === 0 || trial === steps.trials
      if (promising && isTime) await this.evaluate([promising])
      this.announce(trial)
    }
  }

  /** A third of them race side by side, and the next third knows what they scored; without races one by one. */
  private async inGroups(): Promise<void> {
    const { combinations, options, steps } = this.setup
    const size = options.race ? Math.ceil(steps.trials / rounds) : 1
    const waiting = [combinations.first]
    if (!options.race) await this.evaluate(waiting.splice(0))
    for (let trial = 0; trial < steps.trials && !this.context.run.isOver; ) {
      const count = Math.min(size, steps.trials - trial)
      const next = Array.from({ length: count }, () => combinations.next())
      await this.evaluate([...waiting.splice(0), ...next])
      trial += count
      this.announce(trial)
    }
  }

  private async evaluate(assignments: readonly Assignment[]): Promise<void> {
    const { combinations } = this.setup
    const entries = assignments.map((assignment) => ({
      label: labelOf(assignment),
      program: combinations.build(assignment),
    }))
    const scores = await this.entrance.enter(entries)
    for (const [index, assignment] of assignments.entries()) {
      const score = scores[index]
      if (score !== undefined) combinations.tell(assignment, score, true)
    }
  }

  private async evaluatePartly(assignment: Assignment, trial: number): Promise<void> {
    const { combinations, options } = this.setup
    const { run, valset } = this.context
    const candidate = run.candidate(combinations.build(assignment))
    const drawn = sample(valset, options.minibatchSize, derivedRandom(options.seed, trial))
    const results = await run.evaluate(drawn.map((gold) => ({ candidate, gold })))
    if (results.includes(undefined)) return
    combinations.tell(assignment, meanScore(results.map((result) => result?.score)), false)
  }

  private announce(trial: number): void {
    const { steps } = this.setup
    const share = shareOfSteps(steps, steps.demoSets, trial)
    this.context.announce(`trial ${trial} of ${steps.trials}`, share)
  }
}
