import { Predict } from '@ockham/core'
import { OutcomeTable } from '@ockham/core/testing'
import { beforeAll, describe, expect, it } from 'vitest'
import { CheapestAdequate } from '../cheapest-adequate.ts'
import type { SelectionReport } from '../selection-report.ts'
import { selectionToHTML } from './html/selection-to-html.ts'
import { selectionFromJSON } from './json/selection-from-json.ts'
import { selectionToJSON } from './json/selection-to-json.ts'
import { selectionTable } from './selection-table.ts'

// Small is wrong on every 20th example, tiny on every third; large on every 50th, which small knows but for every other.
const rows = Array.from({ length: 200 }, (_, index) => ({
  example: `example ${index}`,
  'tiny/correct': index % 3 > 0,
  'tiny/usd': 0.0001,
  'small/correct': index % 20 > 0,
  'small/usd': 0.001,
  'large/correct': index % 50 !== 1,
  'large/usd': 0.02,
}))
const table = OutcomeTable.fromRows(rows, { score: '{model}/correct', cost: '{model}/usd' })
const program = new Predict('example -> answer')
const devset = table.devset()
const date = new Date('2026-03-01T12:00:00Z')

describe('the report of a selection with a reference', () => {
  let report: SelectionReport

  beforeAll(async () => {
    const reference = table.lm('large')
    const models = [table.lm('tiny'), table.lm('small')]
    const options = { metric: table.metric, models, reference, tolerance: 0.1 }
    const selected = await new CheapestAdequate(options).compile(program, { devset, date })
    report = selected.report
  })

  it('names the reference and what was asked, with and without a certificate', async () => {
    const requirement = { reference: 'large', tolerance: 0.1 }
    expect(report).toMatchObject({ chosen: 'small', reference: 'large', requirement })
    const options = { metric: table.metric, models: [table.lm('tiny')], floor: 0.9 }
    const { report: other } = await new CheapestAdequate(options).compile(program, { devset })
    expect(other).toMatchObject({ certified: false, requirement: { floor: 0.9 } })
    expect(other).not.toHaveProperty('reference')
    expect(other.candidates[0]).not.toHaveProperty('versusReference')
  })

  it('compares each candidate with the reference on the examples that both were run on', () => {
    const [tiny, small, large] = report.candidates
    expect(large?.versusReference).toBeUndefined()
    for (const candidate of [tiny, small]) {
      const versus = candidate?.versusReference
      const count = candidate?.evaluated ?? 0
      expect((versus?.difference ?? 0) * count).toBeCloseTo(
        (versus?.wins ?? 0) - (versus?.losses ?? 0),
      )
      expect(versus?.interval[0]).toBeLessThan(versus?.difference ?? -1)
      expect(versus?.interval[1]).toBeGreaterThan(versus?.difference ?? 1)
    }
    expect(tiny?.versusReference?.losses).toBeGreaterThan(0)
    // The reference was run on as many examples as small: what they disagree on is there.
    const disagreements = report.disagreements.filter(
      ({ results }) => results['small']?.score !== results['large']?.score,
    )
    const { wins = 0, losses = 0 } = small?.versusReference ?? {}
    expect(disagreements).toHaveLength(wins + losses)
    expect(
      disagreements.every(({ index, inputs }) => inputs['example'] === `example ${index}`),
    ).toBe(true)
  })

  it('is told as a table, as a page and as JSON, from what was saved too', () => {
    const saved = selectionFromJSON(selectionToJSON(report))
    expect(saved).toEqual(report)
    const text = selectionTable(saved)
    expect(text).toMatch(/^\* small /m)
    expect(text.replaceAll('\n', ' ')).toContain(report.certificate?.text)
    const html = selectionToHTML(saved)
    expect(html).toBe(selectionToHTML(report))
    expect(html).toContain('issued 2026-03-01, expires 2026-03-31')
    expect(html).toContain('★ <bdi>small</bdi>')
    expect(html).not.toMatch(/NaN|undefined/)
  })

  it('can be told of a selection that was cut short', async () => {
    const controller = new AbortController()
    const options = { metric: table.metric, models: table.lms(), floor: 0.9 }
    const compiling = new CheapestAdequate(options).compile(program, {
      devset,
      signal: controller.signal,
      onProgress: () => controller.abort(),
    })
    const error: unknown = await compiling.catch((reason: unknown) => reason)
    expect(error).toHaveProperty('partial')
    const { partial } = error as { partial: SelectionReport } // as `compile` says
    expect(selectionTable(partial)).toContain('cut short')
    expect(selectionToHTML(selectionFromJSON(selectionToJSON(partial)))).toContain('cut short')
  })
})

it('keeps inputs as JSON has them', async () => {
  const asked = new Date('2026-01-02')
  const options = { metric: table.metric, models: table.lms(), floor: 0.5 }
  const dated = devset.map((example) => ({ ...example, asked }))
  const { report } = await new CheapestAdequate(options).compile(program, {
    devset: dated as typeof devset,
  })
  expect(selectionFromJSON(selectionToJSON(report))).toEqual(report)
})
