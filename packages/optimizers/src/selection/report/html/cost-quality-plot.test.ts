import { describe, expect, it } from 'vitest'
import {
  candidateReport,
  referenceReport,
  selectionReport,
} from '../__fixtures__/selection-report.ts'
import { costQualityPlot } from './cost-quality-plot.ts'

/** The groups of the points, by the names in their titles. */
function points(svg: string): Map<string, string> {
  const groups = svg.matchAll(/<g class="point[^>]*><title>\d+\. ([^ :]+).*?<\/g>/g)
  return new Map([...groups].map(([group, name]) => [name ?? '', group]))
}

function xOf(group: string | undefined): number {
  return Number(/cx="([\d.]+)"/.exec(group ?? '')?.[1])
}

describe('costQualityPlot', () => {
  it('has a point for each candidate: a ring around the chosen, hollow what was not tested', () => {
    const drawn = points(costQualityPlot(selectionReport()))
    expect([...drawn.keys()].toSorted()).toEqual(['test/large', 'test/nano', 'test/small'])
    const withPart = (part: string): string[] =>
      [...drawn].flatMap(([name, group]) => (group.includes(part) ? [name] : []))
    expect(withPart('class="ring"')).toEqual(['test/small'])
    expect(withPart('hollow')).toEqual(['test/large'])
    expect(xOf(drawn.get('test/nano'))).toBeLessThan(xOf(drawn.get('test/small')))
    expect(xOf(drawn.get('test/small'))).toBeLessThan(xOf(drawn.get('test/large')))
  })

  it('says of a point what the table says', () => {
    expect(costQualityPlot(selectionReport())).toContain(
      '<title>2. test/small: 0.900 (0.833 to 0.942) on 120 examples, $0.250 per 1,000, certified</title>',
    )
  })

  it('has a dashed line at the floor, or at what the reference allows', () => {
    expect(costQualityPlot(selectionReport())).toContain('>floor 0.85</text>')
    const plot = costQualityPlot(referenceReport())
    expect(plot).toContain('>reference less 0.05</text>')
    expect(plot).toContain('compares example by example')
    expect(points(plot).get('test/large')).toMatch(/<path class="mark"/)
  })

  it('draws the best score at each price among what was tested', () => {
    const [, d = ''] = /class="front" d="([^"]+)"/.exec(costQualityPlot(selectionReport())) ?? []
    // From nano to small; large was run on five examples.
    expect(d.match(/V/g)).toHaveLength(1)
    const plot = costQualityPlot(
      selectionReport({ candidates: [candidateReport({ evidence: [], verdict: 'rejected' })] }),
    )
    expect(plot).not.toContain('class="front"')
  })

  it('puts what is free and what has no known price at the left', () => {
    const candidates = [
      candidateReport({ model: 'a/free', costPerExampleUSD: 0 }),
      candidateReport({ model: 'a/unknown', costPerExampleUSD: null }),
      candidateReport({ model: 'a/cheap', costPerExampleUSD: 1e-9 }),
    ]
    const plot = costQualityPlot(selectionReport({ candidates }))
    const drawn = points(plot)
    expect(plot).toContain('>free</text>')
    expect(plot).toContain('>not known</text>')
    expect(xOf(drawn.get('a/unknown'))).toBeLessThan(xOf(drawn.get('a/free')))
    expect(xOf(drawn.get('a/free'))).toBeLessThan(xOf(drawn.get('a/cheap')))
    expect(plot).not.toMatch(/NaN|Infinity/)
  })

  it('leaves out what was not run, and says when nothing was', () => {
    const candidates = [candidateReport({ evaluated: 0, evidence: [] })]
    expect(costQualityPlot(selectionReport({ candidates }))).toBe('<p>No candidate was run.</p>\n')
  })
})
