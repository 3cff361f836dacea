import type { Evaluation } from '../../run/evaluation.ts'
import type { CandidateRun } from '../candidate-run.ts'
import { type LatencyLimit, type Requirement, targetMean } from '../requirement.ts'
import type { Selection } from '../selection.ts'
import { BettingTest } from '../statistics/betting-test.ts'
import { groupSequentialDesign } from '../statistics/group-sequential-design.ts'
import { GroupSequentialTest } from '../statistics/group-sequential-test.ts'
import {
  AdequacyTest,
  qualityOf,
  referenceScore,
  speedOf,
  type TestedRequirement,
} from './adequacy-test.ts'
import { batchEnds } from './batch-ends.ts'

/** What is tested, and how. */
interface TestPlan {
  readonly requirement: Requirement
  readonly latency: LatencyLimit | undefined
  readonly certificate: 'devset' | 'population'
  readonly method: 'exact' | 'approximate'
  readonly devsetSize: number
  /** Pairs of what was searched on, in order. */
  readonly searched: readonly (readonly [row: Evaluation, reference: Evaluation | undefined])[]
  readonly errorProbability: number
}

// Giving up wrongly costs a dearer model, and going on a few examples of a cheap one.
const futilityErrorProbability = 0.01
// A lucky start looks like a good model: waiting so long takes most of those away, at next to no cost.
const leastPart = 1 / 8

/** The test of a candidate by the examples behind those that were searched on. */
export function newAdequacyTest<Gold extends object, Outputs extends object>(
  candidate: CandidateRun<Gold, Outputs>,
  { options, data, reference }: Selection<Gold, Outputs>,
  errorProbability: number,
): AdequacyTest {
  const searched = candidate.rows
    .slice(0, data.searchSize)
    .map((row, index) => [row, reference?.rows[index]] as const)
  const plan = { ...options, devsetSize: data.order.length, searched, errorProbability }
  const { latency } = options
  return new AdequacyTest([quality(plan), ...(latency ? [speed(plan, latency)] : [])])
}

function quality(plan: TestPlan): TestedRequirement {
  const { requirement, method } = plan
  if (requirement.kind === 'reference' && method === 'approximate') {
    const test = new GroupSequentialTest({ tolerance: requirement.tolerance, design: looks(plan) })
    return { test, observe: (row, reference) => test.observe(row.score, referenceScore(reference)) }
  }
  const test = meanTest(plan, targetMean(requirement), qualityOf)
  return { test, observe: (row, reference) => test.observe(qualityOf(row, reference)) }
}

function speed(plan: TestPlan, limit: LatencyLimit): TestedRequirement {
  const test = meanTest(plan, limit.share, (row) => speedOf(row, limit))
  return { test, observe: (row) => test.observe(speedOf(row, limit)) }
}

function meanTest(
  { certificate, devsetSize, searched, errorProbability }: TestPlan,
  target: number,
  value: (row: Evaluation, reference: Evaluation | undefined) => number,
): BettingTest {
  const common = { errorProbability, futilityErrorProbability }
  const least = Math.ceil(devsetSize * leastPart)
  if (certificate === 'population') {
    const populationSize = Number.POSITIVE_INFINITY
    return new BettingTest({ ...common, target, populationSize, leastExamples: least })
  }
  // What was searched on counts as it is; the rest has to make up what the whole devset must have.
  const sum = searched.reduce((total, [row, reference]) => total + value(row, reference), 0)
  const populationSize = devsetSize - searched.length
  return new BettingTest({
    ...common,
    target: (target * devsetSize - sum) / populationSize,
    populationSize,
    leastExamples: least - searched.length,
  })
}

function looks({ devsetSize, searched, errorProbability }: TestPlan) {
  const ends = batchEnds(devsetSize, searched.length).map((end) => end - searched.length)
  return groupSequentialDesign({ looks: ends, errorProbability, futilityErrorProbability })
}
