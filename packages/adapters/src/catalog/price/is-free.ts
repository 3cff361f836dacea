import type { Rates } from './rates.ts'

/** True for rates that no count of tokens makes dearer than nothing. */
export function isFree(rates: Rates): boolean {
  return Object.values(rates).every((rate = 0) => rate === 0)
}
