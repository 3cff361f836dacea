import { describe, expect, it } from 'vitest'
import type { SelectionReport, Verdict } from '../selection-report.ts'
import {
  candidateReport,
  referenceReport,
  selectionReport,
} from './__fixtures__/selection-report.ts'
import { uncertifiedText } from './uncertified-text.ts'

function uncertified(
  verdicts: readonly Verdict[],
  changes: Partial<SelectionReport> = {},
): SelectionReport {
  const { certificate: _, ...report } = selectionReport({ certified: false })
  const candidates = verdicts.map((verdict, index) =>
    candidateReport({ model: `test/${index}`, verdict }),
  )
  return { ...report, candidates, chosen: 'test/0', ...changes }
}

describe('uncertifiedText', () => {
  it('says that the budget was used up', () => {
    expect(uncertifiedText(uncertified(['rejected', 'undecided'], { budgetExhausted: true }))).toBe(
      'Nothing was certified, so test/0, the best seen, was kept: the budget was used up with test/1 undecided; raise it, or try fewer models.',
    )
  })

  it('says what failed, before anything else', () => {
    const report = uncertified(['rejected'])
    const candidates = [candidateReport({ model: 'test/0', evaluated: 40, failed: 30 })]
    expect(uncertifiedText({ ...report, candidates })).toContain(
      'test/0 failed on 30 of 40 examples; evaluate it alone to see why.',
    )
  })

  it('says that there was too little evidence', () => {
    expect(uncertifiedText(uncertified(['undecided', 'undecided']))).toContain(
      'all 1,000 examples of the devset were too little evidence on 2 models; add examples, lower the floor, or lower the confidence.',
    )
  })

  it('says that all were rejected, for their quality or for their latency too', () => {
    const rejected = uncertified(['rejected', 'rejected'])
    expect(uncertifiedText(rejected)).toContain(
      '2 models were not good enough; add stronger models, or lower the floor.',
    )
    expect(uncertifiedText({ ...rejected, latency: { milliseconds: 500, share: 0.95 } })).toContain(
      'not good or not fast enough; add stronger models, or lower the floor, or allow more',
    )
  })

  it('says that the reference was kept, and counts it among none of the others', () => {
    const { certificate: _, ...report } = referenceReport({ chosen: 'test/large' })
    const candidates = report.candidates.map((one) => ({ ...one, verdict: 'not-needed' as const }))
    expect(uncertifiedText({ ...report, candidates })).toBe(
      'Nothing was certified, so test/large, the reference, was kept: no other model costs less; add cheaper ones.',
    )
    const wanting = candidates.map((one, index) =>
      index === 0 ? { ...one, verdict: 'rejected' as const } : one,
    )
    expect(uncertifiedText({ ...report, candidates: wanting })).toContain(
      'test/nano was not good enough; add stronger models, or allow a larger tolerance.',
    )
  })

  it('says that a selection was cut short', () => {
    const { chosen: _, ...report } = uncertified([])
    expect(uncertifiedText(report)).toContain('cut short')
  })
})
