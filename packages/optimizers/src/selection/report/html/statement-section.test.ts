import { describe, expect, it } from 'vitest'
import { certificate, selectionReport } from '../__fixtures__/selection-report.ts'
import { statementSection } from './statement-section.ts'

describe('statementSection', () => {
  it('says what a certificate of a devset means, which models answered, and how long it holds', () => {
    const html = statementSection(selectionReport())
    expect(html).toContain(certificate().text)
    expect(html).toContain('says nothing of other data')
    expect(html).not.toContain('approximate')
    expect(html).toContain('test/small: small-2026-02-01')
    expect(html).toContain('<dd class="value">2026-03-31</dd>')
  })

  it('says what one of a population means, and that it is approximate where it is', () => {
    const html = statementSection(
      selectionReport({ certificate: certificate({ kind: 'population', method: 'approximate' }) }),
    )
    expect(html).toContain('as long as they are like those of the devset')
    expect(html).toContain('Its confidence is approximate')
  })

  it('says that nothing was certified, with no dates', () => {
    const { certificate: _, ...report } = selectionReport({ certified: false })
    const html = statementSection(report)
    expect(html).toContain('Not certified')
    expect(html).toContain('Nothing was certified, so test/small')
    expect(html).not.toContain('Issued')
  })

  it('tells what each predictor asks where there are several, and the latency asked for', () => {
    const html = statementSection(
      selectionReport({
        choice: { query: 'test/small', answer: 'test/large' },
        latency: { milliseconds: 1500, share: 0.9 },
      }),
    )
    expect(html).toContain('query: test/small\nanswer: test/large')
    expect(html).toContain('at most 1,500 ms on 90 % of the examples')
  })
})
