import { OptionError } from '@ockham/core'

/** When a route that keeps failing is left alone, and for how long. */
export interface BreakerOptions {
  /** Failures in a row, within `windowMs`, that open the circuit. Default 5. */
  failures?: number
  /** Milliseconds that a failure is remembered. Default 30 000. */
  windowMs?: number
  /** Part of the calls in the window, above 0 and at most 1, that must fail to open it. Default 0.5. */
  failureRate?: number
  /** Calls in the window from which `failureRate` counts. Default 10. */
  minimumCalls?: number
  /** Milliseconds that the circuit stays open at first; each failed probe doubles them. Default 5000. */
  openMs?: number
  /** What they grow to: no later than this after a recovery the route is used again. Default 20 000. */
  maxOpenMs?: number
}

const defaults: Required<BreakerOptions> = {
  failures: 5,
  windowMs: 30_000,
  failureRate: 0.5,
  minimumCalls: 10,
  openMs: 5_000,
  maxOpenMs: 20_000,
}

/** Fills in the defaults; throws `OptionError` for a number that cannot be used. */
export function resolveBreakerOptions(options: BreakerOptions = {}): Required<BreakerOptions> {
  const openMs = options.openMs ?? defaults.openMs
  const resolved = {
    failures: options.failures ?? defaults.failures,
    windowMs: options.windowMs ?? defaults.windowMs,
    failureRate: options.failureRate ?? defaults.failureRate,
    minimumCalls: options.minimumCalls ?? defaults.minimumCalls,
    openMs,
    maxOpenMs: options.maxOpenMs ?? Math.max(defaults.maxOpenMs, openMs),
  }
  for (const name of ['failures', 'minimumCalls'] as const) {
    if (Number.isInteger(resolved[name]) && resolved[name] >= 1) continue
    throw new OptionError(`breaker.${name}`, 'must be a whole number from 1.')
  }
  for (const name of ['windowMs', 'openMs'] as const) {
    if (resolved[name] > 0) continue
    throw new OptionError(`breaker.${name}`, 'must be milliseconds above 0.')
  }
  if (!(resolved.failureRate > 0 && resolved.failureRate <= 1)) {
    throw new OptionError('breaker.failureRate', 'must be above 0 and at most 1.')
  }
  if (!(resolved.maxOpenMs >= resolved.openMs)) {
    throw new OptionError('breaker.maxOpenMs', 'must be at least `breaker.openMs`.')
  }
  return resolved
}
