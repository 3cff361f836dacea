import { OptionError } from '@ockham/core'
import { expect, it } from 'vitest'
import { groupSequentialBoundaries } from './group-sequential-boundaries.ts'
import { groupSequentialDesign } from './group-sequential-design.ts'

it('takes the boundaries of the fractions that the looks see', () => {
  const design = groupSequentialDesign({ looks: [50, 100, 200], errorProbability: 0.01 })
  expect(design.boundaries).toEqual(groupSequentialBoundaries([0.25, 0.5, 1], 0.01))
  expect(design.futilityBoundaries).toEqual(groupSequentialBoundaries([0.25, 0.5, 1], 0.05))
})

it('refuses looks that do not rise', () => {
  for (const looks of [[50, 50], [100, 50], [0, 50], []])
    expect(() => groupSequentialDesign({ looks, errorProbability: 0.05 })).toThrow(OptionError)
})
