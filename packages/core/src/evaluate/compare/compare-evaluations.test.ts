import { expect, test } from 'vitest'
import { OptionError } from '../../errors/option-error.ts'
import { compareEvaluations } from './compare-evaluations.ts'
import { pairedInterval } from './paired-interval.ts'

function evaluation(...scores: number[]) {
  return { rows: scores.map((score, index) => ({ example: { question: `${index}` }, score })) }
}

test('wins, losses, ties, the mean difference and the rows that changed', () => {
  const comparison = compareEvaluations(evaluation(0, 0, 1, 0.5, 1), evaluation(1, 1, 0, 0.5, 1))
  expect(comparison).toMatchObject({ difference: 0.2, wins: 2, losses: 1, ties: 2 })
  expect(comparison.changed).toMatchObject([
    { index: 0, before: { score: 0 }, after: { score: 1 }, difference: 1 },
    { index: 1, difference: 1 },
    { index: 2, difference: -1 },
  ])
  expect(comparison.interval[0]).toBeLessThan(0)
  expect(comparison.interval[1]).toBeGreaterThan(0.2)
})

test('a clear gain has an interval above zero', () => {
  const comparison = compareEvaluations(
    evaluation(...Array.from({ length: 40 }, (_, row) => (row < 20 ? 0 : 1))),
    evaluation(...Array.from({ length: 40 }, (_, row) => (row < 6 ? 0 : 1))),
  )
  expect(comparison.interval[0]).toBeGreaterThan(0.1)
  expect(comparison.interval[1]).toBeLessThan(0.6)
})

test.each([
  ['no rows', evaluation(), evaluation(), /`before` has no rows/],
  ['fewer rows', evaluation(1, 1), evaluation(1), /`after` has 1 rows where `before` has 2/],
  [
    'other examples',
    evaluation(1, 1),
    { rows: evaluation(1, 1).rows.toReversed() },
    /`after` has another example in row 0/,
  ],
])('%s cannot be compared', (_what, before, after, message) => {
  expect(() => compareEvaluations(before, after)).toThrow(OptionError)
  expect(() => compareEvaluations(before, after)).toThrow(message)
})

// For each chance of a gain and of a loss, over all outcomes of `rows` rows of pass or fail.
function leastCoverage(rows: number): number {
  const covered: number[] = []
  for (const gain of [0.01, 0.05, 0.2, 0.5, 0.7]) {
    for (const loss of [0.01, 0.1, 0.3]) covered.push(coverage(rows, gain, loss))
  }
  return Math.min(...covered)
}

function coverage(rows: number, gain: number, loss: number): number {
  let covered = 0
  for (let gains = 0; gains <= rows; gains += 1) {
    for (let losses = 0; gains + losses <= rows; losses += 1) {
      const same = rows - gains - losses
      const differences = [[1, gains] as const, [-1, losses] as const, [0, same] as const].flatMap(
        ([difference, count]) => Array.from({ length: count }, () => difference),
      )
      const [low, high] = pairedInterval(differences)
      if (low > gain - loss + 1e-9 || high < gain - loss - 1e-9) continue
      covered += Math.exp(
        logFactorial(rows) -
          logFactorial(gains) -
          logFactorial(losses) -
          logFactorial(same) +
          times(gains, gain) +
          times(losses, loss) +
          times(same, 1 - gain - loss),
      )
    }
  }
  return covered
}

function times(count: number, chance: number): number {
  return count === 0 ? 0 : count * Math.log(Math.max(chance, 1e-300))
}

function logFactorial(count: number): number {
  let log = 0
  for (let factor = 2; factor <= count; factor += 1) log += Math.log(factor)
  return log
}

test.each([5, 10, 20, 40])(
  'with %i rows the interval holds the truth 94.5 %% of the time',
  (rows) => {
    expect(leastCoverage(rows)).toBeGreaterThan(0.945)
  },
)

test('rows that are all alike still leave doubt', () => {
  const [low, high] = pairedInterval(Array.from({ length: 10 }, () => 0))
  expect(high).toBeGreaterThan(0.2)
  expect(low).toBe(-high)
})
