import { describe, expect, it } from 'vitest'
import {
  candidateReport,
  referenceReport,
  selectionReport,
} from '../__fixtures__/selection-report.ts'
import { requiredScore } from './required-score.ts'

describe('requiredScore', () => {
  it('is the floor', () => {
    expect(requiredScore(selectionReport())).toEqual({ score: 0.85, label: 'floor 0.85' })
  })

  it('is the score of the reference less the tolerance', () => {
    expect(requiredScore(referenceReport())).toEqual({
      score: 0.95,
      label: 'reference less 0.05',
    })
  })

  it('is not known before the reference was run', () => {
    const candidates = [candidateReport({ model: 'test/large', evaluated: 0, meanScore: 0 })]
    expect(requiredScore(referenceReport({ candidates }))).toBeUndefined()
    expect(requiredScore(referenceReport({ candidates: [] }))).toBeUndefined()
  })
})
