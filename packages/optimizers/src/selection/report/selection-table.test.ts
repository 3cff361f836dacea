import { describe, expect, it } from 'vitest'
import {
  candidateReport,
  referenceReport,
  selectionReport,
} from './__fixtures__/selection-report.ts'
import { selectionTable } from './selection-table.ts'

describe('selectionTable', () => {
  it('puts a line for each candidate under headings, a star at the chosen, then what was shown and spent', () => {
    expect(selectionTable(selectionReport())).toBe(
      [
        '  model       score      95 % CI  $/1,000  of dearest  run/1,000  failed  verdict',
        '  test/nano   0.615  0.480-0.736   0.0400       0.4 %         52       2  rejected',
        '* test/small  0.900  0.833-0.942    0.250       2.5 %        120       0  certified',
        '  test/large  1.000  0.566-1.000     10.0       100 %          5       0  not-needed',
        '',
        'On the 1,000 examples of this devset test/small scores at least 0.85 on average.',
        '',
        '177 LM calls were made for $0.082: 0.798 % of the $10.29 that running all 1,000 examples on each of the 3',
        'candidates would have cost.',
      ].join('\n'),
    )
  })

  it('tells the difference from the reference, and prices as parts of its price', () => {
    const [headings, nano, , large] = selectionTable(referenceReport()).split('\n')
    expect(headings).toMatch(/ vs ref\. +95 % CI +\$\/1,000 +of ref\. /)
    expect(nano).toMatch(/ -0\.008 +-0\.040 to \+0\.020 +0\.0400 +0\.4 % /)
    expect(large).toMatch(/0\.566-1\.000 +10\.0 +100 % /)
  })

  it('is at most 116 wide: long names lose their middle', () => {
    const report = referenceReport()
    const long = (name: string) => `vendor/${name}-with-quite-a-long-name-${name}`
    const candidates = report.candidates.map((one) => ({
      ...one,
      model: long(one.model),
      failed: 0,
    }))
    const table = selectionTable({ ...report, reference: long('test/large'), candidates })
    expect(Math.max(...table.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(116)
    expect(table).toMatch(/^ {2}vendor\/\S{5,}…\S+test\/nano /m)
  })

  it('keeps long names that would look the same', () => {
    const candidates = ['one', 'two'].map((middle) =>
      candidateReport({ model: `vendor/a-long-name-${middle}-of-the-same-ends` }),
    )
    expect(selectionTable(selectionReport({ candidates }))).toContain('a-long-name-two-of-the')
  })

  it('tells latencies only where they were reported', () => {
    expect(selectionTable(selectionReport())).not.toContain('p95')
    const candidates = [candidateReport({ latency: { median: 812.4, p95: 2033 } })]
    const table = selectionTable(selectionReport({ candidates }))
    expect(table).toMatch(/median ms +p95 ms/)
    expect(table).toMatch(/ 812 +2,033 /)
  })

  it('says that prices are not known', () => {
    const candidates = [candidateReport({ costPerExampleUSD: null })]
    const table = selectionTable(
      selectionReport({ candidates, costUSD: null, exhaustiveCostUSD: null }),
    )
    expect(table).toMatch(/test\/small .* not known/)
    expect(table).not.toContain('of dearest')
    expect(table).toContain('177 LM calls were made, at a price that is not known; what running')
  })

  it('tells nothing of the scores of a candidate that was not run', () => {
    const candidates = [candidateReport({ evaluated: 0, meanScore: 0, interval: [0, 1] })]
    const [, row] = selectionTable(selectionReport({ candidates })).split('\n')
    expect(row).not.toMatch(/0\.000|1\.000/)
  })

  it('holds nothing that a terminal would obey', () => {
    const candidates = [candidateReport({ model: 'a\u001b[2Jb\nc' })]
    const table = selectionTable(selectionReport({ candidates }))
    expect(table).not.toContain('\u001b')
    expect(table).toContain('a\ufffd[2Jb\ufffdc')
  })
})
