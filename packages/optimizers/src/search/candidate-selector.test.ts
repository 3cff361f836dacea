import { OptionError } from '@ockham/core'
import { describe, expect, it } from 'vitest'
import { seededRandom } from '../random/random.ts'
import {
  type CandidateSelector,
  currentBestSelector,
  epsilonGreedySelector,
  paretoSelector,
  topParetoSelector,
} from './candidate-selector.ts'
import type { ScoreTable } from './score-table.ts'

// Best on 1, 3 and 1 examples; the last is best on none. The third has the highest mean.
const table: ScoreTable = [
  [1, 0, 0, 0, 0],
  [0, 0.6, 0.6, 0.6, 0],
  [0.9, 0.5, 0.5, 0.5, 1],
  [0.1, 0.1, 0.1, 0.1, 0.1],
]

/** How often of 1000 draws each candidate is chosen. */
function counts(select: CandidateSelector, rows: ScoreTable = table): number[] {
  const random = seededRandom(3)
  const found = rows.map(() => 0)
  for (let draw = 0; draw < 1000; draw += 1) {
    const chosen = select(rows, random)
    found[chosen] = (found[chosen] ?? 0) + 1
  }
  return found
}

describe('paretoSelector', () => {
  it('draws members of the front in proportion to the examples they are best on', () => {
    const [first = 0, second = 0, third = 0, last] = counts(paretoSelector)
    expect(Math.abs(first - 200)).toBeLessThan(50)
    expect(Math.abs(second - 600)).toBeLessThan(60)
    expect(Math.abs(third - 200)).toBeLessThan(50)
    expect(last).toBe(0)
  })
})

describe('currentBestSelector', () => {
  it('takes the highest mean, the oldest of equals', () => {
    expect(counts(currentBestSelector)).toEqual([0, 0, 1000, 0])
    expect(counts(currentBestSelector, [[0], [1], [1]])).toEqual([0, 1000, 0])
  })

  it('does not trust a mean of fewer examples than others were run on', () => {
    expect(
      counts(currentBestSelector, [
        [0.4, 0.4],
        [1, undefined],
      ]),
    ).toEqual([1000, 0])
  })
})

describe('epsilonGreedySelector', () => {
  it('takes any candidate as often as asked, else the best', () => {
    const found = counts(epsilonGreedySelector(0.4))
    expect(Math.abs((found[2] ?? 0) - 700)).toBeLessThan(50)
    for (const other of [0, 1, 3]) expect(Math.abs((found[other] ?? 0) - 100)).toBeLessThan(40)
  })

  it('refuses what is no probability', () => {
    expect(() => epsilonGreedySelector(1.1)).toThrow(OptionError)
  })
})

describe('topParetoSelector', () => {
  it('draws from the front among the best means only', () => {
    const found = counts(topParetoSelector(2))
    expect(found[0]).toBe(0)
    expect(Math.abs((found[1] ?? 0) - 750)).toBeLessThan(50)
    expect(counts(topParetoSelector(1))).toEqual([0, 0, 1000, 0])
  })

  it('takes the best when none of them is best on any example', () => {
    const specialists = [
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
      [0.9, 0.9, 0.9],
    ]
    expect(counts(topParetoSelector(1), specialists)).toEqual([0, 0, 0, 1000])
  })

  it('refuses a count below one', () => {
    expect(() => topParetoSelector(0)).toThrow(OptionError)
  })
})

it('refuses a table without candidates', () => {
  const random = seededRandom(0)
  const selectors = [
    paretoSelector,
    currentBestSelector,
    epsilonGreedySelector(1),
    topParetoSelector(2),
  ]
  for (const select of selectors) expect(() => select([], random)).toThrow(OptionError)
})
