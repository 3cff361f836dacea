import type { CompileBudget } from '../../../budget/compile-budget.ts'
import { CompileRun } from '../../../run/compile-run.ts'
import { resolveCheapestAdequateOptions } from '../../cheapest-adequate-options.ts'
import { Selection } from '../../selection.ts'
import { SearchRuns } from '../search-runs.ts'
import { Chain, isDone, type Task, tasks } from './chain.ts'
import type { ChainWorld } from './chain-world.ts'

/** What to search on. */
export interface ChainSearch {
  readonly searchSize: number
  readonly tolerance?: number
  readonly floor?: number
  readonly budget?: CompileBudget
}

/** A search in the chain, before its first run. */
export function chainSearch(
  world: ChainWorld,
  { searchSize, tolerance = 0.05, floor, budget }: ChainSearch,
): { runs: SearchRuns<Task, { answer: string }>; run: CompileRun<Task, { answer: string }> } {
  const wanted = floor === undefined ? { reference: world.lm('large'), tolerance } : { floor }
  const options = resolveCheapestAdequateOptions({ metric: isDone, models: world.lms, ...wanted })
  const run = new CompileRun<Task, { answer: string }>({
    metric: isDone,
    control: budget ? { budget } : {},
    seed: 0,
    concurrency: 8,
    maxErrors: Number.POSITIVE_INFINITY,
    reuseReplies: true,
    identity: [],
  })
  const program = new Chain()
  const order = tasks(3 * searchSize)
  const selection = new Selection(options, {
    program,
    order,
    searchSize,
    run,
    announce: () => undefined,
  })
  return { runs: new SearchRuns(selection), run }
}
