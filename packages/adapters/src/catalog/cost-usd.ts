import { billOf } from './price/bill-of.ts'
import type { BilledTokens } from './price/billed-tokens.ts'
import { isFree } from './price/is-free.ts'
import { modelRates } from './price/model-rates.ts'
import type { Priced } from './priced.ts'

// Words for the class of service that everyone gets; all others cost something else.
const special = new Set(['flex', 'priority', 'batch'])

/** What a call cost that ended at a time, in US dollars; null when the price is not known. */
export function costUSD(
  priced: Priced,
  tokens: BilledTokens,
  at: Date = new Date(),
): number | null {
  const rates = modelRates(priced)
  const then = rates.at(at)
  if (!then) return null
  if (isFree(then)) return 0
  const { serviceTier = '' } = tokens
  const factor = special.has(serviceTier) ? rates.tierFactor(serviceTier) : 1
  const bill = billOf(then, tokens)
  return bill && factor !== undefined ? bill.total * factor : null
}
