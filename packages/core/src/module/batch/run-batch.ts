import { AbortError } from '../../errors/abort-error.ts'
import { isFatal } from '../../errors/is-fatal.ts'
import { TooManyErrorsError } from '../../errors/too-many-errors-error.ts'
import { runConcurrently } from '../../internal/run-concurrently.ts'
import { currentScope } from '../../settings/scope.ts'
import type { BatchItem } from './batch-item.ts'
import { type BatchOptions, resolveBatchOptions } from './batch-options.ts'
import type { BatchResult } from './batch-result.ts'
import { runItem } from './run-item.ts'

/**
 * Runs programs side by side; results are in the order of the items. A failure is a result, but an LM
 * that is not usable at all is thrown. Throws `AbortError` and `TooManyErrorsError` with the results so
 * far as `partial`, once those that run have been aborted.
 */
export async function runBatch(
  items: readonly BatchItem[],
  options: BatchOptions,
): Promise<BatchResult<object>[]> {
  const { concurrency, maxErrors, timeoutMs, signal } = resolveBatchOptions(options)
  const around = [signal, currentScope().call.signal].filter((one) => one !== undefined)
  const stop = new AbortController()
  const results: BatchResult<object>[] = Array.from({ length: items.length })
  let errors = 0

  await runConcurrently(items.length, concurrency, async (index) => {
    const item = items[index]
    if (item === undefined) return
    throwIfAnyAborted(around, results)
    const result = await runItem(item, [...around, stop.signal], timeoutMs)
    throwIfAnyAborted(around, results) // a run that an abort cut short is no failed one
    if (stop.signal.aborted) return
    results[index] = result
    if (result.ok) return
    errors += 1
    if (!isFatal(result.error) && errors <= maxErrors) return
    stop.abort()
    if (isFatal(result.error)) throw result.error
    throw new TooManyErrorsError({ errors, cause: result.error, partial: results })
  })
  return results
}

function throwIfAnyAborted(signals: readonly AbortSignal[], partial: unknown): void {
  const aborted = signals.find((signal) => signal.aborted)
  if (aborted) throw new AbortError(aborted.reason, partial)
}
