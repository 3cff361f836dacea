import type { LMUsage } from '@ockham/core'
import { costUSD } from './cost-usd.ts'
import { modelKey } from './name/model-key.ts'

/** What so many tokens of `provider/model` cost, in US dollars; null when not known, 0 when local. */
export function estimateCostUSD(name: string, usage: LMUsage): number | null {
  const key = modelKey(name)
  if (!key) return null
  const { provider } = key
  return costUSD(
    { local: provider.local === true, priceProvider: provider.prices },
    key.model,
    usage,
  )
}
