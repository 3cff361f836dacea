import { type Module, scoreInterval } from '@ockham/core'
import type { CompileControl, Compiled } from '../optimizer.ts'
import { Announcer } from '../progress/announcer.ts'
import { winnersCurse } from '../racing/winners-curse.ts'
import { seededRandom } from '../random/random.ts'
import { sample } from '../random/sample.ts'
import { CompileRun } from '../run/compile-run.ts'
import { checkDataRoles, type DataRoles } from '../run/data-roles.ts'
import { meanScore } from '../search/mean-score.ts'
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
  /** Tells of a stage; `share` is how much is done as the optimizer counts its steps, from 0 to 1. */
  announce(stage: string, share?: number): void
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
  const announcer = new Announcer({
    onProgress: control.onProgress,
    details: () => ({
      candidates: leaderboard.standings.length,
      best: leaderboard.best?.score,
      ...run.spent,
    }),
    pace: () => run.pace,
  })
  const announce = announcer.announce.bind(announcer)
  let test: TestReport | undefined
  const work = async (): Promise<void> => {
    await explore({ run, leaderboard, trainset: data.trainset, valset: data.valset, announce })
    await leaderboard.complete()
    run.limit.allow(Number.POSITIVE_INFINITY)
    announce('test')
    const best = leaderboard.best?.program
    if (!best || !data.testset) return
    const scores = await scoresOn({ run, programs: [best, program] }, data.testset)
    if (scores) test = testReport(scores, leaderboard)
  }
  const finish = (): Compiled<Program, SearchReport> => ({
    program: (leaderboard.best?.program ?? program).copy(),
    report: {
      score: leaderboard.best?.score ?? 0,
      candidates: leaderboard.report(),
      ...run.spent,
      ...(test ? { test } : {}),
    },
  })
  return announcer.untilDone(() => run.finishing(work, finish))
}

function newRun<
  Program extends Module<never, Outputs>,
  Gold extends object,
  Outputs extends object,
>(
  { identity, program, options, control }: SearchSetup<Program, Gold, Outputs>,
  data: SplitData<Gold>,
): CompileRun<Gold, Outputs> {
  const { metric, seed, concurrency, maxErrors, race, reuseReplies } = options
  return new CompileRun<Gold, Outputs>({
    metric,
    control,
    seed,
    concurrency,
    maxErrors,
    reuseReplies,
    identity: [
      ...identity,
      { race, reuseReplies, maxErrors },
      String(metric),
      program.dumpState(),
      data,
    ],
  })
}

/** The scores of programs on examples; undefined where the budget does not reach so far. */
async function scoresOn<Gold extends object, Outputs extends object>(
  {
    run,
    programs,
  }: { run: CompileRun<Gold, Outputs>; programs: readonly Module<never, Outputs>[] },
  examples: readonly Gold[],
): Promise<number[][] | undefined> {
  const all: number[][] = []
  for (const program of programs) {
    const candidate = run.candidate(program)
    const results = await run.evaluate(examples.map((gold) => ({ candidate, gold })))
    const scores = results.flatMap((result) => result?.score ?? [])
    if (scores.length < examples.length) return undefined
    all.push(scores)
  }
  return all
}

function testReport<
  Program extends Module<never, Outputs>,
  Gold extends object,
  Outputs extends object,
>(
  [after = [], before = []]: readonly number[][],
  { standings, best }: Leaderboard<Program, Gold, Outputs>,
): TestReport {
  const score = meanScore(after)
  const chosen = best ? standings.indexOf(best) : -1
  const isCompared = standings[0]?.evaluated && best?.isComplete
  const validation = standings.map(({ scores }) => scores)
  return {
    score,
    interval: scoreInterval(score, after.length),
    before: meanScore(before),
    ...(isCompared ? { finding: winnersCurse({ validation, chosen, test: after }) } : {}),
  }
}
