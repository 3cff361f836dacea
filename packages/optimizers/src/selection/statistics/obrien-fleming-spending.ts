import { normalQuantile, normalTail } from './normal.ts'

/**
 * How much of a one-sided error probability may be spent by the time a fraction of the examples is seen:
 * hardly any early, all of it at the end. Lan and DeMets, "Discrete sequential boundaries for clinical
 * trials", the spending function of O'Brien and Fleming's type.
 */
export function obrienFlemingSpending(fraction: number, errorProbability: number): number {
  if (fraction <= 0) return 0
  if (fraction >= 1) return errorProbability
  return 2 * normalTail(normalQuantile(errorProbability / 2) / Math.sqrt(fraction))
}
