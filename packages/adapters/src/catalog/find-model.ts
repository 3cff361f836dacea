import { knownModel } from './known-model.ts'
import type { ModelInfo } from './model-info.ts'
import { isLocalKey } from './name/is-local-key.ts'
import { type ModelKey, modelKey } from './name/model-key.ts'
import { overrideOf } from './override/override-of.ts'
import { listPrice } from './price/list-price.ts'
import { modelRates } from './price/model-rates.ts'

/**
 * What the catalog knows of `provider/model`; undefined when it knows nothing. Dates and `-latest`
 * at the end of a name, and other names of a provider, are seen through.
 */
export function findModel(name: string): ModelInfo | undefined {
  const key = modelKey(name)
  return key && modelInfo(key)
}

function modelInfo(key: ModelKey): ModelInfo | undefined {
  const override = overrideOf(key.name)
  const isLocal = isLocalKey(key)
  const known = knownModel(key)
  const { facts } = known
  // The price list takes long to load, so it is asked last.
  if (!(override || isLocal || facts || known.listed)) return undefined
  const rates = modelRates({ key, local: isLocal }).at(new Date())
  const contextTokens =
    override?.contextTokens ??
    facts?.contextTokens ??
    (isLocal ? undefined : known.listed?.contextTokens)
  const maxOutputTokens = override?.maxOutputTokens ?? facts?.maxOutputTokens
  return {
    name: key.name,
    provider: key.provider.name,
    model: key.model,
    local: override?.local ?? isLocal,
    ...(contextTokens !== undefined && { contextTokens }),
    ...(maxOutputTokens !== undefined && { maxOutputTokens }),
    capabilities: { ...facts?.capabilities, ...override?.capabilities },
    price: rates ? listPrice(rates) : null,
  }
}
