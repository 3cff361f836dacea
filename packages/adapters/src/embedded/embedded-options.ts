import { OptionError } from '@ockham/core'

/** Settings of the embedded model. */
export interface EmbeddedOptions {
  /** Which of many equal models this is: each errs on other inputs. Default 0. */
  seed?: number
  /** Milliseconds before a reply begins. Default 0. */
  latencyMs?: number
  /** Whether the lower tiers now and then slip in form, in ways a lenient parser forgives. Default true. */
  formatSlips?: boolean
}

const defaults: Required<EmbeddedOptions> = { seed: 0, latencyMs: 0, formatSlips: true }

/** Fills in the defaults; throws `OptionError` for a value that cannot be used. */
export function resolveEmbeddedOptions(options: EmbeddedOptions = {}): Required<EmbeddedOptions> {
  const resolved = { ...defaults, ...options }
  if (!Number.isSafeInteger(resolved.seed)) throw new OptionError('seed', 'must be a whole number.')
  if (!(resolved.latencyMs >= 0 && Number.isFinite(resolved.latencyMs))) {
    throw new OptionError('latencyMs', 'must be a number of milliseconds, 0 or more.')
  }
  return resolved
}
