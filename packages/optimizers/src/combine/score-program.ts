import type { Metric, Module } from '@ockham/core'
import type { CompileBudget } from '../budget/compile-budget.ts'
import { CompileRun } from '../run/compile-run.ts'
import { meanScore } from '../search/mean-score.ts'
import type { StepSpend } from './better-together-options.ts'

/** What to score a program on, and how. */
export interface ScoreOptions<Gold extends object, Outputs extends object> {
  readonly examples: readonly Gold[]
  readonly metric: Metric<Gold, Outputs>
  readonly control: { budget?: CompileBudget; signal?: AbortSignal; checkpoint?: string }
  readonly concurrency: number
  readonly maxErrors: number
}

/** A program's mean score, and what it took; undefined when the budget did not reach to the last example. */
export interface Scored extends StepSpend {
  readonly score: number | undefined
}

/** Evaluates a program on all examples. Throws `AbortError` and `TooManyErrorsError`. */
export async function scoreProgram<Gold extends object, Outputs extends object>(
  program: Module<never, Outputs>,
  { examples, ...options }: ScoreOptions<Gold, Outputs>,
): Promise<Scored> {
  const { metric } = options
  const identity = ['score', String(metric), program.dumpState(), examples]
  const run = new CompileRun<Gold, Outputs>({ ...options, seed: 0, identity })
  const candidate = run.candidate(program)
  let score: number | undefined
  const work = async (): Promise<void> => {
    const results = await run.evaluate(examples.map((gold) => ({ candidate, gold })))
    if (results.includes(undefined)) return
    score = meanScore(results.map((result) => result?.score))
  }
  return run.finishing(work, () => ({
    score,
    calls: run.spent.calls,
    costUSD: run.spent.costUSD,
  }))
}
