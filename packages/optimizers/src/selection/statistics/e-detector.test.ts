import { OptionError, StateError } from '@ockham/core'
import { describe, expect, it } from 'vitest'
import { type Random, seededRandom } from '../../random/random.ts'
import { EDetector, type EDetectorOptions } from './e-detector.ts'

/** Values until the alarm, or `most` without one. */
function runLength(detector: EDetector, next: () => number, most: number = 100_000): number {
  let length = 0
  while (!detector.alarm && length < most) {
    detector.observe(next())
    length += 1
  }
  return length
}

function hits(rate: number, random: Random): () => number {
  return () => (random.next() < rate ? 1 : 0)
}

/** Run lengths of many detectors, from short to long. */
function runLengths(options: EDetectorOptions, next: () => number, runs: number): number[] {
  return Array.from({ length: runs }, () => runLength(new EDetector(options), next)).toSorted(
    (one, other) => one - other,
  )
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

describe('EDetector', () => {
  it('adds up the wealth of bets that begin at every value', () => {
    const options = { target: 0.9, averageRunLength: 1e9 }
    const detector = new EDetector(options)
    const values = [0, 1, 0.5, 0]
    for (const value of values) detector.observe(value)
    // The sum over all beginnings of the product of what was won since, apart from the recursion.
    const wealth = Array.from({ length: 12 }, (_, index) => 0.05 + (index * 0.9) / 11).map(
      (stake) =>
        values
          .map((_, begin) =>
            values
              .slice(begin)
              .reduce((product, value) => product * (1 + (stake / 0.1) * (0.9 - value)), 1),
          )
          .reduce((sum, product) => sum + product, 0),
    )
    expect(detector.evidence).toBeCloseTo(Math.log(1 + mean(wealth)) / Math.log(1e9 + 1), 12)
  })

  it.each([
    { target: 0.5, name: 'scores of 0 and 1', next: (random: Random) => hits(0.5, random) },
    { target: 0.9, name: 'scores of 0 and 1', next: (random: Random) => hits(0.9, random) },
    { target: 0.99, name: 'scores of 0 and 1', next: (random: Random) => hits(0.99, random) },
    { target: 0.5, name: 'scores anywhere', next: (random: Random) => () => random.next() },
    {
      target: 0.49,
      name: 'paired values that mostly agree',
      next: (random: Random) => () => {
        const draw = random.next()
        if (draw < 0.9) return 0.5
        return draw < 0.94 ? 1 : 0
      },
    },
  ])(
    'raises false alarms as rarely as promised at a mean of just $target, for $name',
    ({ target, next }) => {
      for (const averageRunLength of [20, 100]) {
        const lengths = runLengths({ target, averageRunLength }, next(seededRandom(5)), 2000)
        expect(mean(lengths)).toBeGreaterThan(averageRunLength)
      }
    },
  )

  it('raises them too often, as it must, when its alarm comes at a tenth of the evidence', () => {
    const next = hits(0.9, seededRandom(5))
    const lengths = runLengths({ target: 0.9, averageRunLength: 10 }, next, 2000)
    expect(mean(lengths)).toBeLessThan(100)
  })

  it.each([
    { after: 0.5, most: 40, mostly: 60 },
    { after: 0.8, most: 180, mostly: 400 },
    { after: 0.85, most: 550, mostly: 1200 },
  ])(
    'sees a drop from .95 to $after, with a target of .90, within $most values on average',
    ({ after, most, mostly }) => {
      const random = seededRandom(7)
      const delays = Array.from({ length: 400 }, () => {
        const detector = new EDetector({ target: 0.9, averageRunLength: 10_000 })
        const before = runLength(detector, hits(0.95, random), 2000)
        return before < 2000 ? 0 : runLength(detector, hits(after, random))
      })
      expect(delays.filter((delay) => delay === 0).length).toBeLessThan(12)
      expect(mean(delays)).toBeLessThan(most)
      expect(delays.toSorted((one, other) => one - other)[380]).toBeLessThan(mostly)
    },
  )

  it('raises no alarm in long runs well above the target', () => {
    const random = seededRandom(11)
    const alarms = Array.from({ length: 10 }, () => {
      const detector = new EDetector({ target: 0.9, averageRunLength: 10_000 })
      runLength(detector, hits(0.97, random), 100_000)
      return detector.alarm
    })
    expect(alarms).toEqual(alarms.map(() => false))
  })

  it('sees a drop as fast after a million values as at the start', () => {
    const detector = new EDetector({ target: 0.8, averageRunLength: 1_000_000 })
    const random = seededRandom(3)
    runLength(detector, hits(0.95, random), 1_000_000)
    expect(detector.alarm).toBe(false)
    expect(detector.state.every(Number.isFinite)).toBe(true)
    expect(runLength(detector, () => 0)).toBeLessThan(20)
  })

  it.each([
    { target: 1, value: 1 },
    { target: 0.5, value: 0.5 },
    { target: 0, value: 0 },
  ])('takes values that are all just $target for what they are', ({ target, value }) => {
    const detector = new EDetector({ target, averageRunLength: 10 })
    expect(runLength(detector, () => value, 1000)).toBe(1000)
    expect(detector.evidence).toBe(0)
  })

  it('sees at once that not all values are 1', () => {
    const detector = new EDetector({ target: 1, averageRunLength: 10_000 })
    expect(runLength(detector, () => 0)).toBeLessThan(5)
  })

  it('keeps its alarm, whatever comes after', () => {
    const detector = new EDetector({ target: 0.9, averageRunLength: 10 })
    runLength(detector, () => 0)
    const { evidence } = detector
    for (let seen = 0; seen < 1000; seen += 1) detector.observe(1)
    expect(detector.alarm).toBe(true)
    expect(detector.evidence).toBe(evidence)
    expect(evidence).toBeGreaterThanOrEqual(1)
  })

  it('goes on from a state that was kept as JSON as if nothing had happened', () => {
    const options = { target: 0.9, averageRunLength: 1000 }
    const whole = new EDetector(options)
    let parted = new EDetector(options)
    const next = hits(0.85, seededRandom(2))
    for (let seen = 0; seen < 500; seen += 1) {
      const value = next()
      const alarm = whole.observe(value)
      expect(parted.observe(value)).toBe(alarm)
      parted = new EDetector({ ...options, state: JSON.parse(JSON.stringify(parted.state)) })
      expect(parted.evidence).toBe(whole.evidence)
    }
    expect(whole.alarm).toBe(true)
  })

  it.each([
    [[]],
    [[1, 2, 3]],
    [Array.from({ length: 12 }, () => Number.NaN)],
    [Array.from({ length: 12 }, () => -1)],
  ])('refuses the state %j', (state) => {
    expect(() => new EDetector({ target: 0.9, averageRunLength: 10, state })).toThrow(StateError)
  })

  it('refuses values and options that are out of range, by name', () => {
    const detector = new EDetector({ target: 0.9, averageRunLength: 10 })
    for (const value of [-0.1, 1.1, Number.NaN]) {
      expect(() => detector.observe(value)).toThrow(OptionError)
    }
    expect(() => new EDetector({ target: 1.1, averageRunLength: 10 })).toThrow('`target`')
    expect(() => new EDetector({ target: 0.9, averageRunLength: 1 })).toThrow('`averageRunLength`')
  })
})
