import { factsOf } from './facts/facts-of.ts'
import type { ModelFacts } from './facts/model-facts.ts'
import type { ModelKey } from './name/model-key.ts'
import { nameVariants } from './name/name-variants.ts'
import { type ListedModel, listedModel } from './price/listed-model.ts'

/** A model as the two sources have it; each is asked when it is first needed. */
export interface KnownModel {
  /** From the snapshot. */
  readonly facts: ModelFacts | undefined
  /** From the price list. */
  readonly listed: ListedModel | undefined
}

const known = new Map<string, KnownModel>()
// Names come from programs and not from users, so few are ever asked; this is against a loop that makes them up.
const mostKnown = 5000

/** What the sources say of a model; kept, since to search them takes longer than to reckon a price. */
export function knownModel(key: ModelKey): KnownModel {
  const place = `${key.provider.prices ?? ''} ${key.name}`
  const kept = known.get(place)
  if (kept) return kept
  if (known.size >= mostKnown) known.clear()
  const model = lookUp(key)
  known.set(place, model)
  return model
}

function lookUp(key: ModelKey): KnownModel {
  let facts: { value: ModelFacts | undefined } | undefined
  let listed: { value: ListedModel | undefined } | undefined
  return {
    get facts() {
      facts ??= { value: factsOf(key) }
      return facts.value
    },
    get listed() {
      listed ??= { value: search(key) }
      return listed.value
    },
  }
}

function search({ provider, model }: ModelKey): ListedModel | undefined {
  if (provider.prices === undefined) return undefined
  for (const name of nameVariants(model)) {
    const found = listedModel(provider.prices, name)
    if (found) return found
  }
  return undefined
}
