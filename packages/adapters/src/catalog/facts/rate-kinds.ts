import type { Rates } from '../price/rates.ts'

/** The rates that a row of the snapshot can hold, in its order. */
export const rateKinds: readonly Exclude<keyof Rates, 'request'>[] = [
  'input',
  'output',
  'cachedInput',
  'cacheWrite',
  'longCacheWrite',
  'reasoning',
  'audioInput',
  'audioOutput',
]
