import { expect, it } from 'vitest'
import { saferByOneStep } from './safer-by-one-step.ts'

const anchor = { loss: 0, variance: 0, price: 0 }
const model = (loss: number, price: number, variance = 0) => ({ loss, price, variance })

it('takes, where most is lost for each dollar, the cheapest model that loses less', () => {
  const predictors = [
    [anchor, model(0.01, -10)],
    [anchor, model(0.04, -8), model(0.02, -5), model(0.01, -2), model(0.05, -7)],
  ]
  expect(saferByOneStep(predictors, [1, 1], 0)).toEqual([1, 2])
  expect(saferByOneStep(predictors, [1, 2], 0)).toEqual([1, 3])
  expect(saferByOneStep(predictors, [1, 3], 0)).toEqual([1, 0])
  expect(saferByOneStep(predictors, [1, 0], 0)).toEqual([0, 0])
})

it('knows no step from the anchor', () => {
  expect(saferByOneStep([[anchor, model(0.1, -1)], [anchor]], [0, 0], 1)).toBeUndefined()
})

it('goes back to the anchor also from models that seem to lose nothing', () => {
  const predictors = [
    [anchor, model(-0.01, -1)],
    [anchor, model(0, -5)],
  ]
  expect(saferByOneStep(predictors, [1, 1], 0)).toEqual([1, 0])
  expect(saferByOneStep(predictors, [1, 0], 0)).toEqual([0, 0])
})

it('counts what is little known as a loss, by the caution', () => {
  const predictors = [
    [anchor, model(0.01, -1, 0.01)],
    [anchor, model(0.02, -1)],
  ]
  expect(saferByOneStep(predictors, [1, 1], 0)).toEqual([1, 0])
  expect(saferByOneStep(predictors, [1, 1], 1)).toEqual([0, 1])
})

it('ends at the anchor after as many steps as there are models, from anywhere', () => {
  const models = Array.from({ length: 6 }, (_, index) => model(0.02 * index, -index))
  let places: number[] | undefined = [5, 5, 5]
  let count = 0
  for (; places; places = saferByOneStep([models, models, models], places, 1)) {
    count += 1
    expect(count).toBeLessThan(17)
  }
  expect(count).toBe(16)
})
