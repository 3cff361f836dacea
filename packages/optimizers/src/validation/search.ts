import { type Module, scoreInterval } from '@ockham/core'
import type { CompileControl, Compiled } from '../optimizer.ts'
import { seededRandom } from '../random/random.ts'
import { sample } from '../random/sample.ts'
import { CompileRun } from '../run/compile-run.ts'
import { checkDataRoles, type DataRoles } from '../run/data-roles.ts'
import { Leaderboard } from './leaderboard.ts'
import type { ResolvedSearch } from './search-options.ts'
import type { SearchProgress, SearchReport, TestReport } from './search-report.ts'
import { type SplitData, splitTrainset } from './split-trainset.ts'

/** A search by an optimizer: what it improves, by what, and how. */
export interface SearchSetup<Program, Gold extends object, Outputs extends object> {
  /** The optimizer's name, and those of its options that are JSON. */
  readonly identity: readonly unknown[]
  readonly program: Program
  readonly data: DataRoles<Gold>
  readonly options: ResolvedSearch<Gold, Outputs>
  readonly control: CompileControl<SearchProgress>
  /** The part of the trainset that is held back for validation where there is no valset. */
  readonly validationPart: number
  /** Of more validation examples than this, so many are drawn; no limit where it is absent. */
  readonly mostValidation?: number
}

/** What the optimizer's own part of a search works with. */
export interface SearchContext<
  Program extends Module<never, Outputs>,
  Gold extends object,
  Outputs extends object,
> {
  readonly run: CompileRun<Gold, Outputs>
  readonly leaderboard: Leaderboard<Program, Gold, Outputs>
  readonly trainset: readonly Gold[]
  readonly valset: readonly Gold[]
  announce(stage: string): void
}

/**
 * Explores programs until there are no more to try or the budget is used up, and returns the best, a copy of the given
 * one when there is none. With a testset it is then told how good that is on examples that chose nothing.
 */
export async function search<
  Program extends Module<never, Outputs>,
  Gold extends object,
  Outputs extends object,
>(
  setup: SearchSetup<Program, Gold, Outputs>,
  explore: (context: SearchContext<Program, Gold, Outputs>) => Promise<void>,
): Promise<Compiled<Program, SearchReport>> {
  const { program, options, control } = setup
  checkDataRoles(setup.data)
  const split = splitTrainset(setup.data, { part: setup.validationPart, seed: options.seed })
  const { mostValidation = split.valset.length } = setup
  const drawn = sample(split.valset, mostValidation, seededRandom(options.seed))
  const data = mostValidation < split.valset.length ? { ...split, valset: drawn } : split
  const run = newRun(setup, data)
  const leaderboard = new Leaderboard<Program, Gold, Outputs>({
    run,
    valset: data.valset,
    seed: options.seed,
    race: options.race,
  })
  const announce = (stage: string): void => {
    const { best, standings } = leaderboard
    control.onProgress?.({ stage, candidates: standings.length, best: best?.score, ...run.spent })
  }
  let test: TestReport | undefined
  const work = async (): Promise<void> => {
    await explore({ run, leaderboard, trainset: data.trainset, valset: data.valset, announce })
    run.limitEvaluations(Number.POSITIVE_INFINITY)
    announce('test')
    const best = leaderboard.best?.program
    if (best && data.testset)
      test = await testOf({ run, before: program, after: best }, data.testset)
  }
  return run.finishing(work, () => ({
    program: (leaderboard.best?.program ?? program).copy(),
    report: {
      score: leaderboard.best?.score ?? 0,
      candidates: leaderboard.report(),
      ...run.spent,
      ...(test ? { test } : {}),
    },
  }))
}

function newRun<
  Program extends Module<never, Outputs>,
  Gold extends object,
  Outputs extends object,
>(
  { identity, program, options, control }: SearchSetup<Program, Gold, Outputs>,
  data: SplitData<Gold>,
): CompileRun<Gold, Outputs> {
  const { metric, seed, concurrency, maxErrors, race } = options
  return new CompileRun<Gold, Outputs>({
    metric,
    control,
    seed,
    concurrency,
    maxErrors,
    identity: [...identity, { race, maxErrors }, String(metric), program.dumpState(), data],
  })
}

interface Tested<Gold extends object, Outputs extends object> {
  readonly run: CompileRun<Gold, Outputs>
  readonly before: Module<never, Outputs>
  readonly after: Module<never, Outputs>
}

async function testOf<Gold extends object, Outputs extends object>(
  { run, before, after }: Tested<Gold, Outputs>,
  testset: readonly Gold[],
): Promise<TestReport | undefined> {
  const means: number[] = []
  for (const program of [after, before]) {
    const candidate = run.candidate(program)
    const results = await run.evaluate(testset.map((gold) => ({ candidate, gold })))
    const scores = results.flatMap((result) => result?.score ?? [])
    if (scores.length < testset.length) return undefined
    means.push(scores.reduce((sum, score) => sum + score, 0) / scores.length)
  }
  const [score = 0, beforeScore = 0] = means
  return { score, interval: scoreInterval(score, testset.length), before: beforeScore }
}
