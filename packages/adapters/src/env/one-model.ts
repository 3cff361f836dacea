import { budgeted, cached, type LM, limited, retrying } from '@ockham/core'
import type { Environment } from '../internal/environment.ts'
import { budgetFromEnv } from './budget-from-env.ts'
import { cacheFromEnv } from './cache-from-env.ts'
import { limitsFromEnv } from './limits-from-env.ts'
import type { SetVariables } from './read-variables.ts'

/** An LM with what the environment asks for around it. */
export function oneModel(env: Environment, set: SetVariables, lm: LM): LM {
  const limits = limitsFromEnv(set)
  const budget = budgetFromEnv(env, set)
  const cache = cacheFromEnv(env, set)
  const retries = set.maxRetries?.value
  // A call waits for its turn before it reserves what it may cost; a reply from the cache needs neither.
  const paid = budget ? budgeted(lm, budget) : lm
  const paced = limits ? limited(paid, limits) : paid
  const steady =
    retries === 0 ? paced : retrying(paced, retries === undefined ? {} : { attempts: retries + 1 })
  return cache ? cached(steady, cache) : steady
}
