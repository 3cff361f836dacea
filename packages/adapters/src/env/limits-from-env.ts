import type { LimitOptions } from '@ockham/core'
import type { SetVariables } from './read-variables.ts'

/** How fast a model may be asked; undefined when nothing says. */
export function limitsFromEnv({
  maxConcurrency,
  requestsPerMinute,
}: SetVariables): LimitOptions | undefined {
  if (!maxConcurrency && !requestsPerMinute) return undefined
  return {
    ...(maxConcurrency && { concurrency: maxConcurrency.value }),
    ...(requestsPerMinute && { requestsPerMinute: requestsPerMinute.value }),
  }
}
