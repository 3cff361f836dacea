import type { Module } from '@ockham/core'
import type { Optimizer, TrainOptions } from '../optimizer.ts'
import { checkWholeNumber } from '../options/check-whole-number.ts'
import { seededRandom } from '../random/random.ts'
import { sample } from '../random/sample.ts'
import type { CostEstimate, EstimateSample } from './cost-estimate.ts'
import { affordablePart, expectedCost, partOf } from './expected-cost.ts'
import { sampleRuns } from './sample-runs.ts'

/** An optimizer that can tell what it would run. */
export type PlannedOptimizer<Gold extends object, Outputs extends object> = Required<
  Pick<Optimizer<Gold, Outputs, unknown>, 'plan'>
>

/** The data and the budget of the compile, and how much to try. */
export interface EstimateOptions<
  Program extends Module<never, object>,
  Gold extends object,
  Outputs extends object,
> extends Pick<
    TrainOptions<Program, Gold, Outputs>,
    'trainset' | 'valset' | 'testset' | 'teacher' | 'budget' | 'signal'
  > {
  /** Training examples to run the program on, and the teacher where there is one; 3 by default, 0 for counts alone. */
  examples?: number
}

/**
 * What a compile would take, by a few real runs of the program as it is now; the metric is not called. Left out are the
 * dollars of the LM that writes instructions, of a metric that asks an LM, and of a training. Throws `OptionError`,
 * `EmptyDatasetError` and `AbortError`, and what would fail every run.
 */
export async function estimateCost<
  Program extends Module<never, Outputs>,
  Gold extends object,
  Outputs extends object,
>(
  optimizer: PlannedOptimizer<Gold, Outputs>,
  program: Program,
  options: EstimateOptions<Program, Gold, Outputs>,
): Promise<CostEstimate> {
  const { trainset, valset, testset, teacher, budget, signal, examples: count = 3 } = options
  checkWholeNumber('examples', count, 0)
  const data = { trainset, ...(valset ? { valset } : {}), ...(testset ? { testset } : {}) }
  const plan = optimizer.plan(program, data)
  const drawn = plan.evaluations === 0 ? [] : sample<Gold>(trainset, count, seededRandom(0))
  const ofProgram = await sampleRuns(program, drawn, signal)
  const teaches = teacher !== undefined && plan.teacherRuns > 0
  const ofTeacher = teaches ? await sampleRuns(teacher, drawn, signal) : undefined
  const { concurrency, evaluations, prompts } = plan
  const taught = ofTeacher ?? ofProgram
  const likely = expectedCost(plan, {
    program: ofProgram.mean,
    teacher: taught.mean,
    concurrency,
  })
  const most = expectedCost(plan, {
    program: ofProgram.largest,
    teacher: taught.largest,
    concurrency: 1,
  })
  const affordable = affordablePart(likely, budget)
  return {
    ...partOf(likely, affordable),
    evaluations,
    prompts,
    atMost: partOf(most, affordablePart(most, budget)),
    affordable,
    sampled: together(ofProgram, ofTeacher),
  }
}

function together(one: EstimateSample, other: EstimateSample | undefined): EstimateSample {
  const both = other ? [one, other] : [one]
  const isPriced = both.every(({ costUSD }) => costUSD !== null)
  const sum = (part: keyof EstimateSample): number =>
    both.reduce((total, sampled) => total + (sampled[part] ?? 0), 0)
  return {
    runs: sum('runs'),
    errors: sum('errors'),
    calls: sum('calls'),
    costUSD: isPriced ? sum('costUSD') : null,
  }
}
