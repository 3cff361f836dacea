import type { LM } from '@ockham/core'
import type { Environment } from '../internal/environment.ts'
import { lm } from '../lm.ts'
import type { LMOptions } from '../provider/lm-options.ts'
import { manyModels } from './many-models.ts'
import { modelNames } from './model-names.ts'
import { oneModel } from './one-model.ts'
import { prefixesFor, readVariables, type SetVariables } from './read-variables.ts'
import { warnOfTypos } from './warn-of-typos.ts'

/** Which variables to read, and options for the LMs they name, which go before the variables. */
export interface LMFromEnvOptions extends Omit<LMOptions, 'env'> {
  /** Reads `<MODULE>_LLM_…` before `LLM_…`. */
  module?: string
}

/**
 * The LM that `LLM_MODEL` names, as `provider/model` or together with `LLM_PROVIDER`, with retries, limits,
 * budget and cache as the other variables say (`environmentVariables`); a router as soon as they ask for
 * what one model alone cannot give. Keys and base URLs come from the same environment. Throws
 * `LMConfigurationError` that names the variable.
 */
export function lmFromEnv(env: Environment = process.env, options: LMFromEnvOptions = {}): LM {
  const { module, ...own } = options
  const prefixes = prefixesFor(module)
  const set = readVariables(env, prefixes)
  const { models, fallbacks } = modelNames(env, prefixes)
  warnOfTypos(env, prefixes)
  const lmOptions = { ...optionsFrom(set, own), env }
  const first = [...new Set(models)]
  const further = (set.enableFallback?.value ?? true) ? [...new Set(fallbacks)] : []
  const lms = first.map((name) => lm(name, lmOptions))
  const others = further.filter((name) => !first.includes(name)).map((name) => lm(name, lmOptions))
  const [only, ...rest] = [...lms, ...others]
  const isOne = only !== undefined && rest.length === 0 && !asksForRouter(set)
  return isOne ? oneModel(env, set, only) : manyModels(env, set, lms, others)
}

function optionsFrom(
  { temperature, maxTokens, timeoutMs }: SetVariables,
  own: LMOptions,
): LMOptions {
  return {
    ...(temperature && { temperature: temperature.value }),
    ...(maxTokens && { maxTokens: maxTokens.value }),
    ...own,
    ...(timeoutMs && { timeouts: { totalMs: timeoutMs.value, ...own.timeouts } }),
  }
}

/** Whether something is asked for that only a router does, even for one model. */
function asksForRouter(set: SetVariables): boolean {
  const { strategy, maxLatencyMs, sensitivity, preferLocal, enableFallback } = set
  return (
    [strategy, maxLatencyMs, sensitivity].some((each) => each !== undefined) ||
    [preferLocal, enableFallback].some((each) => each?.value === true)
  )
}
