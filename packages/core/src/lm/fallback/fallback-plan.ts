import { ContentFilterError } from '../../errors/content-filter-error.ts'
import { ContextWindowExceededError } from '../../errors/context-window-exceeded-error.ts'
import type { AttemptPlan } from '../attempts/attempt-plan.ts'
import type { LM } from '../lm.ts'
import type { LMRequest } from '../lm-request.ts'
import { allRoutesFailed, type Route } from './all-routes-failed.ts'
import { cleared } from './cleared.ts'
import type { FallbackOptions } from './fallback-options.ts'

/**
 * Asks each LM that may see the request once, in order; after a prompt that was too long only those with
 * a larger window. Throws `AllRoutesFailedError` when there is none, or after the last.
 */
export function fallbackPlan(
  lms: readonly LM[],
  options: Required<FallbackOptions>,
  request: LMRequest,
): AttemptPlan {
  const routes: Route[] = []
  const waiting = cleared(lms, request, routes)
  let current: LM | undefined
  let tooSmall = 0

  function take(): LM {
    current = waiting.shift()
    if (!current) throw allRoutesFailed(routes)
    return current
  }

  function passOver(lm: LM): boolean {
    const window = lm.capabilities?.contextTokens ?? Number.POSITIVE_INFINITY
    if (window > tooSmall) return false
    routes.push({ model: lm.model, refused: `its window of ${window} tokens is no larger` })
    return true
  }

  return {
    get first() {
      return take()
    },
    hasNext: () => waiting.length > 0,
    next(error) {
      if (options.onContentFilter === 'throw' && ContentFilterError.is(error)) throw error
      if (current) routes.push({ model: current.model, error })
      if (ContextWindowExceededError.is(error)) {
        tooSmall = Math.max(tooSmall, current?.capabilities?.contextTokens ?? 0)
      }
      while (waiting[0] && passOver(waiting[0])) waiting.shift()
      if (request.allowance && !request.allowance.open) {
        for (const { model } of waiting.splice(0)) {
          routes.push({ model, refused: 'the allowance of the request is used up' })
        }
      }
      return take()
    },
  }
}
