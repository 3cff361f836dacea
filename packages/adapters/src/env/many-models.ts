import type { LM } from '@ockham/core'
import type { Environment } from '../internal/environment.ts'
import { router } from '../routing/router.ts'
import { atLeastAsSensitive } from './at-least-as-sensitive.ts'
import { budgetFromEnv } from './budget-from-env.ts'
import { cacheFromEnv } from './cache-from-env.ts'
import { limitsFromEnv } from './limits-from-env.ts'
import type { SetVariables } from './read-variables.ts'
import { strategyFromEnv } from './strategy-from-env.ts'

/** A router over the LMs, and over the fallbacks when those fail, as the environment asks for it. */
export function manyModels(
  env: Environment,
  set: SetVariables,
  lms: readonly LM[],
  fallbacks: readonly LM[],
): LM {
  const limits = limitsFromEnv(set)
  const budget = budgetFromEnv(env, set)
  const cache = cacheFromEnv(env, set)
  const { maxLatencyMs, maxRetries, sensitivity } = set
  const models = [...lms, ...fallbacks]
  const routes = router({
    models,
    strategy: strategyFromEnv(
      set,
      fallbacks.map(({ model }) => model),
    ),
    ...(maxLatencyMs && { deadlineMs: maxLatencyMs.value }),
    ...(maxRetries && { attempts: maxRetries.value + models.length }),
    ...(limits && { limits }),
    ...(budget && { budget }),
    ...(cache && { cache }),
  })
  return sensitivity ? atLeastAsSensitive(routes, sensitivity.value) : routes
}
