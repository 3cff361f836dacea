import { ContentFilterError } from '../../errors/content-filter-error.ts'
import type { AttemptPlan } from '../attempts/attempt-plan.ts'
import type { LM } from '../lm.ts'
import { allRoutesFailed, type FailedRoute } from './all-routes-failed.ts'
import type { FallbackOptions } from './fallback-options.ts'

/** Asks each LM once, in order; throws `AllRoutesFailedError` after the last. */
export function fallbackPlan(
  first: LM,
  others: readonly LM[],
  options: Required<FallbackOptions>,
): AttemptPlan {
  const failed: FailedRoute[] = []
  let current = first
  return {
    first,
    hasNext: () => failed.length < others.length,
    next(error) {
      if (options.onContentFilter === 'throw' && ContentFilterError.is(error)) throw error
      const following = others[failed.length]
      failed.push({ model: current.model, error })
      if (following === undefined) throw allRoutesFailed(failed)
      current = following
      return following
    },
  }
}
