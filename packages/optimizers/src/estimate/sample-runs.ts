import type { Module } from '@ockham/core'
import { CompileRun } from '../run/compile-run.ts'
import type { Evaluation } from '../run/evaluation.ts'
import type { EstimateSample, ExpectedCost } from './cost-estimate.ts'

/** What runs of a program took, and what one of them takes by their mean and by their maximum. */
export interface RunSample extends EstimateSample {
  readonly mean: ExpectedCost
  readonly largest: ExpectedCost
}

interface TimedRun {
  readonly calls: Evaluation['calls']
  readonly seconds: number
}

/** Runs a program on examples, one after the other. Throws `AbortError`, and what would fail every run. */
export async function sampleRuns<Gold extends object, Outputs extends object>(
  program: Module<never, Outputs>,
  examples: readonly Gold[],
  signal: AbortSignal | undefined,
): Promise<RunSample> {
  const run = new CompileRun<Gold, Outputs>({
    metric: undefined,
    control: signal ? { signal } : {},
    seed: 0,
    concurrency: 1,
    maxErrors: Number.POSITIVE_INFINITY,
    identity: ['estimate'],
  })
  const candidate = run.candidate(program)
  const runs: TimedRun[] = []
  let errors = 0
  for (const gold of examples) {
    const startedAt = performance.now()
    const [evaluation] = await run.evaluate([{ candidate, gold }])
    if (!evaluation) continue
    if (evaluation.error) errors += 1
    runs.push({ calls: evaluation.calls, seconds: (performance.now() - startedAt) / 1000 })
  }
  const { calls, costUSD } = run.spent
  const mean = summary(runs, (amounts) => sum(amounts) / amounts.length)
  const largest = summary(runs, (amounts) => Math.max(...amounts))
  return { runs: runs.length, errors, calls, costUSD, mean, largest }
}

/**
 * A reply that a cache held counts as a call, since most of those to come are not in the cache; of dollars and seconds
 * a run with one tells nothing.
 */
function summary(
  runs: readonly TimedRun[],
  combine: (amounts: readonly number[]) => number,
): ExpectedCost {
  const fresh = runs.filter(({ calls }) => calls.every(({ cached }) => !cached))
  const isPriced = fresh.every(({ calls }) => calls.every(({ costUSD }) => costUSD !== null))
  const over = (of: readonly TimedRun[], amount: (run: TimedRun) => number): number | null =>
    of.length === 0 ? null : combine(of.map(amount))
  return {
    calls: over(runs, ({ calls }) => calls.length),
    costUSD: isPriced
      ? over(fresh, ({ calls }) => sum(calls.map(({ costUSD }) => costUSD ?? 0)))
      : null,
    seconds: over(fresh, ({ seconds }) => seconds),
  }
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0)
}
