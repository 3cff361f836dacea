import { describe, expect, it } from 'vitest'
import { candidateReport, selectionReport } from '../__fixtures__/selection-report.ts'
import { evidencePlot } from './evidence-plot.ts'

describe('evidencePlot', () => {
  it('has a line for each tested candidate, its verdict at the end, and the threshold', () => {
    const plot = evidencePlot(selectionReport())
    expect(plot.match(/class="trace"/g)).toHaveLength(2)
    expect(plot).toContain('>test/small: certified</text>')
    expect(plot).toContain('>test/nano: rejected</text>')
    expect(plot).not.toContain('test/large')
    expect(plot).toContain('>enough for a certificate</text>')
  })

  it('draws overwhelming evidence at the edge, so that the rest can be read', () => {
    const evidence = [
      { evaluated: 10, meanScore: 0, evidence: -1e9 },
      { evaluated: 20, meanScore: 1, evidence: 1e9 },
    ]
    const plot = evidencePlot(selectionReport({ candidates: [candidateReport({ evidence })] }))
    const labels = [...plot.matchAll(/class="tick"[^>]*text-anchor="end">([^<]+)</g)]
    expect(labels.map(([, label]) => Number(label))).toEqual([-2, -1, 0, 1, 2])
  })

  it('shows a test of one batch', () => {
    const evidence = [{ evaluated: 1, meanScore: 1, evidence: 1 }]
    const plot = evidencePlot(selectionReport({ candidates: [candidateReport({ evidence })] }))
    expect(plot).toContain('<circle class="mark"')
    expect(plot).not.toMatch(/NaN|Infinity/)
  })

  it('says that nothing was tested', () => {
    const candidates = [candidateReport({ evidence: [] })]
    expect(evidencePlot(selectionReport({ candidates }))).toBe('<p>No candidate was tested.</p>\n')
  })
})
