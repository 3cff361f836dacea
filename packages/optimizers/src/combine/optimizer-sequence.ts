import { type Module, scoreInterval } from '@ockham/core'
import type { CompileBudget } from '../budget/compile-budget.ts'
import type { TrainOptions } from '../optimizer.ts'
import { derivedRandom } from '../random/derived-random.ts'
import { shuffle } from '../random/shuffle.ts'
import type { DataRoles } from '../run/data-roles.ts'
import { spendOfFailure } from '../run/spend-of-failure.ts'
import type { TestReport } from '../validation/search-report.ts'
import type { ResolvedBetterTogether, StepSpend } from './better-together-options.ts'
import type { StepReport } from './better-together-report.ts'
import { type Scored, scoreProgram } from './score-program.ts'
import type { SharedBudget } from './shared-budget.ts'

/** What a sequence works with. */
export interface SequenceSetup<
  Program extends Module<never, Outputs>,
  Gold extends object,
  Outputs extends object,
> {
  readonly options: ResolvedBetterTogether<Gold, Outputs>
  readonly data: DataRoles<Gold>
  readonly given: Pick<
    TrainOptions<Program, Gold, Outputs>,
    'teacher' | 'signal' | 'checkpoint' | 'budget'
  >
  readonly budget: SharedBudget
}

interface Stage<Program> {
  readonly program: Program
  readonly step: StepReport
}

/** Programs that come one out of the other, and what is known of each. */
export class OptimizerSequence<
  Program extends Module<never, Outputs>,
  Gold extends object,
  Outputs extends object,
> {
  private readonly setup: SequenceSetup<Program, Gold, Outputs>
  private readonly stages: Stage<Program>[] = []
  /** What a validation has used at most, which is kept for the one after a step. */
  private dearest: StepSpend = { calls: 0, costUSD: 0 }

  constructor(setup: SequenceSetup<Program, Gold, Outputs>) {
    this.setup = setup
  }

  get steps(): readonly StepReport[] {
    return this.stages.map(({ step }) => step)
  }

  /** The position of the first of those with the best score; of the latest program where there is no score. */
  get chosen(): number {
    const scores = this.steps.map(({ score }) => score ?? Number.NEGATIVE_INFINITY)
    const best = Math.max(...scores)
    const latest = this.steps.findLastIndex(({ error }) => error === undefined)
    return best === Number.NEGATIVE_INFINITY ? latest : scores.indexOf(best)
  }

  /** The program at `chosen`; undefined before the first. */
  get best(): Program | undefined {
    return this.stages[this.chosen]?.program
  }

  /** Takes the program that the sequence begins with. */
  async begin(program: Program): Promise<void> {
    await this.add(program, { optimizer: undefined }, '0')
  }

  /** Runs the step with a number from 1; false when the budget does not allow it. */
  async run(number: number, name: string): Promise<boolean> {
    const { options, data, given, budget } = this.setup
    const stage = `${number}-${name}`
    const optimizer = options.optimizers[name]
    const latest = this.stages.at(-1)?.program
    const left = budget.left(stage, this.dearest)
    if (left === undefined || latest === undefined || optimizer === undefined) return false
    const { valset } = data
    const random = derivedRandom(options.seed, number)
    const { program, report } = await optimizer.compile(latest, {
      ...this.control(stage, left),
      trainset: options.shuffleTrainset ? shuffle(data.trainset, random) : data.trainset,
      ...(valset ? { valset } : {}),
      ...(given.teacher ? { teacher: given.teacher } : {}),
      // The public signature of `compile` has matched the examples with the program's inputs.
    } as TrainOptions<Program, Gold, Outputs>)
    budget.spend(report)
    await this.add(program, { optimizer: name, report }, stage)
    return true
  }

  /** Takes notice that a step has failed, which ends the sequence. */
  fail(name: string, error: unknown): void {
    const facts = error instanceof Error ? error : new Error(String(error))
    const { name: kind, message } = facts
    const latest = this.stages.at(-1)
    if (!latest) throw error
    const spend = spendOfFailure(error)
    if (spend) this.setup.budget.spend(spend)
    // A step that was done and could not be validated has its entry already.
    this.stages.push({ ...latest, step: { optimizer: name, error: { name: kind, message } } })
  }

  /** How good the chosen program is on examples that chose nothing; undefined when the budget does not reach so far. */
  async test(examples: readonly Gold[]): Promise<TestReport | undefined> {
    const { best } = this
    const [first] = this.stages
    if (!best || !first) return undefined
    const after = await this.score(best, examples, 'test')
    const before = await this.score(first.program, examples, 'test of the first')
    if (after?.score === undefined || before?.score === undefined) return undefined
    const interval = scoreInterval(after.score, examples.length)
    return { score: after.score, interval, before: before.score }
  }

  private async add(program: Program, step: StepReport, stage: string): Promise<void> {
    const position = this.stages.push({ program, step }) - 1
    const { valset } = this.setup.data
    if (!valset) return
    const scored = await this.score(program, valset, `${stage}.validation`)
    if (scored === undefined) return
    this.dearest = {
      calls: Math.max(this.dearest.calls, scored.calls),
      costUSD: Math.max(this.dearest.costUSD ?? 0, scored.costUSD ?? 0),
    }
    const { score } = scored
    if (score === undefined) return
    const interval = scoreInterval(score, valset.length)
    this.stages[position] = { program, step: { ...step, score, interval } }
  }

  private async score(
    program: Program,
    examples: readonly Gold[],
    stage: string,
  ): Promise<Scored | undefined> {
    const { options, budget } = this.setup
    const left = budget.left(stage)
    if (left === undefined) return undefined
    const { metric, concurrency, maxErrors } = options
    const control = this.control(stage, left)
    const scored = await scoreProgram(program, {
      examples,
      metric,
      control,
      concurrency,
      maxErrors,
    })
    budget.spend(scored)
    return scored
  }

  /** What each stage is told; its checkpoint lies beside that of the whole. */
  private control(
    stage: string,
    budget: CompileBudget,
  ): { budget?: CompileBudget; signal?: AbortSignal; checkpoint?: string } {
    const { signal, checkpoint } = this.setup.given
    return {
      ...(Object.keys(budget).length > 0 ? { budget } : {}),
      ...(signal ? { signal } : {}),
      ...(checkpoint === undefined ? {} : { checkpoint: `${checkpoint}.${stage}` }),
    }
  }
}
