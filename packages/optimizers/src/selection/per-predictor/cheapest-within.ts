import { cheapestByEnumeration } from './cheapest-by-enumeration.ts'
import { cheapestByKnapsack } from './cheapest-by-knapsack.ts'
import type { Allowance, ModelEffect } from './surrogate.ts'

const mostCombinations = 1e6

/**
 * The cheapest assignment within what may be lost, if the losses of its models add up: for each predictor a place in
 * its list. Undefined where no assignment is.
 */
export function cheapestWithin(
  predictors: readonly (readonly ModelEffect[])[],
  allowance: Allowance,
): number[] | undefined {
  const combinations = predictors.reduce((product, models) => product * models.length, 1)
  const search = combinations < mostCombinations ? cheapestByEnumeration : cheapestByKnapsack
  return search(predictors, allowance)
}
