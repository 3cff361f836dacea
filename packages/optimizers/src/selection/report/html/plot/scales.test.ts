import { describe, expect, it } from 'vitest'
import { linearScale } from './linear-scale.ts'
import { logScale } from './log-scale.ts'
import { priceScale } from './price-scale.ts'
import { roundStep } from './round-step.ts'

const labels = ({ ticks }: { ticks: readonly { label: string }[] }): string[] =>
  ticks.map(({ label }) => label)

describe('roundStep', () => {
  it.each([
    [1, 10, 0.1],
    [1, 7, 0.2],
    [0.07, 7, 0.01],
    [1319, 7, 200],
    [7, 7, 1],
    [36, 7, 10],
  ])('divides %s into at most %s by %s', (span, most, step) => {
    expect(roundStep(span, most)).toBeCloseTo(step, 12)
  })
})

describe('linearScale', () => {
  it('begins and ends with round numbers, and puts values between', () => {
    const scale = linearScale(0.62, 0.98, [400, 0])
    expect(labels(scale)).toEqual(['0.6', '0.7', '0.8', '0.9', '1.0'])
    expect(scale.ticks.map(({ at }) => Math.round(at))).toEqual([400, 300, 200, 100, 0])
    expect(scale.at(0.65)).toBeCloseTo(350)
  })

  it('draws at the edge what lies outside', () => {
    const scale = linearScale(0, 1, [0, 100])
    expect([scale.at(-3), scale.at(7)]).toEqual([0, 100])
  })

  it.each([
    [0.5, 0.5],
    [0, 0],
    [1, 1],
    [-0.3, 1.2],
    [0, 1319],
    [0.9001, 0.9002],
  ])('holds from %s to %s in 2 to 9 ticks', (low, high) => {
    const scale = linearScale(low, high, [0, 100])
    expect(scale.ticks.length).toBeGreaterThanOrEqual(2)
    expect(scale.ticks.length).toBeLessThanOrEqual(9)
    expect(new Set(labels(scale)).size).toBe(scale.ticks.length)
    expect(scale.at(low)).toBeGreaterThanOrEqual(0)
    expect(scale.at(high)).toBeLessThanOrEqual(100)
  })

  it('never goes beyond 0 and 1 for scores', () => {
    for (let low = 0; low < 1; low += 0.013) {
      const scale = linearScale(low, 1, [0, 100])
      expect(labels(scale).at(-1)).toMatch(/^1(\.0+)?$/)
    }
  })

  it('has no minus before 0', () => {
    expect(labels(linearScale(-0.5, 0.5, [0, 1]))).toContain('0.0')
  })
})

describe('logScale', () => {
  it('begins and ends with round numbers, and doubles evenly', () => {
    const scale = logScale([0.3, 2], [0, 100])
    expect(labels(scale)).toEqual(['0.2', '0.5', '1', '2', '5'])
    expect(scale.at(0.8) - scale.at(0.4)).toBeCloseTo(scale.at(1.6) - scale.at(0.8))
  })

  it('shows powers of ten where there are many, and some of these where there are very many', () => {
    expect(labels(logScale([0.002, 30], [0, 100]))).toEqual(['0.001', '0.01', '0.1', '1', '10'])
    const far = logScale([1e-9, 1e9], [0, 100])
    expect(far.ticks.length).toBeLessThanOrEqual(8)
    expect(far.ticks.length).toBeGreaterThanOrEqual(2)
  })

  it.each([[[1]], [[0.02]], [[5, 5]], [[1e-7]], [[999_999]]])('holds %j inside', (values) => {
    const scale = logScale(values, [0, 100])
    expect(scale.ticks.length).toBeGreaterThanOrEqual(2)
    for (const value of values) {
      expect(scale.at(value)).toBeGreaterThan(0)
      expect(scale.at(value)).toBeLessThan(100)
    }
  })
})

describe('priceScale', () => {
  it('is in dollars per 1,000', () => {
    const scale = priceScale([0.0003, 0.002], [0, 100])
    expect(labels(scale)).toEqual(['$0.2', '$0.5', '$1', '$2', '$5'])
    expect(scale.lanesEnd).toBeUndefined()
  })

  it('puts prices of 0 and those not known into lanes at the left', () => {
    const scale = priceScale([null, 0, 0.001], [0, 900])
    expect(labels(scale).slice(0, 2)).toEqual(['not known', 'free'])
    const [unknown, free, priced] = [scale.at(null), scale.at(0), scale.at(0.001)]
    expect(unknown).toBeLessThan(free)
    expect(free).toBeLessThan(scale.lanesEnd ?? 0)
    expect(priced).toBeGreaterThan(scale.lanesEnd ?? 900)
  })

  it.each([[[null]], [[0]], [[0, null]]])('needs no positive price: %j', (prices) => {
    const scale = priceScale(prices, [0, 900])
    expect(scale.ticks).toHaveLength(prices.length)
    for (const price of prices) expect(Number.isFinite(scale.at(price))).toBe(true)
  })
})
