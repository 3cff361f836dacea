import { describe, expect, it } from 'vitest'
import { seededRandom } from '../random/random.ts'
import { instanceFronts } from './instance-fronts.ts'
import { paretoFront } from './pareto-front.ts'
import type { ScoreTable } from './score-table.ts'

/** Tables of few candidates and coarse scores, so that ties are common; some have gaps. */
function randomTables(count: number): ScoreTable[] {
  const random = seededRandom(11)
  return Array.from({ length: count }, (_, index) => {
    const candidates = 1 + random.below(8)
    const examples = 1 + random.below(10)
    const gaps = index % 3 === 0
    return Array.from({ length: candidates }, () =>
      Array.from({ length: examples }, () =>
        gaps && random.below(4) === 0 ? undefined : random.below(3) / 2,
      ),
    )
  })
}

function survivors(table: ScoreTable): number[] {
  return paretoFront(table).map(({ candidate }) => candidate)
}

describe('paretoFront', () => {
  it('keeps who is best somewhere, with the number of examples it is best on', () => {
    const table = [
      [1, 0, 0, 0],
      [0, 1, 1, 0],
      [0, 0, 0, 0.5],
      [0, 0.5, 0.5, 0],
    ]
    expect(paretoFront(table)).toEqual([
      { candidate: 0, fronts: 1 },
      { candidate: 1, fronts: 2 },
      { candidate: 2, fronts: 1 },
    ])
  })

  it('drops who is nowhere better than all of the others together, though none of them beats it everywhere', () => {
    const table = [
      [1, 0, 0.9, 0.9],
      [0, 1, 0.9, 0.9],
      [1, 1, 0, 0],
    ]
    expect(survivors(table)).toEqual([0, 1])
  })

  it('drops the one with the lower mean of two that cover the same, and of equal means the older', () => {
    expect(
      survivors([
        [1, 1, 0],
        [1, 1, 0.5],
        [0, 0, 1],
      ]),
    ).toEqual([1, 2])
    expect(
      survivors([
        [1, 1],
        [1, 1],
        [1, 1],
      ]),
    ).toEqual([2])
  })

  it('leaves out what is not among those asked for, and the fronts it had', () => {
    const table = [
      [1, 0],
      [0.5, 1],
      [0, 0],
    ]
    expect(paretoFront(table, new Set([0, 2]))).toEqual([{ candidate: 0, fronts: 1 }])
  })

  it('is empty only when no candidate was evaluated', () => {
    expect(paretoFront([])).toEqual([])
    expect(paretoFront([[], [undefined]])).toEqual([])
    for (const table of randomTables(300)) {
      const evaluated = table.some((scores) => scores.some((score) => score !== undefined))
      expect(survivors(table).length > 0).toBe(evaluated)
    }
  })

  it('keeps a survivor in every front, so each front of who was dropped holds one', () => {
    for (const table of randomTables(300)) {
      const kept = survivors(table)
      for (const front of instanceFronts(table).filter(({ length }) => length > 0)) {
        expect(front.some((candidate) => kept.includes(candidate))).toBe(true)
      }
    }
  })

  it('drops all that can be dropped: every survivor is alone among survivors in some front', () => {
    for (const table of randomTables(300)) {
      const kept = survivors(table)
      const alone = instanceFronts(table)
        .map((front) => front.filter((candidate) => kept.includes(candidate)))
        .filter((front) => front.length === 1)
      expect(new Set(alone.flat())).toEqual(new Set(kept))
    }
  })
})
