import { priceList } from './price-list.ts'
import { ratesFromList } from './rates-from-list.ts'

const otherThings =
  /image|audio|embed|transcribe|tts|moderation|whisper|realtime|:(?:extended|batch)$/

/** The names under which the price list has a provider's chat models that are still sold. */
export function listedNames(providerId: string | undefined): readonly string[] {
  const provider = providerId === undefined ? undefined : priceList()?.findProvider({ providerId })
  if (!provider || provider.id !== providerId) return []
  return provider.models
    .filter(({ id, deprecated, prices }) => {
      const price = Array.isArray(prices) ? prices[0]?.prices : prices
      // Gateways have every model twice, with its maker and without; they only take the first.
      const isName = id.includes('/') && !id.endsWith('-') && !otherThings.test(id)
      return isName && !deprecated && price && ratesFromList(price)
    })
    .map(({ id }) => id)
}
