import { AbortError } from '../errors/abort-error.ts'
import { isFatal } from '../errors/is-fatal.ts'
import { MetricError } from '../errors/metric-error.ts'
import { TooManyErrorsError } from '../errors/too-many-errors-error.ts'
import { runConcurrently } from '../internal/run-concurrently.ts'
import { untilAborted } from '../internal/until-aborted.ts'
import type { AnyProgram, ProgramInputs, ProgramOutputs } from '../module/program.ts'
import { knownCost } from '../settings/known-cost.ts'
import { observed } from '../settings/observed.ts'
import { currentScope } from '../settings/scope.ts'
import { UsageLedger } from '../settings/usage-ledger.ts'
import { type EvaluateOptions, resolveEvaluateOptions } from './evaluate-options.ts'
import { type EvaluatedProgram, evaluateRow } from './evaluate-row.ts'
import type { EvaluationResult, EvaluationRow } from './evaluation-result.ts'
import { progressDisplay } from './progress.ts'
import { scoreInterval } from './score-interval.ts'

/** A row that can say which of its fields are a program's inputs. */
export interface WithInputs<Inputs extends object> {
  inputs(): Inputs
}

/**
 * Runs a program on every example and scores what it predicts. A row whose program or metric fails
 * scores 0 and keeps its error; an LM that is not usable at all is thrown at once.
 */
export function evaluate<P extends AnyProgram, Gold extends WithInputs<ProgramInputs<P>>>(
  program: P,
  options: EvaluateOptions<Gold, ProgramOutputs<P>>,
): Promise<EvaluationResult<Gold, ProgramOutputs<P>>>
export function evaluate<Gold extends object, Outputs extends object>(
  program: EvaluatedProgram<Outputs>,
  options: EvaluateOptions<Gold, Outputs>,
): Promise<EvaluationResult<Gold, Outputs>> {
  return observed('evaluate', program, options, () => run(program, options))
}

async function run<Gold extends object, Outputs extends object>(
  program: EvaluatedProgram<Outputs>,
  options: EvaluateOptions<Gold, Outputs>,
): Promise<EvaluationResult<Gold, Outputs>> {
  const resolved = resolveEvaluateOptions(options)
  const { devset, metric, concurrency, maxErrors, displayProgress, onProgress, signal } = resolved
  const display = displayProgress ? progressDisplay(process.stderr) : undefined
  const rows: (EvaluationRow<Gold, Outputs> | undefined)[] = Array.from({ length: devset.length })
  const ledger = new UsageLedger(currentScope().ledger)
  const metricLedger = new UsageLedger(currentScope().ledger)
  const { keptPromptBytes } = resolved
  const keptBytes = keptPromptBytes === undefined ? undefined : { left: keptPromptBytes }
  const rowWork = { program, metric, signal, ledger, metricLedger, keptBytes }
  const startedAt = performance.now()
  let [done, errors, sum] = [0, 0, 0]

  await runConcurrently(devset.length, concurrency, async (index) => {
    const gold = devset[index]
    if (gold === undefined) return
    const stopIfAborted = (): void => {
      if (signal?.aborted === true) throw new AbortError(signal.reason, finished(rows))
    }
    stopIfAborted()
    const work = evaluateRow(gold, rowWork)
    const row = await (signal
      ? untilAborted(work, signal, () => new AbortError(signal.reason, finished(rows)))
      : work)
    stopIfAborted() // a row that an abort cut short is not a failed row
    rows[index] = row
    done += 1
    sum += row.score
    if (row.error !== undefined) {
      errors += 1
      // Of a metric that asks an LM too, every row would fail the same way.
      const reason = MetricError.is(row.error) ? row.error.cause : row.error
      if (isFatal(reason)) throw reason
      if (errors > maxErrors) {
        throw new TooManyErrorsError({ errors, cause: row.error, partial: finished(rows) })
      }
    }
    const progress = { done, total: devset.length, errors, score: sum / done }
    display?.(progress)
    onProgress?.(progress)
  })

  const usage = ledger.summary()
  const score = sum / devset.length
  return {
    score,
    interval: scoreInterval(score, devset.length),
    rows: finished(rows),
    usage,
    metricUsage: metricLedger.summary(),
    costUSD: knownCost(usage),
    durationMs: performance.now() - startedAt,
  }
}

function finished<Row>(rows: readonly (Row | undefined)[]): Row[] {
  return rows.filter((row) => row !== undefined)
}
