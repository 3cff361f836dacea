import { describe, expect, it } from 'vitest'
import {
  candidateReport,
  referenceReport,
  selectionReport,
} from '../__fixtures__/selection-report.ts'
import { candidatesTable } from './candidates-table.ts'

describe('candidatesTable', () => {
  it('has a row for each candidate with the number of the plots, and marks the chosen', () => {
    const html = candidatesTable(selectionReport())
    expect(html.match(/<tr/g)).toHaveLength(4)
    expect(html).toMatch(
      /<tr class="chosen"><td class="number">2<\/td><td class="model">★ <bdi>test\/small<\/bdi>/,
    )
    expect(html).toContain('<td class="rejected">rejected</td>')
    expect(html).not.toContain('won : lost')
  })

  it('tells wins and losses against the reference', () => {
    const html = candidatesTable(referenceReport())
    expect(html).toContain('<td class="number">3 : 4</td>')
    expect(html).toContain('<bdi>test/large</bdi> <span class="note">reference</span>')
  })

  it('tells the share of warm calls where there were any', () => {
    const candidates = [candidateReport({ warmShare: 0.25 })]
    expect(candidatesTable(selectionReport({ candidates }))).toContain('25 %')
  })
})
