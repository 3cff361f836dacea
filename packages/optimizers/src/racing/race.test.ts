import { OptionError } from '@ockham/core'
import { describe, expect, it } from 'vitest'
import { derivedRandom } from '../random/derived-random.ts'
import { seededRandom } from '../random/random.ts'
import { simulatedRun, type World } from './__fixtures__/simulated-run.ts'
import { errorShare } from './error-share.ts'
import { Race } from './race.ts'

const half = Array.from({ length: 100 }, (_, index) => index % 2)

function race(best: readonly number[], errorProbability = 0): Race {
  return new Race({ best, errorProbability, random: seededRandom(1) })
}

/** Runs a race to its end and returns how many examples it took. */
function evaluations(runner: Race, candidate: readonly number[]): number {
  let count = 0
  while (runner.state === 'continue') {
    const scores = runner.nextBatch.map((position) => candidate[position] ?? 0)
    count += scores.length
    runner.observe(scores)
  }
  return count
}

describe('Race', () => {
  it('hands out every example once, in random order, in batches that grow', () => {
    const runner = race(half.map(() => 0))
    const batches: (readonly number[])[] = []
    while (runner.state === 'continue') {
      batches.push(runner.nextBatch)
      runner.observe(runner.nextBatch.map(() => 1))
    }
    expect(batches.map(({ length }) => length)).toEqual([8, 12, 18, 27, 35])
    const positions = batches.flat()
    expect(positions).not.toEqual([...half.keys()])
    expect(new Set(positions).size).toBe(100)
    expect(runner.state).toBe('complete')
    expect(runner.nextBatch).toEqual([])
  })

  it('loses a candidate only when perfect scores on the rest would not make it better, if only certainty counts', () => {
    // The best has 50 of 100: after 38 zeros 62 are left, after 65 only 35.
    expect(
      evaluations(
        race(half),
        half.map(() => 0),
      ),
    ).toBe(65)
    const perfect = half.map(() => 1)
    expect(evaluations(race(perfect), perfect)).toBe(0)
  })

  it('completes a candidate that is better or as good, however small the set', () => {
    for (const size of [1, 3, 9]) {
      const runner = race(
        Array.from({ length: size }, () => 0),
        0.05,
      )
      expect(
        evaluations(
          runner,
          Array.from({ length: size }, () => 1),
        ),
      ).toBe(size)
      expect(runner.state).toBe('complete')
    }
    expect(race([]).state).toBe('complete')
  })

  it('loses a hopeless candidate early by evidence, long before it is certain', () => {
    const best = half.map((_, index) => (index % 10 === 0 ? 0 : 1))
    const candidate = half.map((_, index) => (index % 10 < 3 ? 1 : 0))
    expect(evaluations(race(best, 0.005), candidate)).toBeLessThanOrEqual(38)
  })

  it('may lose what is better by no more than the least gain, and only that', () => {
    const best = half.map(() => 0.95)
    const started = (leastGain: number): Race =>
      new Race({ best, errorProbability: 0, leastGain, random: seededRandom(1) })
    expect(started(0.05).state).toBe('lost')
    expect(started(0.04).state).toBe('continue')
  })

  it('goes on after a batch of which only the first examples were run', () => {
    const runner = race(half)
    const [first, second, third] = runner.nextBatch
    runner.observe([1, 1])
    expect(runner.nextBatch).not.toContain(first)
    expect(runner.nextBatch).not.toContain(second)
    expect(runner.nextBatch[0]).toBe(third)
    expect(() => runner.observe(half)).toThrow(OptionError)
  })

  it('refuses probabilities outside of 0 to 1', () => {
    const options = { best: half, errorProbability: 0.05, random: seededRandom(1) }
    expect(() => new Race({ ...options, errorProbability: 2 })).toThrow(OptionError)
    expect(() => new Race({ ...options, leastGain: -0.1 })).toThrow(OptionError)
  })
})

describe('the level of a race', () => {
  it.each([
    { name: 'right or wrong, much in common', graded: false, common: 0.8 },
    { name: 'right or wrong, little in common', graded: false, common: 0 },
    { name: 'graded', graded: true, common: 0.5 },
  ])('is kept for a candidate better by the least there is: $name', ({ graded, common }) => {
    const replications = 800
    let lost = 0
    for (let replication = 0; replication < replications; replication += 1) {
      const random = derivedRandom(7, replication)
      const score = (): number => (graded ? random.below(11) / 10 : random.below(10) < 7 ? 1 : 0)
      const best = Array.from({ length: 120 }, score)
      const candidate = best.map((same) => (random.next() < common ? same : score()))
      level(candidate, best)
      const runner = new Race({ best, errorProbability: 0.05, random })
      evaluations(runner, candidate)
      if (runner.state === 'lost') lost += 1
    }
    expect(lost / replications).toBeLessThan(0.05)
    // Not so careful that it never dares.
    expect(lost).toBeGreaterThan(0)
  })
})

it('loses a better candidate in one run of twenty at most, also when each of thirty is better than the best so far', () => {
  const replications = 120
  let runsWithLoss = 0
  for (let replication = 0; replication < replications; replication += 1) {
    const random = derivedRandom(13, replication)
    let best = Array.from({ length: 80 }, (): number => random.below(2))
    let improvements = 0
    let lost = false
    for (let index = 0; index < 30 && mean(best) < 1; index += 1) {
      const candidate = best.map((): number => random.below(2))
      level(candidate, best)
      const errorProbability = errorShare(0.05, improvements)
      const runner = new Race({ best, errorProbability, random })
      evaluations(runner, candidate)
      if (runner.state === 'lost') lost = true
      else {
        best = candidate
        improvements += 1
      }
    }
    if (lost) runsWithLoss += 1
  }
  expect(runsWithLoss / replications).toBeLessThanOrEqual(0.05)
})

/** Turns scores of the candidate up or down until it is just better than the best. */
function level(candidate: number[], best: readonly number[]): void {
  const sum = (scores: readonly number[]): number =>
    scores.reduce((total, score) => total + score, 0)
  for (let index = 0; index < candidate.length; index += 1) {
    const gap = sum(candidate) - sum(best)
    if (gap > 1e-9 && gap <= 1) return
    candidate[index] = gap > 0 ? 0 : 1
  }
}

describe('a run of thirty candidates', () => {
  // The figures of `Race`'s doc comment: evaluations as a part of those of full validation.
  const worlds: (World & { name: string; share: number })[] = [
    { name: '300 examples, means far apart', examples: 300, spread: 1, graded: false, share: 0.35 },
    { name: '200 graded examples', examples: 200, spread: 0.7, graded: true, share: 0.39 },
    { name: '100 examples, means far apart', examples: 100, spread: 1, graded: false, share: 0.49 },
    { name: '100 examples, equal means', examples: 100, spread: 0, graded: false, share: 0.93 },
  ]

  it.each(worlds)(
    'returns as good a candidate as full validation, by fewer evaluations: $name',
    ({ share, ...world }) => {
      const runs = Array.from({ length: 200 }, (_, seed) => simulatedRun(world, seed))
      expect(mean(runs.map((run) => run.fullMean - run.mean))).toBeLessThan(0.001)
      expect(mean(runs.map((run) => (run.lostBetter ? 1 : 0)))).toBeLessThanOrEqual(0.05)
      expect(Math.abs(mean(runs.map((run) => run.share)) - share)).toBeLessThan(0.02)
    },
  )
})

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
