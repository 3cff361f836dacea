import { expect, it } from 'vitest'
import { drawRolloutId } from './draw-rollout-id.ts'
import { seededRandom } from './random.ts'

it('draws whole numbers that hardly ever repeat', () => {
  const random = seededRandom(0)
  const ids = Array.from({ length: 200 }, () => drawRolloutId(random))
  expect(new Set(ids).size).toBe(200)
  expect(ids.every((id) => Number.isSafeInteger(id) && id >= 0)).toBe(true)
})
