import { describe, expect, it } from 'vitest'
import { fixedSequenceError } from './fixed-sequence-error.ts'

describe('fixedSequenceError', () => {
  it('lets each candidate have all, until one is not certified', () => {
    expect(fixedSequenceError([], 0.05)).toBe(0.05)
    expect(fixedSequenceError(['certified', 'untested', 'certified'], 0.05)).toBe(0.05)
    expect(fixedSequenceError(['certified', 'given-up'], 0.05)).toBe(0)
    expect(fixedSequenceError(['given-up', 'certified'], 0.05)).toBe(0)
  })
})
