import type { LMRequest } from '../lm-request.ts'
import type { LMResponse } from '../lm-response.ts'
import type { Confidence } from './confidence.ts'
import { resolveThreshold } from './resolve-threshold.ts'

/** Says whether a reply is good, or how sure that is, from 0 to 1. */
export type Verify = (
  request: LMRequest,
  response: LMResponse,
) => boolean | number | Promise<boolean | number>

/** Accepts the replies that a function finds good: at least `threshold`, 0.5 by default. */
export function verifier(verify: Verify, options: { threshold?: number } = {}): Confidence {
  return {
    threshold: resolveThreshold(options.threshold, 0.5),
    async judge({ request, response }) {
      const verdict = await verify(request, response)
      if (typeof verdict === 'number') return { confidence: verdict }
      return { confidence: verdict ? 1 : 0, reason: verdict ? 'verified' : 'not verified' }
    },
  }
}
