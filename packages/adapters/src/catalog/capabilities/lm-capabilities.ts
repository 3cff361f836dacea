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
const deniedByModel = ['jsonSchema', 'jsonObject', 'citations', 'logprobs', 'reasoning'] as const

/** What an LM can do: what its wire can, as far as the catalog does not know better of the model. */
export function lmCapabilities({ key, capabilities, tellsThoughts }: Wire): LMCapabilities {
  const override = overrideOf(key.name)
  const { facts } = knownModel(key)
  const model = { ...facts?.capabilities, ...override?.capabilities }
  const limits = { ...facts, ...override }
  const result: { -readonly [name in keyof LMCapabilities]: LMCapabilities[name] } = {
    ...capabilities,
  }
  for (const name of decidedByModel) {
    const can = model[name]
    if (can !== undefined) result[name] = can
  }
  if (tellsThoughts && model.reasoning === true) result.reasoning ??= true
  for (const name of deniedByModel) if (model[name] === false) result[name] = false
  if (limits.contextTokens !== undefined) result.contextTokens = limits.contextTokens
  if (limits.maxOutputTokens !== undefined) result.maxOutputTokens = limits.maxOutputTokens
  return result
}
