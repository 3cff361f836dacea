import { describe, expect, test } from 'vitest'
import { world1 } from '../world-1.ts'
import { contenders, control } from './contenders.ts'
import { measure } from './measure.ts'
import { plot } from './plot.ts'
import { report } from './report.ts'
import { summarize } from './summary.ts'

const options = {
  parameters: { ...world1, sizes: { train: 40, validation: 20, test: 40 } },
  contenders,
  control,
  budgets: [{ calls: 50 }, { calls: 90 }],
  seeds: [1, 2],
}

describe('a measurement', () => {
  test('is the same when it is made again', async () => {
    expect(await measure(options)).toEqual(await measure(options))
  })

  test('tells gains over the seed program, and what compiling cost', async () => {
    const { seedProgram, measurements } = await measure(options)
    const [labeled] = measurements
    expect(labeled?.contender).toBe('LabeledFewShot')
    expect(labeled?.gain.mean).toBeCloseTo((labeled?.score.mean ?? 0) - seedProgram.mean, 12)
    expect(labeled?.calls.mean).toBe(0)
    const edits = measurements.filter(({ contender }) => contender === 'random edits')
    for (const { budget, calls, costUSD } of edits) {
      expect(calls.mean).toBeLessThanOrEqual(budget.calls ?? 0)
      expect(costUSD.mean).toBeGreaterThan(0)
    }
  })

  test('is reported a line for each optimizer and budget', async () => {
    const lines = report(await measure(options)).split('\n')
    expect(lines.filter((line) => line.startsWith('| random edits'))).toHaveLength(2)
  })
})

test('an interval is that of Student’s t', () => {
  const { mean, low, high } = summarize([1, 2, 3, 4, 5])
  expect([mean, low, high].map((value) => value.toFixed(2))).toEqual(['3.00', '1.04', '4.96'])
})

describe('a plot', () => {
  const flat = (mean: number): { mean: number; low: number; high: number } => ({
    mean,
    low: mean - 0.05,
    high: mean + 0.05,
  })
  const comparison = {
    world: 'rules',
    seedProgram: flat(0.2),
    oracleProgram: flat(0.9),
    measurements: ['one', 'two', 'a <b> & c', 'four', 'five'].flatMap((contender) =>
      [100, 400].map((calls) => ({
        contender,
        budget: { calls },
        score: flat(0.1),
        gain: flat(0),
        calls: flat(calls),
        costUSD: flat(calls / 1000),
        overControl: flat(0),
        spoiledGain: {},
      })),
    ),
  }

  test('keeps the names of lines that end together apart, and inside the picture', () => {
    const svg = plot(comparison)
    const labels = [...svg.matchAll(/<text x="\d+" y="([\d.]+)">/g)].map(([, y]) => Number(y))
    expect(labels).toHaveLength(5)
    const steps = labels.slice(1).map((height, index) => height - (labels[index] ?? 0))
    expect(Math.min(...steps)).toBeGreaterThan(15)
    expect(Math.max(...labels)).toBeLessThan(460)
  })

  test('holds names as text, and colours for light and dark pages', () => {
    const svg = plot(comparison)
    expect(svg).toContain('a &lt;b> &amp; c')
    expect(svg).toContain('prefers-color-scheme: dark')
    expect(svg).not.toMatch(/NaN|undefined|Infinity/)
  })
})
