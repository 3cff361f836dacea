import { OptionError } from '@ockham/core'
import { modelKey } from '../name/model-key.ts'
import { checkPrice } from '../price/check-price.ts'
import type { ModelOverride } from './model-override.ts'
import { overrides } from './overrides.ts'

/**
 * Tells the catalog what holds of `provider/model`, for a fine-tune or a private deployment; queries,
 * costs and capabilities go by it in the whole process until the function it returns is called. Throws
 * `OptionError` for a name without a provider and a price below 0.
 */
export function overrideModel(name: string, facts: ModelOverride): () => void {
  const key = modelKey(name)
  if (!key) throw new OptionError('name', `must be "provider/model"; it is "${name}".`)
  if (facts.price) checkPrice(facts.price)
  const own = { ...facts }
  overrides.set(key.name, [...(overrides.get(key.name) ?? []), own])
  return () => {
    const left = (overrides.get(key.name) ?? []).filter((other) => other !== own)
    if (left.length > 0) overrides.set(key.name, left)
    else overrides.delete(key.name)
  }
}
