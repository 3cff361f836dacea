import { describe, expect, it } from 'vitest'
import type { SelectionReport } from '../../selection-report.ts'
import {
  candidateReport,
  certificate,
  disagreement,
  referenceReport,
  selectionReport,
} from '../__fixtures__/selection-report.ts'
import { selectionFromJSON } from '../json/selection-from-json.ts'
import { selectionToJSON } from '../json/selection-to-json.ts'
import { selectionToHTML } from './selection-to-html.ts'

const hostile = `</svg></title></style><script>alert(1)</script><img src=x onerror="alert(1)"> 'q' & \u202egnp.exe \u0000 \ud800 שלום`

/** The elements that are open at the end, or closed out of order. */
function unbalanced(html: string): string[] {
  const open: string[] = []
  const wrong: string[] = []
  for (const [, slash, name = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)\b[^>]*>/gi)) {
    if (name === 'meta') continue
    if (slash === '') open.push(name)
    else if (open.pop() !== name) wrong.push(name)
  }
  return [...open, ...wrong]
}

const { certificate: _, ...open } = selectionReport({ certified: false })
const { chosen: __, ...cut } = open
const many = Array.from({ length: 50 }, (___, index) =>
  candidateReport({
    model: `test/${index}`,
    meanScore: 0.9,
    costPerExampleUSD: 0.0001 + (index % 5) * 0.00001,
  }),
)
const unpriced = { costPerExampleUSD: null }
const unrun = { evaluated: 0, meanScore: 0, interval: [0, 1], evidence: [] } as const
const reports: [name: string, report: SelectionReport][] = [
  ['a certificate', selectionReport()],
  ['a reference', referenceReport()],
  ['one candidate', selectionReport({ candidates: [candidateReport()] })],
  ['no candidate', { ...cut, candidates: [], disagreements: [] }],
  [
    'no prices',
    selectionReport({
      candidates: [candidateReport(unpriced)],
      costUSD: null,
      exhaustiveCostUSD: null,
    }),
  ],
  [
    'free models',
    selectionReport({
      candidates: [candidateReport({ costPerExampleUSD: 0 })],
      costUSD: 0,
      exhaustiveCostUSD: 0,
    }),
  ],
  ['nothing run', { ...cut, candidates: [candidateReport({ ...unrun, verdict: 'undecided' })] }],
  ['nothing certified', open],
  ['50 candidates in one place', selectionReport({ candidates: many })],
  [
    'scores of 0',
    selectionReport({ candidates: [candidateReport({ meanScore: 0, interval: [0, 0.03] })] }),
  ],
  ['a floor of 0', selectionReport({ requirement: { floor: 0 } })],
  [
    'a reference that was not run',
    referenceReport({ candidates: [candidateReport({ model: 'test/large', ...unrun })] }),
  ],
]

describe('selectionToHTML', () => {
  it.each(reports)('makes a whole page of %s', (_name, report) => {
    const html = selectionToHTML(report)
    expect(unbalanced(html)).toEqual([])
    expect(html).not.toMatch(/NaN|Infinity|undefined|\[object/)
    expect(html).not.toMatch(/<script|https?:|url\(|@import| style=/)
    expect(html.match(/<h2>[^<]*/g)).toHaveLength(5)
  })

  it('shows what names, inputs, outputs and errors hold as text and as nothing else', () => {
    const results = {
      [hostile]: { score: 0, outputs: { [hostile]: hostile, more: hostile } },
      other: { score: 1, error: hostile },
    }
    const candidates = [
      candidateReport({ model: hostile, choice: { [hostile]: hostile } }),
      candidateReport({ model: 'other' }),
    ]
    const html = selectionToHTML(
      selectionReport({
        candidates,
        chosen: hostile,
        choice: { [hostile]: hostile, other: hostile },
        reference: hostile,
        requirement: { reference: hostile, tolerance: 0.1 },
        certificate: certificate({
          text: hostile,
          snapshots: { [hostile]: [hostile] },
          issuedAt: hostile,
        }),
        disagreements: [disagreement({ inputs: { [hostile]: hostile, more: 1 }, results })],
      }),
      { title: hostile },
    )
    expect(unbalanced(html)).toEqual([])
    expect(html).not.toMatch(/<script|<img|onerror="/)
    expect(html).not.toMatch(/[\u202e\u0000]|\p{Cs}/u)
    expect(html).toContain('שלום')
    expect(html).toContain('<title>&lt;/svg&gt;&lt;/title&gt;')
  })

  it('lets nothing run or load, even if something slipped through', () => {
    expect(selectionToHTML(selectionReport())).toMatch(
      /Content-Security-Policy" content="default-src 'none'; style-src 'sha256-[^']{44}'"/,
    )
  })

  it('stays below 2 MB with 200 disagreements of 100 kB outputs and 50 candidates', () => {
    const output = { score: 0.5, outputs: { answer: '<&>é'.repeat(25_000) } }
    const results = Object.fromEntries(many.map(({ model }) => [model, output]))
    const disagreements = Array.from({ length: 200 }, (____, index) =>
      disagreement({ index, results, inputs: { question: '"'.repeat(100_000) } }),
    )
    const html = selectionToHTML(selectionReport({ candidates: many, disagreements }))
    expect(Buffer.byteLength(html)).toBeLessThan(2_000_000)
    expect(unbalanced(html)).toEqual([])
  })

  it('is the same for a report that was saved, whenever it is made', () => {
    const report = referenceReport()
    const html = selectionToHTML(report, { title: 'Triage' })
    expect(selectionToHTML(selectionFromJSON(selectionToJSON(report)), { title: 'Triage' })).toBe(
      html,
    )
    expect([...new Set(html.match(/\d{4}-\d\d-\d\d/g))]).toEqual([
      '2026-02-01',
      '2026-03-01',
      '2026-03-31',
    ])
    expect(html).toContain('<title>Triage</title>')
  })
})
