import { describe, expect, it } from 'vitest'
import { seededRandom } from '../random/random.ts'
import { simulatedRun, type World } from './__fixtures__/simulated-run.ts'
import { Race, type RaceOptions } from './race.ts'

const half = Array.from({ length: 100 }, (_, index) => index % 2)

function race(options: Partial<RaceOptions> = {}): Race {
  return new Race({ candidates: 2, examples: 100, random: seededRandom(1), ...options })
}

/** Runs a race to its end and returns how many examples each candidate took. */
function run(runner: Race, ...candidates: readonly (readonly number[])[]): number[] {
  const counts = candidates.map(() => 0)
  for (let batch = runner.nextBatch; batch; batch = runner.nextBatch) {
    const { examples } = batch
    for (const row of batch.candidates) counts[row] = (counts[row] ?? 0) + examples.length
    runner.observe(
      batch.candidates.map((row) => examples.map((example) => candidates[row]?.[example] ?? 0)),
    )
  }
  return counts
}

const all = (score: number): number[] => half.map(() => score)

describe('Race', () => {
  it('hands out every example once, in random order, in batches that grow', () => {
    const runner = race()
    const batches: (readonly number[])[] = []
    for (let batch = runner.nextBatch; batch; batch = runner.nextBatch) {
      batches.push(batch.examples)
      // Won and lost by turns, so that nobody is ever far ahead.
      runner.observe([
        batch.examples.map((one) => one % 2),
        batch.examples.map((one) => (one + 1) % 2),
      ])
    }
    expect(batches.map(({ length }) => length)).toEqual([8, 4, 6, 9, 13, 20, 30, 10])
    const examples = batches.flat()
    expect(examples).not.toEqual([...half.keys()])
    expect(new Set(examples).size).toBe(100)
  })

  it('begins with the examples that the champion was run on', () => {
    const champion = half.map((_, index) => (index < 30 ? 0 : undefined))
    const runner = race({ champion })
    const first = runner.nextBatch?.examples ?? []
    expect(first).toHaveLength(8)
    expect(Math.max(...first)).toBeLessThan(30)
  })

  it('runs one without rivals, and all when nobody may lose, on all examples at once', () => {
    expect(race({ candidates: 1 }).nextBatch?.examples).toHaveLength(100)
    const everyone = race({ candidates: 3, isRace: false, champion: all(1) })
    expect(everyone.nextBatch).toMatchObject({ candidates: [0, 1, 2] })
    expect(everyone.nextBatch?.examples).toHaveLength(100)
  })

  it('decides after the first batch between two who are far apart, whoever came first', () => {
    const worse = race({ champion: all(0.9) })
    expect(run(worse, all(0.9), all(0))).toEqual([8, 8])
    expect(worse.leader).toBe(0)
    const better = race({ champion: all(0) })
    expect(run(better, all(0), all(1))).toEqual([8, 8])
    expect(better.leader).toBe(1)
  })

  it('does not begin where the champion cannot be beaten', () => {
    const runner = race({ champion: all(1) })
    expect(runner.nextBatch).toBeUndefined()
    expect(runner.leader).toBe(0)
  })

  it('has nothing to run without examples', () => {
    const runner = race({ examples: 0 })
    expect(runner.nextBatch).toBeUndefined()
    expect(runner.leader).toBe(0)
  })

  it('finds the best of those who run side by side, and drops those far behind', () => {
    const good = half.map((_, index) => (index % 10 < 9 ? 1 : 0))
    const bad = half.map((_, index) => (index % 10 < 3 ? 1 : 0))
    const runner = race({ candidates: 3 })
    const counts = run(runner, bad, good, bad)
    expect(runner.leader).toBe(1)
    expect(Math.max(...counts)).toBeLessThan(30)
  })

  it('keeps the first of two that are always the same', () => {
    const runner = race()
    expect(run(runner, half, half)).toEqual([90, 90])
    expect(runner.leader).toBe(0)
  })
})

describe('racing costs a part of full validation, and hardly anything of what is found', () => {
  const worlds: World[] = [
    { examples: 60, spread: 0.1, graded: false },
    { examples: 60, spread: 1, graded: false },
    { examples: 300, spread: 0.3, graded: false },
    { examples: 60, spread: 0.4, graded: true },
  ]

  it.each(worlds)('side by side: %o', (world) => {
    const { lost, share } = average(world, true)
    expect(lost).toBeLessThan(0.006)
    expect(share).toBeLessThan(0.5)
  })

  it.each(worlds)('one after the other: %o', (world) => {
    const { lost, share } = average(world, false)
    expect(lost).toBeLessThan(0.006)
    expect(share).toBeLessThan(0.72)
  })
})

function average(world: World, sideBySide: boolean): { lost: number; share: number } {
  const runs = Array.from({ length: 200 }, (_, seed) => simulatedRun(world, sideBySide, seed))
  const mean = (value: (run: (typeof runs)[number]) => number): number =>
    runs.reduce((sum, one) => sum + value(one), 0) / runs.length
  const found = {
    lost: mean(({ fullTruth, truth }) => fullTruth - truth),
    share: mean(({ share }) => share),
  }
  return found
}
