import { AbortError } from '../../errors/abort-error.ts'
import { untilAborted } from '../../internal/until-aborted.ts'
import { throwIfAborted } from '../../lm/attempts/throw-if-aborted.ts'
import { currentScope } from '../../settings/scope.ts'

/** Runs a user's function, which an abort of the call around it ends at once, also where it does not listen. */
export async function untilCallAborted<Result>(
  run: (signal: AbortSignal | undefined) => Result | Promise<Result>,
): Promise<Result> {
  const { signal } = currentScope().call
  throwIfAborted(signal)
  if (!signal) return run(signal)
  const result = (async () => run(signal))()
  return untilAborted(result, signal, () => new AbortError(signal.reason))
}
