import { AbortError } from '../../errors/abort-error.ts'
import { exampleInputs } from '../../example/example.ts'
import { untilAborted } from '../../internal/until-aborted.ts'
import { mergeCallOptions } from '../../settings/merge-call-options.ts'
import type { BatchItem } from './batch-item.ts'
import type { BatchResult } from './batch-result.ts'

// A timer that is set for longer fires at once.
const longestTimer = 2 ** 31 - 1

/** Makes one run, which ends when a signal fires or its time is over, also where it does not listen. */
export async function runItem(
  { program, inputs, options = {} }: BatchItem,
  signals: readonly AbortSignal[],
  timeoutMs: number,
): Promise<BatchResult<object>> {
  const limit = new AbortController()
  const timer =
    timeoutMs <= longestTimer
      ? setTimeout(() => {
          limit.abort(new Error(`The run took longer than ${timeoutMs} ms, its \`timeoutMs\`.`))
        }, timeoutMs)
      : undefined
  const merged = mergeCallOptions(options, { signal: AbortSignal.any([...signals, limit.signal]) })
  const signal = merged.signal ?? limit.signal
  try {
    // The types of the public functions have matched the inputs with their program.
    const run = program(exampleInputs(inputs) as never, merged)
    const prediction = await untilAborted(run, signal, () => new AbortError(signal.reason))
    return { ok: true, prediction }
  } catch (error) {
    return { ok: false, error }
  } finally {
    clearTimeout(timer)
  }
}
