import { describe, expect, it } from 'vitest'
import { type Random, seededRandom } from '../../random/random.ts'
import { cheapestByEnumeration } from './cheapest-by-enumeration.ts'
import { cheapestByKnapsack } from './cheapest-by-knapsack.ts'
import { cheapestWithin } from './cheapest-within.ts'
import { type Allowance, isWithin, type ModelEffect } from './surrogate.ts'

const anchor: ModelEffect = { loss: 0, variance: 0, price: 0 }

/** The anchor, and models that cost less and lose more, or sometimes less. */
function randomEffects(random: Random, models: number): ModelEffect[] {
  const others = Array.from({ length: models - 1 }, () => ({
    loss: (random.next() - 0.2) * 0.1,
    variance: (random.next() * 0.02) ** 2,
    price: -random.next(),
  }))
  return [anchor, ...others]
}

function randomProblem(random: Random): ModelEffect[][] {
  const predictors = 1 + random.below(4)
  return Array.from({ length: predictors }, () => randomEffects(random, 1 + random.below(6)))
}

function total(problem: readonly (readonly ModelEffect[])[], places: readonly number[]) {
  const found = places.map((place, index) => problem[index]?.[place] ?? anchor)
  const sum = (of: keyof ModelEffect): number => found.reduce((all, one) => all + one[of], 0)
  return { loss: sum('loss'), variance: sum('variance'), price: sum('price') }
}

/** Every combination, written another way. */
function combinations(sizes: readonly number[]): number[][] {
  return sizes.reduce<number[][]>(
    (found, size) =>
      found.flatMap((places) => Array.from({ length: size }, (_, place) => [...places, place])),
    [[]],
  )
}

const allowances: Allowance[] = [
  { limit: 0.05, caution: 0.25, variance: 0 },
  { limit: 0.05, caution: 2.25, variance: 0 },
  { limit: 0.1, caution: 1.25, variance: 0.0002 },
  { limit: -0.02, caution: 0.25, variance: 0 },
  { limit: 0.03, caution: 0, variance: 0 },
]

describe.each(allowances)(
  'the cheapest assignment within $limit at caution $caution',
  (allowance) => {
    it('is, by enumeration, within it, and none that is within it is cheaper', () => {
      const random = seededRandom(1)
      for (let round = 0; round < 200; round += 1) {
        const problem = randomProblem(random)
        const found = cheapestByEnumeration(problem, allowance)
        const within = combinations(problem.map(({ length }) => length))
          .map((places) => total(problem, places))
          .filter(({ loss, variance }) => isWithin(loss, variance, allowance))
        if (found === undefined) {
          expect(within).toEqual([])
          continue
        }
        const { loss, variance, price } = total(problem, found)
        expect(isWithin(loss, variance, allowance)).toBe(true)
        expect(price).toBeCloseTo(Math.min(...within.map((one) => one.price)), 12)
      }
    })

    it('is, as a knapsack, within it, and as cheap as with a hundredth less', () => {
      const random = seededRandom(2)
      let agreed = 0
      for (let round = 0; round < 200; round += 1) {
        const problem = randomProblem(random)
        const found = cheapestByKnapsack(problem, allowance)
        const best = cheapestByEnumeration(problem, allowance)
        const slack = 0.01 * (Math.abs(allowance.limit) + 0.08)
        const tighter = { ...allowance, limit: allowance.limit - slack }
        const safe = cheapestByEnumeration(problem, tighter)
        if (safe) expect(found).toBeDefined()
        if (found === undefined) {
          if (best === undefined) agreed += 1
          continue
        }
        const { loss, variance, price } = total(problem, found)
        expect(isWithin(loss, variance, allowance)).toBe(true)
        if (safe) expect(price).toBeLessThanOrEqual(total(problem, safe).price + 1e-9)
        if (best && price <= total(problem, best).price + 1e-9) agreed += 1
      }
      expect(agreed).toBeGreaterThan(190)
    })
  },
)

describe('cheapestWithin', () => {
  const allowance = { limit: 0.05, caution: 0.25, variance: 0 }

  it('takes of equally cheap assignments the one that loses less', () => {
    const models = [
      anchor,
      { ...anchor, loss: 0.04, price: -1 },
      { ...anchor, loss: 0.01, price: -1 },
    ]
    expect(cheapestWithin([models], allowance)).toEqual([2])
  })

  it('keeps the anchor where nothing else is within the limit, and finds nothing where not even that is', () => {
    const models = [anchor, { loss: 0.2, variance: 0, price: -1 }]
    expect(cheapestWithin([models, models], allowance)).toEqual([0, 0])
    expect(cheapestWithin([models], { ...allowance, limit: -0.01 })).toBeUndefined()
  })

  it('counts a loss at the very limit as within it', () => {
    const models = [anchor, { loss: 0.1, variance: 0, price: -1 }]
    expect(cheapestWithin([models, models, models], { ...allowance, limit: 0.3 })).toEqual([
      1, 1, 1,
    ])
  })

  it('has nothing to choose for a program without predictors', () => {
    expect(cheapestWithin([], allowance)).toEqual([])
  })

  it('finds in 13 models for 30 predictors, in little time, what is within the limit and next to the best possible', () => {
    const random = seededRandom(3)
    const problem = Array.from({ length: 30 }, () => randomEffects(random, 13))
    const startedAt = performance.now()
    const found = cheapestWithin(problem, allowance)
    expect(performance.now() - startedAt).toBeLessThan(2000)
    const { loss, variance, price } = total(problem, found ?? [])
    expect(isWithin(loss, variance, allowance)).toBe(true)
    // No assignment is cheaper than the best price a dollar of loss can buy: the linear relaxation, by Lagrange.
    expect(price).toBeLessThan(0.97 * lowerBound(problem, allowance))
  })
})

/** No assignment within the limit is cheaper, whatever the variances. */
function lowerBound(problem: readonly (readonly ModelEffect[])[], { limit }: Allowance): number {
  const multipliers = Array.from({ length: 400 }, (_, step) => step / 4)
  const bounds = multipliers.map((weight) => {
    const each = problem.map((models) =>
      Math.min(...models.map(({ price, loss }) => price + weight * loss)),
    )
    return each.reduce((sum, value) => sum + value, 0) - weight * limit
  })
  return Math.max(...bounds)
}
