import { type Allowance, isWithin, type ModelEffect } from './surrogate.ts'

const cells = 1000
const slopes = 24

/**
 * As `cheapestByEnumeration`, for more combinations than can be looked at: what it finds is within what is allowed, and
 * the cheapest but for a loss of about one hundredth of the limit for each ten predictors. A knapsack (multiple choice,
 * by dynamic programming): since `sqrt(v)` is the least of `v / 2t + t / 2`, one of several `t` makes the bound a sum.
 */
export function cheapestByKnapsack(
  predictors: readonly (readonly ModelEffect[])[],
  allowance: Allowance,
): number[] | undefined {
  const { limit, caution } = allowance
  let best: number[] | undefined
  let leastPrice = Number.POSITIVE_INFINITY
  for (const root of rootsOf(predictors, allowance)) {
    const weightOf = ({ loss, variance }: ModelEffect): number =>
      loss + (root > 0 ? (caution * variance) / (2 * root) : 0)
    const fixed = root > 0 ? caution * (allowance.variance / (2 * root) + root / 2) : 0
    const places = knapsack(predictors, weightOf, limit - fixed)
    const found = places?.map((place, index) => predictors[index]?.[place])
    const price = sum(found?.map((effect) => effect?.price ?? 0) ?? [])
    if (places === undefined || price >= leastPrice) continue
    const loss = sum(found?.map((effect) => effect?.loss ?? 0) ?? [])
    const variance = sum(found?.map((effect) => effect?.variance ?? 0) ?? [])
    if (!isWithin(loss, variance, allowance)) continue
    best = places
    leastPrice = price
  }
  return best
}

/** Standard errors that a sum may have, from the least to the largest, each a little above the one before. */
function rootsOf(
  predictors: readonly (readonly ModelEffect[])[],
  { caution, variance }: Allowance,
): number[] {
  const bound = (pick: (...values: number[]) => number): number =>
    Math.sqrt(variance + sum(predictors.map((models) => pick(...models.map((m) => m.variance)))))
  const [least, most] = [bound(Math.min), bound(Math.max)]
  if (caution === 0 || most === 0) return [0]
  const first = Math.max(least, most / 1000)
  return Array.from({ length: slopes }, (_, n) => first * (most / first) ** (n / (slopes - 1)))
}

/** The cheapest places whose weights, rounded up to cells, are at most `limit` together. */
function knapsack(
  predictors: readonly (readonly ModelEffect[])[],
  weightOf: (effect: ModelEffect) => number,
  limit: number,
): number[] | undefined {
  // Weights count from the least of their predictor, so that none is negative.
  const least = predictors.map((models) => Math.min(...models.map(weightOf)))
  const room = limit - sum(least)
  if (!(room >= 0) || !Number.isFinite(room)) return undefined
  let prices = new Float64Array(cells + 1)
  const chosen: Int32Array[] = []
  for (const [index, models] of predictors.entries()) {
    const next = new Float64Array(cells + 1).fill(Number.POSITIVE_INFINITY)
    const places = new Int32Array(cells + 1)
    for (const [place, model] of models.entries()) {
      const size = sizeOf(weightOf(model) - (least[index] ?? 0), room)
      for (let cell = size; cell <= cells; cell += 1) {
        const price = (prices[cell - size] ?? 0) + model.price
        if (price >= (next[cell] ?? 0)) continue
        next[cell] = price
        places[cell] = place
      }
    }
    prices = next
    chosen.push(places)
  }
  return prices[cells] === Number.POSITIVE_INFINITY
    ? undefined
    : traceBack(chosen, (index, place) => {
        const model = predictors[index]?.[place]
        return model ? sizeOf(weightOf(model) - (least[index] ?? 0), room) : 0
      })
}

/** Cells that a weight takes; more than there are where it does not fit. */
function sizeOf(weight: number, room: number): number {
  if (weight <= 0) return 0
  return weight > room ? cells + 1 : Math.ceil((weight / room) * cells)
}

function traceBack(
  chosen: readonly Int32Array[],
  size: (index: number, place: number) => number,
): number[] {
  let cell = cells
  return chosen
    .map((places, index) => ({ places, index }))
    .toReversed()
    .map(({ places, index }) => {
      const place = places[cell] ?? 0
      cell -= size(index, place)
      return place
    })
    .toReversed()
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
