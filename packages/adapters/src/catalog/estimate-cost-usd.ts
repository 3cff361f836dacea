import type { LMUsage } from '@ockham/core'
import { costUSD } from './cost-usd.ts'
import { isLocalKey } from './name/is-local-key.ts'
import { modelKey } from './name/model-key.ts'

/** What so many tokens of `provider/model` cost now, in US dollars; null when not known, 0 when local. */
export function estimateCostUSD(name: string, usage: LMUsage): number | null {
  const key = modelKey(name)
  return key ? costUSD({ key, local: isLocalKey(key) }, usage) : null
}
