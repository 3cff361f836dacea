import { describe, expect, it } from 'vitest'
import { disagreement, referenceReport, selectionReport } from '../__fixtures__/selection-report.ts'
import { disagreementsSection } from './disagreements-section.ts'

describe('disagreementsSection', () => {
  it('tells of each example its inputs, and every result, the chosen first', () => {
    const html = disagreementsSection(selectionReport())
    expect(html).toContain('<td class="number" rowspan="2">17</td>')
    expect(html).toContain('What is nine times nine?')
    expect(html.indexOf('test/small')).toBeLessThan(html.indexOf('test/large'))
    expect(html).toMatch(/★ <bdi>test\/small<\/bdi><\/td><td class="number">0<\/td>.*>72</)
    expect(html).toMatch(/<bdi>test\/large<\/bdi><\/td><td class="number">1<\/td>.*>81</)
  })

  it('counts where the chosen is worse than the reference and where better', () => {
    const better = disagreement({
      index: 3,
      results: { 'test/small': { score: 1 }, 'test/large': { score: 0 } },
    })
    const elsewhere = disagreement({ results: { 'test/small': { score: 1 } } })
    const disagreements = [disagreement(), disagreement(), better, elsewhere]
    expect(disagreementsSection(referenceReport({ disagreements }))).toContain(
      '4 examples on which the chosen scored otherwise than another candidate: it was worse than the reference on 2 and better on 1.',
    )
  })

  it('shows errors', () => {
    const results = {
      'test/small': { score: 0, error: `<b>${'no '.repeat(1000)}` },
      'test/large': { score: 1 },
    }
    const html = disagreementsSection(
      selectionReport({ disagreements: [disagreement({ results })] }),
    )
    expect(html).toContain('<span class="error" dir="auto">&lt;b&gt;no no')
    expect(html.length).toBeLessThan(1500)
  })

  it('leaves out details first and rows then, and says so', () => {
    const names = Array.from({ length: 50 }, (_, index) => `test/${index}`)
    const long = { score: 0, outputs: { answer: 'é'.repeat(100_000) } }
    const results = Object.fromEntries(names.map((name) => [name, long]))
    const base = selectionReport()
    const candidates = names.map((model) => ({ ...base.candidates[0], model }))
    const disagreements = Array.from({ length: 200 }, (_, index) =>
      disagreement({ index, results }),
    )
    const html = disagreementsSection({ ...base, candidates, disagreements } as typeof base)
    expect(Buffer.byteLength(html)).toBeLessThan(1_250_000)
    expect(html).toContain('<details>')
    expect(html).toMatch(/\d+ more are not shown/)
    expect(html).toContain('and no more are kept')
  })

  it('says that there are none', () => {
    expect(disagreementsSection(selectionReport({ disagreements: [] }))).toContain('all had the')
  })
})
