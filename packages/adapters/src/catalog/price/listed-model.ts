import { priceList } from './price-list.ts'
import type { Rates } from './rates.ts'
import { ratesFromList } from './rates-from-list.ts'

/** One model of the price list. */
export interface ListedModel {
  readonly contextTokens: number | undefined
  /** What holds at a time; prices may change with the date or the hour. Undefined when not known. */
  ratesAt(time: Date): Rates | undefined
  /** Every price there was, is or will be. */
  readonly everyRates: readonly Rates[]
}

/** A model by the list's id of its provider and one of its names. */
export function listedModel(providerId: string, name: string): ListedModel | undefined {
  const list = priceList()
  const found = list?.calcPrice({}, name, { providerId })
  // The list takes any id that contains a provider's name for that provider; a proxy is not its vendor.
  if (!list || found?.provider.id !== providerId) return undefined
  const { prices, context_window: contextTokens } = found.model
  if (!Array.isArray(prices)) {
    const rates = ratesFromList(prices)
    return { contextTokens, ratesAt: () => rates, everyRates: rates ? [rates] : [] }
  }
  return {
    contextTokens,
    ratesAt: (timestamp) => {
      const price = list.calcPrice({}, name, { providerId, timestamp })?.model_price
      return price && ratesFromList(price)
    },
    everyRates: prices
      .map((period) => ratesFromList(period.prices))
      .filter((rates) => rates !== undefined),
  }
}
