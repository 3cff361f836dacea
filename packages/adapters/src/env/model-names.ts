import { LMConfigurationError } from '@ockham/core'
import { type Environment, firstSet } from '../internal/environment.ts'
import { parseModelName } from '../provider/parse-model-name.ts'
import { providers } from '../provider/providers.ts'
import { resolveModelName } from '../provider/resolve-model-name.ts'
import { mayShow } from './may-show.ts'
import { variables } from './variables.ts'

/** The models that are named, as `provider/model`. */
export interface ModelNames {
  /** Never empty. */
  readonly models: readonly string[]
  readonly fallbacks: readonly string[]
}

/** Throws `LMConfigurationError` that says what to set. */
export function modelNames(env: Environment, prefixes: readonly string[]): ModelNames {
  for (const prefix of prefixes) {
    const models = namesIn(env, `${prefix}LLM_MODEL`)
    const provider = firstSet(env, [`${prefix}LLM_PROVIDER`])
    if (models.length > 0) {
      const full = models.map((model) => modelString(env, prefix, model, provider))
      return { models: full, fallbacks: fallbackNames(env, prefixes, provider) }
    }
    if (provider !== undefined) throw missing(`${prefix}LLM_PROVIDER`, `${prefix}LLM_MODEL`)
  }
  const names = prefixes.map((prefix) => `${prefix}LLM_MODEL`).join(' or ')
  throw new LMConfigurationError(
    `No LM is named in the environment. Set ${names}, to openai/gpt-4o-mini for example, ` +
      'or to gpt-4o-mini with LLM_PROVIDER=openai.',
  )
}

function namesIn(env: Environment, variable: string): readonly string[] {
  const text = firstSet(env, [variable])
  return (text && variables.model.kind.parse(text)) || []
}

function modelString(
  env: Environment,
  prefix: string,
  model: string,
  own: string | undefined,
): string {
  const named = parseModelName(model)?.provider
  if (own !== undefined) {
    return known(env, `${prefix}LLM_PROVIDER`, named === own ? model : `${own}/${model}`)
  }
  if (named !== undefined && providers.has(named)) return model
  // A module may name only its model and share the provider.
  const shared = firstSet(env, ['LLM_PROVIDER'])
  if (shared !== undefined) return known(env, 'LLM_PROVIDER', `${shared}/${model}`)
  if (named !== undefined) return known(env, `${prefix}LLM_MODEL`, model)
  return bareName(env, model, `${prefix}LLM_MODEL`, `${prefix}LLM_PROVIDER`)
}

/** A fallback is often at another provider, so one that names a provider keeps it. */
function fallbackNames(
  env: Environment,
  prefixes: readonly string[],
  own: string | undefined,
): readonly string[] {
  const prefix = prefixes.find((each) => namesIn(env, `${each}LLM_FALLBACK_MODEL`).length > 0) ?? ''
  const provider = own ?? firstSet(env, ['LLM_PROVIDER'])
  return namesIn(env, `${prefix}LLM_FALLBACK_MODEL`).map((model) => {
    const named = parseModelName(model)?.provider
    const variable = `${prefix}LLM_FALLBACK_MODEL`
    if (named !== undefined && providers.has(named)) return model
    if (provider !== undefined) return known(env, variable, `${provider}/${model}`)
    if (named !== undefined) return known(env, variable, model)
    return bareName(env, model, variable, `${prefix}LLM_PROVIDER`)
  })
}

/** A model that only one provider has needs no provider beside it. */
function bareName(
  env: Environment,
  name: string,
  variable: string,
  providerVariable: string,
): string {
  const problem = `${variable} names a model without its provider. Set ${providerVariable} too.`
  return resolved(env, variable, name, problem)
}

/** The name, when its provider is one that there is. */
function known(env: Environment, variable: string, name: string): string {
  resolved(env, variable, name, `${variable} cannot be used.`)
  return name
}

function resolved(env: Environment, variable: string, name: string, problem: string): string {
  try {
    const { provider, model } = resolveModelName(name, [...providers.keys()])
    return `${provider}/${model}`
  } catch (cause) {
    if (!mayShow(name, env)) {
      const wanted = 'it must name what there is, such as openai/gpt-4o-mini'
      throw new LMConfigurationError(`${variable} has a value that cannot be used; ${wanted}.`)
    }
    const why = LMConfigurationError.is(cause) ? ` ${cause.message}` : ''
    throw new LMConfigurationError(`${problem}${why}`, { cause })
  }
}

function missing(present: string, absent: string): LMConfigurationError {
  return new LMConfigurationError(
    `${present} is set and ${absent} is not. Set ${absent} too, or write both halves into ` +
      'the model, such as openai/gpt-4o-mini.',
  )
}
