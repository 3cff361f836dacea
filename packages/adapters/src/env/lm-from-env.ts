import { type LM, LMConfigurationError } from '@ockham/core'
import { type Environment, firstSet } from '../internal/environment.ts'
import { lm } from '../lm.ts'
import { parseModelName } from '../provider/parse-model-name.ts'
import { providers } from '../provider/providers.ts'
import type { VendorOptions } from '../vendor/vendor-options.ts'

/** Which variables to read, and options for the LM they name. */
export interface LMFromEnvOptions extends Omit<VendorOptions, 'env'> {
  /** Reads `<MODULE>_LLM_MODEL` and `<MODULE>_LLM_PROVIDER` before the general ones. */
  module?: string
}

/**
 * The LM that `LLM_MODEL` names, as `provider/model` or together with `LLM_PROVIDER`; keys and base
 * URLs come from the same environment. Throws `LMConfigurationError` that says what to set.
 */
export function lmFromEnv(env: Environment = process.env, options: LMFromEnvOptions = {}): LM {
  const { module, ...vendorOptions } = options
  const prefixes = module === undefined ? [''] : [`${variablePart(module)}_`, '']
  for (const prefix of prefixes) {
    const model = firstSet(env, [`${prefix}LLM_MODEL`])
    const provider = firstSet(env, [`${prefix}LLM_PROVIDER`])
    if (model !== undefined) {
      return lm(modelString(env, prefix, model, provider), { ...vendorOptions, env })
    }
    if (provider !== undefined) throw missing(`${prefix}LLM_PROVIDER`, `${prefix}LLM_MODEL`)
  }
  const names = prefixes.map((prefix) => `${prefix}LLM_MODEL`).join(' or ')
  throw new LMConfigurationError(
    `No LM is named in the environment. Set ${names}, to openai/gpt-4o-mini for example, ` +
      'or to gpt-4o-mini with LLM_PROVIDER=openai.',
  )
}

function variablePart(module: string): string {
  return module.toUpperCase().replaceAll(/[^A-Z0-9]/g, '_')
}

function modelString(
  env: Environment,
  prefix: string,
  model: string,
  own: string | undefined,
): string {
  const named = parseModelName(model)?.provider
  if (own !== undefined) return named === own ? model : `${own}/${model}`
  if (named !== undefined && providers.has(named)) return model
  // A module may name only its model and share the provider.
  const shared = firstSet(env, ['LLM_PROVIDER'])
  if (shared !== undefined) return `${shared}/${model}`
  if (named !== undefined) return model
  throw missing(`${prefix}LLM_MODEL`, `${prefix}LLM_PROVIDER`)
}

function missing(present: string, absent: string): LMConfigurationError {
  return new LMConfigurationError(
    `${present} is set and ${absent} is not. Set ${absent} too, or write both halves into ` +
      'the model, such as openai/gpt-4o-mini.',
  )
}
