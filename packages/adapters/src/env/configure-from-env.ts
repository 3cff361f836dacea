import { configure, type LM } from '@ockham/core'
import type { Environment } from '../internal/environment.ts'
import { type LMFromEnvOptions, lmFromEnv } from './lm-from-env.ts'

/** Makes the LM that the environment describes the default of the process, and returns it; throws as `lmFromEnv`. */
export function configureFromEnv(
  env: Environment = process.env,
  options: LMFromEnvOptions = {},
): LM {
  const lm = lmFromEnv(env, options)
  configure({ lm })
  return lm
}
