import { knownModel } from '../known-model.ts'
import type { ModelKey } from '../name/model-key.ts'
import { overrideOf } from '../override/override-of.ts'
import type { Priced } from '../priced.ts'
import type { Rates } from './rates.ts'

/** What a model charges. */
export interface ModelRates {
  /** What holds at a time; undefined when not known. */
  at(time: Date): Rates | undefined
  /** Every price that may hold; empty when none is known. */
  readonly every: readonly Rates[]
  /** The factor of a class of service; undefined when it is not known. */
  tierFactor(tier: string): number | undefined
}

const nothing: Rates = { input: 0, output: 0 }

/** What a model charges: as it was set for the LM, by an override, or as the catalog has it. */
export function modelRates({ key, local, price }: Priced): ModelRates {
  const override = overrideOf(key.name)
  const set = price ?? override?.price
  if (set) return fixed(set)
  if (set === null) return unknown
  const own = ownRates(key)
  if (own) return fixed(own)
  if (override?.local ?? local) return fixed(nothing)
  const model = knownModel(key)
  const tierFactor = (tier: string): number | undefined =>
    model.facts?.tierFactors[tier] ?? (key.provider.sameTierPrice ? 1 : undefined)
  const told = model.facts?.rates
  if (told) return { ...fixed(told), tierFactor }
  const { listed } = model
  if (listed && listed.everyRates.length > 0) {
    return { at: (time) => listed.ratesAt(time), every: listed.everyRates, tierFactor }
  }
  const kin = model.facts?.kinRates
  return kin ? { ...fixed(kin), tierFactor } : unknown
}

function ownRates({ provider: { rates }, model }: ModelKey): Rates | undefined {
  return rates && Object.hasOwn(rates, model) ? rates[model] : undefined
}

const unknown: ModelRates = { at: () => undefined, every: [], tierFactor: () => undefined }

// A price of one's own is the price of every class of service.
function fixed(rates: Rates): ModelRates {
  return { at: () => rates, every: [rates], tierFactor: () => 1 }
}
