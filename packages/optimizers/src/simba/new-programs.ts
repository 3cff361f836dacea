import type { LM, Module } from '@ockham/core'
import { appendAdvice } from '../instructions/advice/append-advice.ts'
import { compareRuns } from '../instructions/advice/compare-runs.ts'
import type { SearchContext } from '../validation/search.ts'
import { appendDemo } from './append-demo.ts'
import type { Bucket } from './bucket.ts'
import { dropDemos } from './drop-demos.ts'
import type { ProgramPool } from './program-pool.ts'
import { rewardedRun } from './rewarded-run.ts'
import type { ResolvedSIMBA } from './simba-options.ts'

/** What a step has to learn from. */
export interface Lessons<Gold extends object> {
  /** Counts from 1. */
  readonly step: number
  readonly buckets: readonly Bucket<Gold>[]
  /** Scores of which a tenth of the runs in the batch are not above. */
  readonly low: number
  /** Scores of which a tenth of the runs in the batch are not below. */
  readonly high: number
}

/** Where new programs come from. */
export interface NewProgramsOptions<Program, Gold extends object, Outputs extends object> {
  readonly options: ResolvedSIMBA<Gold, Outputs>
  readonly promptModel: LM
  readonly pool: ProgramPool<Program>
}

/** `unfit`: the runs teach nothing of that kind. `failed`: the LM had no rule. */
type Outcome = 'changed' | 'unfit' | 'failed'

/** Makes new programs out of drawn ones, each with a demonstration or a rule more. */
export class NewPrograms<
  Program extends Module<never, Outputs>,
  Gold extends object,
  Outputs extends object,
> {
  private readonly setup: NewProgramsOptions<Program, Gold, Outputs>
  private readonly context: SearchContext<Program, Gold, Outputs>

  constructor(
    setup: NewProgramsOptions<Program, Gold, Outputs>,
    context: SearchContext<Program, Gold, Outputs>,
  ) {
    this.setup = setup
    this.context = context
  }

  /** At most one more than `numCandidates`, out of the buckets from which most can be learned. */
  async of(lessons: Lessons<Gold>): Promise<Program[]> {
    const { options, pool } = this.setup
    const { run } = this.context
    const { numCandidates: top, temperatureForCandidates: temperature, maxDemos } = options
    const programs: Program[] = []
    let failures = 0
    for (let place = 0; place < lessons.buckets.length && !run.isOver; place += 1) {
      if (programs.length + failures > top) break
      const program = pool.draw({ top, temperature }, run.random).copy()
      dropDemos(program, maxDemos, run.random)
      const isDemo = maxDemos > 0 && run.random.below(2) === 0
      const outcome = isDemo
        ? this.addDemo(program, lessons, place)
        : await this.addRule(program, lessons, place)
      if (outcome === 'changed') programs.push(program)
      if (outcome === 'failed') failures += 1
    }
    return programs
  }

  private addDemo(program: Program, { buckets, low }: Lessons<Gold>, place: number): Outcome {
    const [good] = buckets[place]?.runs ?? []
    if (good === undefined || good.score <= low) return 'unfit'
    return appendDemo(program, good, this.setup.options.demoInputFieldMaxlen) ? 'changed' : 'unfit'
  }

  private async addRule(program: Program, lessons: Lessons<Gold>, place: number): Promise<Outcome> {
    const { step, buckets, low, high } = lessons
    const { run, announce } = this.context
    const { gold, runs = [] } = buckets[place] ?? {}
    const [good, bad] = [runs[0], runs.at(-1)]
    if (gold === undefined || good === undefined || bad === undefined) return 'unfit'
    // DSPy compares equal runs with nothing at all; there is no contrast in that.
    if (good.score <= low || bad.score >= high || good.score <= bad.score) return 'unfit'
    const compared = { program, example: gold, better: rewardedRun(good), worse: rewardedRun(bad) }
    const lm = run.candidates.metered(this.setup.promptModel)
    const asked = await run.ask(['advice', step, place], async (signal) => ({
      advice: [...(await compareRuns(compared, { lm, ...(signal ? { signal } : {}) }))],
    }))
    if (asked === undefined) return 'failed'
    if ('error' in asked) {
      announce(`step ${step}: no rule, ${asked.error}`)
      return 'failed'
    }
    return appendRule(program, new Map(asked.answer.advice)) ? 'changed' : 'failed'
  }
}

function appendRule(program: Module<never, object>, advice: ReadonlyMap<string, string>): boolean {
  let hasChanged = false
  for (const [path, predictor] of program.namedPredictors()) {
    const { instructions } = predictor.signature
    const advised = appendAdvice(instructions, advice.get(path) ?? '')
    if (advised === instructions) continue
    predictor.signature = predictor.signature.withInstructions(advised)
    hasChanged = true
  }
  return hasChanged
}
