import type { Confidence } from './confidence.ts'
import { resolveThreshold } from './resolve-threshold.ts'
import { type Verify, verifier } from './verifier.ts'

/** When a cascade is content. */
export interface CascadeOptions {
  /** How sure one can be of a reply: `fieldConfidence`, `logprobMargin`, `agreement`, or a function. */
  confidence: Confidence | Verify
  /** From where a reply is accepted, 0 to 1. Default: that of `confidence`. */
  threshold?: number
  /**
   * What becomes of the best reply that was not accepted when no later LM gave one. `accept`: it is the
   * answer, and its plan says so. `throw`: the error is. Default `accept`.
   */
  onUnsure?: 'accept' | 'throw'
}

/** All options of a cascade. */
export interface ResolvedCascadeOptions {
  confidence: Confidence
  threshold: number
  onUnsure: 'accept' | 'throw'
}

const defaults = { onUnsure: 'accept' } as const

/** Fills in the defaults; throws `OptionError` for a threshold outside 0 to 1. */
export function resolveCascadeOptions(options: CascadeOptions): ResolvedCascadeOptions {
  const { confidence: given, onUnsure = defaults.onUnsure } = options
  const confidence = typeof given === 'function' ? verifier(given) : given
  const threshold = resolveThreshold(options.threshold, confidence.threshold)
  return { confidence, threshold, onUnsure }
}
