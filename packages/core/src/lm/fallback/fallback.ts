import { OptionError } from '../../errors/option-error.ts'
import type { AttemptPlan } from '../attempts/attempt-plan.ts'
import { choosing } from '../attempts/choosing.ts'
import { generateByPlan } from '../attempts/generate-by-plan.ts'
import { streamByPlan } from '../attempts/stream-by-plan.ts'
import { sumOfMaxCosts } from '../attempts/sum-of-max-costs.ts'
import type { LM } from '../lm.ts'
import type { LMRequest } from '../lm-request.ts'
import { type FallbackOptions, resolveFallbackOptions } from './fallback-options.ts'
import { fallbackPlan } from './fallback-plan.ts'

/**
 * Asks the LMs in order until one replies; a stream that fails midway restarts at the next LM.
 * `response.model` is the LM that served. What is confidential goes to local LMs only. Throws
 * `AllRoutesFailedError`, `ContentFilterError` (unless told otherwise) or `AbortError`.
 */
export function fallback(first: LM, ...others: LM[]): LM
export function fallback(lms: readonly LM[], options?: FallbackOptions): LM
export function fallback(
  first: LM | readonly LM[],
  ...rest: (LM | FallbackOptions | undefined)[]
): LM {
  if (isLM(first)) return fallbackOver([first, ...rest.filter(isLM)], {})
  const [options = {}] = rest
  return fallbackOver(first, isLM(options) ? {} : options)
}

function fallbackOver(lms: readonly LM[], options: FallbackOptions): LM {
  const [first] = lms
  if (first === undefined) throw new OptionError('lms', 'is empty: give fallback at least one LM.')
  const settings = resolveFallbackOptions(options)
  const plan = (request: LMRequest): AttemptPlan => fallbackPlan(lms, settings, request)
  return choosing('fallback', first, lms, {
    generate: async (request) => generateByPlan(plan(request), request),
    stream: (request) => streamByPlan(plan(request), request),
    maxCostUSD: (request) => sumOfMaxCosts(lms, request),
  })
}

function isLM(value: LM | readonly LM[] | FallbackOptions | undefined): value is LM {
  return value !== undefined && 'generate' in value
}
