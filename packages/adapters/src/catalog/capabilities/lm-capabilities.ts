import type { LMCapabilities } from '@ockham/core'
import { knownModel } from '../known-model.ts'
import type { ModelKey } from '../name/model-key.ts'
import { overrideOf } from '../override/override-of.ts'

/** What a vendor's wire can do, and whose model is behind it. */
export interface Wire {
  readonly key: ModelKey
  readonly capabilities: LMCapabilities
  /** True when its replies hold the thoughts of models that think. */
  readonly tellsThoughts: boolean
}

const decidedByModel = ['tools', 'vision', 'audio'] as const
const decidedByWire = ['jsonSchema', 'jsonObject', 'citations', 'logprobs'] as const

/** What an LM can do: what its wire can, as far as the catalog does not know better of the model. */
export function lmCapabilities({ key, capabilities, tellsThoughts }: Wire): LMCapabilities {
  const override = overrideOf(key.name)
  const { facts } = knownModel(key)
  const model = { ...facts?.capabilities, ...override?.capabilities }
  const result: { -readonly [name in keyof LMCapabilities]: LMCapabilities[name] } = {
    ...capabilities,
  }
  for (const name of decidedByModel) result[name] = model[name] ?? capabilities[name] ?? false
  for (const name of decidedByWire) if (model[name] === false) result[name] = false
  result.reasoning =
    model.reasoning !== false &&
    (capabilities.reasoning ?? (tellsThoughts && model.reasoning === true))
  const limits = { ...facts, ...override }
  const contextTokens = limits.contextTokens ?? capabilities.contextTokens
  const maxOutputTokens = limits.maxOutputTokens ?? capabilities.maxOutputTokens
  if (contextTokens !== undefined) result.contextTokens = contextTokens
  if (maxOutputTokens !== undefined) result.maxOutputTokens = maxOutputTokens
  return result
}
