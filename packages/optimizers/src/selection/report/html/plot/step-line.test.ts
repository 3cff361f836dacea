import { describe, expect, it } from 'vitest'
import { stepLine } from './step-line.ts'

describe('stepLine', () => {
  it('goes up where a dearer point is better, and passes those that are not', () => {
    const points = [
      { x: 30, y: 40 },
      { x: 10, y: 80 },
      { x: 20, y: 90 },
      { x: 40, y: 40 },
    ]
    expect(stepLine(points, 100)).toBe('M10.0 80.0H30.0V40.0H100')
  })

  it('begins with the best of those at the lowest price', () => {
    const points = [
      { x: 10, y: 80 },
      { x: 10, y: 50 },
    ]
    expect(stepLine(points, 100)).toBe('M10.0 50.0H100')
  })

  it('is nothing without points', () => {
    expect(stepLine([], 100)).toBeUndefined()
  })
})
