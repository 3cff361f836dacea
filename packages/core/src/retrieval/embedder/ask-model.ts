import { AbortError } from '../../errors/abort-error.ts'
import { untilAborted } from '../../internal/until-aborted.ts'
import { Allowance } from '../../lm/attempts/allowance.ts'
import type { ResolvedRetryOptions } from '../../lm/retry/retry-options.ts'
import { retryWait } from '../../lm/retry/retry-wait.ts'
import { observed } from '../../settings/observed.ts'
import type { EmbeddingModel, EmbeddingResponse } from '../embedding-model.ts'

/** One request, which callbacks see; after a failure that can pass it is made again. */
export function askModel(
  model: EmbeddingModel,
  texts: readonly string[],
  retry: ResolvedRetryOptions,
  signal: AbortSignal,
): Promise<EmbeddingResponse> {
  return observed('embedding', model, texts, async () => {
    const limits = { retries: retry.attempts - 1, deadlineMs: retry.deadlineMs }
    const waitAfter = retryWait(retry, new Allowance(limits), signal)
    for (;;) {
      try {
        // A model that ignores its signal must not keep the call from ending at an abort.
        const response = model.embed(texts, { signal })
        return await untilAborted(response, signal, () => new AbortError(signal.reason))
      } catch (error) {
        if (signal.aborted) throw error
        await waitAfter(error)
      }
    }
  })
}
