import { describe, expect, it } from 'vitest'
import { runCell } from './cell.ts'
import { completionOrder } from './completion-order.ts'
import { controls, runControl } from './controls.ts'
import { exactCells } from './grid.ts'
import { rateLimit } from './verdict.ts'

const repetitions = 100
const limit = rateLimit(repetitions)

describe('the simulation behind certificates', () => {
  const small = exactCells.filter(({ size }) => size === 100)

  it('has every setting that the statistics promise to hold in', () => {
    expect(exactCells).toHaveLength(160)
    expect(new Set(exactCells.map((cell) => JSON.stringify(cell))).size).toBe(160)
  })

  it('finds no setting of 100 examples in which too many certificates are wrong', () => {
    const above = small.filter((cell, index) => {
      return runCell(cell, repetitions, index).errorRate > limit
    })
    expect(above).toEqual([])
  })

  it('certifies what is clearly adequate', () => {
    const easy = small.filter(({ scene, replacement }) => scene === 'easy' && !replacement)
    for (const [index, cell] of easy.entries())
      expect(runCell(cell, 20, index).power).toBeGreaterThan(0.9)
  })

  it.each(controls)('notices a mistake made on purpose: $name', (control) => {
    expect(runControl(control, 300, 1)).toBeGreaterThan(rateLimit(300))
  })

  it('gives the same figures for the same seed', () => {
    const [cell] = small
    if (cell === undefined) throw new Error('There is no cell.')
    expect(runCell(cell, 20, 3)).toEqual(runCell(cell, 20, 3))
  })
})

describe('completionOrder', () => {
  it('is the order of the beginning when one runs at a time', () => {
    const order = Uint32Array.of(3, 1, 2, 0)
    expect(completionOrder(order, { inFlight: 1, duration: (example) => example })).toEqual(order)
  })

  it('puts the quick ones first among those that run together', () => {
    const done = completionOrder(Uint32Array.of(9, 1, 2, 1), {
      inFlight: 2,
      duration: (example) => example,
    })
    expect([...done]).toEqual([1, 2, 1, 9])
  })
})
