import { describe, expect, it } from 'vitest'
import { batchEnds } from './batch-ends.ts'

describe('batchEnds', () => {
  it('begins with the pilot, grows by half, and ends with the devset', () => {
    expect(batchEnds(100)).toEqual([5, 15, 30, 52, 85, 100])
  })

  it('begins behind what was searched on', () => {
    expect(batchEnds(100, 40)).toEqual([45, 55, 70, 92, 100])
  })

  it.each([1, 4, 5])('is one batch for %i examples', (size) => {
    expect(batchEnds(size)).toEqual([size])
  })
})
