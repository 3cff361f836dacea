import { type Allowance, isWithin, type ModelEffect } from './surrogate.ts'

/**
 * The cheapest of all combinations of one model for each predictor whose summed loss is within what is allowed, as
 * places in the lists, and of equally cheap ones the one that loses least; undefined where none is.
 */
export function cheapestByEnumeration(
  predictors: readonly (readonly ModelEffect[])[],
  allowance: Allowance,
): number[] | undefined {
  const places = predictors.map(() => 0)
  let best: number[] | undefined
  let leastPrice = Number.POSITIVE_INFINITY
  let leastLoss = Number.POSITIVE_INFINITY
  do {
    let [price, loss, variance] = [0, 0, 0]
    for (let index = 0; index < places.length; index += 1) {
      const effect = predictors[index]?.[places[index] ?? 0]
      if (effect === undefined) return undefined // a predictor without a model
      price += effect.price
      loss += effect.loss
      variance += effect.variance
    }
    const isBetter = price < leastPrice || (price === leastPrice && loss < leastLoss)
    if (isBetter && isWithin(loss, variance, allowance)) {
      best = [...places]
      leastPrice = price
      leastLoss = loss
    }
  } while (advance(places, predictors))
  return best
}

/** Counts on by one, the first place fastest; false after the last combination. */
function advance(places: number[], predictors: readonly (readonly unknown[])[]): boolean {
  for (let index = 0; index < places.length; index += 1) {
    const next = (places[index] ?? 0) + 1
    if (next < (predictors[index]?.length ?? 0)) {
      places[index] = next
      return true
    }
    places[index] = 0
  }
  return false
}
