import { meanScore as mean } from '../../search/mean-score.ts'
import { byPrice } from '../by-price.ts'
import type { CandidateRun } from '../candidate-run.ts'
import type { Selection } from '../selection.ts'
import { standardError } from '../standard-error.ts'

// Examples on which prices are compared, until the order is clear.
const sizes = [10, 20, 40, 80]
// Standard errors that one price must be above another.
const clear = 2.5

/** The cheapest of several, once its price is clearly the lowest or enough examples have been run on those that come near it. */
export async function surelyCheapest<Gold extends object, Outputs extends object>(
  candidates: readonly CandidateRun<Gold, Outputs>[],
  { data }: Selection<Gold, Outputs>,
): Promise<CandidateRun<Gold, Outputs> | undefined> {
  for (const size of sizes) {
    const [first, ...others] = byPrice(candidates)
    const rivals = others.filter((other) => first && !isClearlyDearer(other, first))
    if (first === undefined || rivals.length === 0) return first
    for (const run of [first, ...rivals]) await run.advance(Math.min(size, data.order.length))
  }
  return byPrice(candidates)[0]
}

/** By the examples that both were run on, since what is long for one mostly is for the other. */
function isClearlyDearer<Gold extends object, Outputs extends object>(
  one: CandidateRun<Gold, Outputs>,
  other: CandidateRun<Gold, Outputs>,
): boolean {
  const differences = one.costs.flatMap((cost, index) => {
    const otherCost = other.costs[index]
    return cost === undefined || otherCost === undefined ? [] : [cost - otherCost]
  })
  // Without prices the order is that in which they were given.
  if (differences.length < 2) return true
  const [average, error] = [mean(differences), standardError(differences)]
  // Of prices that are always the same any order will do.
  return error === 0 ? average >= 0 : average > clear * error
}
