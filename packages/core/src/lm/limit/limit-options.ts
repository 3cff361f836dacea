import { OptionError } from '../../errors/option-error.ts'
import { longestTimerMs } from '../attempts/longest-timer.ts'

/** How fast an LM may be asked. */
export interface LimitOptions {
  /** Calls under way at once, at most. Default: no limit. */
  concurrency?: number
  /** Halves the calls at once when the LM is overloaded, and lets them grow again. Default true. */
  adaptive?: boolean
  /** Calls a minute; after a pause a minute's worth may start at once. Default: no limit. */
  requestsPerMinute?: number
  /** Tokens a minute, of request and reply together. Default: no limit. */
  tokensPerMinute?: number
  /** Calls that may wait for a place; one more is refused. Default: no limit. */
  maxQueue?: number
  /** A call that waits longer than these milliseconds for a place is refused. Default: no limit. */
  maxWaitMs?: number
  /** While the provider asks to stay away for longer than this, calls are refused, not kept. Default 60 000. */
  maxRetryAfterMs?: number
  /** Numbers in [0, 1) that spread the starts after a pause. Default `Math.random`. */
  random?: () => number
}

const unlimited: number = Number.POSITIVE_INFINITY

const defaults: Required<LimitOptions> = {
  concurrency: unlimited,
  adaptive: true,
  requestsPerMinute: unlimited,
  tokensPerMinute: unlimited,
  maxQueue: unlimited,
  maxWaitMs: unlimited,
  maxRetryAfterMs: 60_000,
  random: Math.random,
}

/** Fills in the defaults; throws `OptionError` for a number that cannot be used. */
export function resolveLimitOptions(options: LimitOptions): Required<LimitOptions> {
  const resolved = {
    concurrency: options.concurrency ?? defaults.concurrency,
    adaptive: options.adaptive ?? defaults.adaptive,
    requestsPerMinute: options.requestsPerMinute ?? defaults.requestsPerMinute,
    tokensPerMinute: options.tokensPerMinute ?? defaults.tokensPerMinute,
    maxQueue: options.maxQueue ?? defaults.maxQueue,
    maxWaitMs: options.maxWaitMs ?? defaults.maxWaitMs,
    maxRetryAfterMs: options.maxRetryAfterMs ?? defaults.maxRetryAfterMs,
    random: options.random ?? defaults.random,
  }
  const { concurrency } = resolved
  if (!(concurrency >= 1 && (concurrency === unlimited || Number.isInteger(concurrency)))) {
    throw new OptionError('concurrency', 'must be a whole number from 1.')
  }
  for (const name of ['requestsPerMinute', 'tokensPerMinute'] as const) {
    if (!(resolved[name] > 0)) throw new OptionError(name, 'must be a number above 0.')
  }
  for (const name of ['maxQueue', 'maxWaitMs'] as const) {
    if (!(resolved[name] >= 0)) throw new OptionError(name, 'must be a number from 0.')
  }
  if (!(resolved.maxRetryAfterMs >= 0 && resolved.maxRetryAfterMs <= longestTimerMs)) {
    throw new OptionError('maxRetryAfterMs', `must be milliseconds from 0 to ${longestTimerMs}.`)
  }
  return resolved
}
