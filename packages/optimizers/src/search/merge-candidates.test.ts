import { describe, expect, it } from 'vitest'
import { seededRandom } from '../random/random.ts'
import { type Merge, type MergeCandidate, mergeCandidates } from './merge-candidates.ts'

function candidate(parents: number[], score: number, a: string, b: string): MergeCandidate {
  return { parents, score, components: { a, b } }
}

const seed = candidate([], 0.4, 'a0', 'b0')
// Two children of the seed that changed one component each, and a grandchild that changed the other too.
const family = [seed, candidate([0], 0.6, 'a1', 'b0'), candidate([0], 0.5, 'a0', 'b2')]

function merge(
  candidates: readonly MergeCandidate[],
  survivors: readonly number[],
  { tried = [], randomSeed = 1 }: { tried?: Merge[]; randomSeed?: number } = {},
): Merge | undefined {
  return mergeCandidates({ candidates, survivors, tried, random: seededRandom(randomSeed) })
}

describe('mergeCandidates', () => {
  it('puts together what two candidates changed apart', () => {
    expect(merge(family, [2, 1])).toEqual({
      parents: [1, 2],
      ancestor: 0,
      components: { a: 'a1', b: 'b2' },
    })
  })

  it('does not merge a candidate with one it descends from', () => {
    const line = [seed, candidate([0], 0.5, 'a1', 'b0'), candidate([1], 0.6, 'a1', 'b2')]
    expect(merge(line, [1, 2])).toBeUndefined()
    expect(merge(line, [0, 2])).toBeUndefined()
  })

  it('goes back only to an ancestor that neither parent is worse than', () => {
    const fallen = [candidate([], 0.55, 'a0', 'b0'), ...family.slice(1)]
    expect(merge(fallen, [1, 2])).toBeUndefined()
  })

  it('needs a component that only one of the two changed', () => {
    const rivals = [seed, candidate([0], 0.6, 'a1', 'b1'), candidate([0], 0.5, 'a2', 'b2')]
    expect(merge(rivals, [1, 2])).toBeUndefined()
  })

  it('takes what both changed from the better parent', () => {
    const both = [seed, candidate([0], 0.5, 'a1', 'b0'), candidate([0], 0.6, 'a2', 'b2')]
    // The child is the second parent again, so there is nothing to try.
    expect(merge(both, [1, 2])).toBeUndefined()
    const turned = [seed, candidate([0], 0.7, 'a1', 'b0'), candidate([0], 0.6, 'a2', 'b2')]
    expect(merge(turned, [1, 2])?.components).toEqual({ a: 'a1', b: 'b2' })
  })

  it('takes what both changed from either parent when they are equally good', () => {
    const equal = [
      { parents: [], score: 0.1, components: { a: 'a0', b: 'b0', c: 'c0' } },
      { parents: [0], score: 0.6, components: { a: 'a1', b: 'b1', c: 'c0' } },
      { parents: [0], score: 0.6, components: { a: 'a2', b: 'b0', c: 'c2' } },
    ]
    const found = Array.from(
      { length: 30 },
      (_, randomSeed) => merge(equal, [1, 2], { randomSeed })?.components['a'],
    )
    expect(new Set(found)).toEqual(new Set(['a1', 'a2']))
  })

  it('tries no triplet twice, and no child that exists or was tried by other parents', () => {
    const first = merge(family, [1, 2])
    if (first === undefined) throw new Error('the family can be merged')
    expect(merge(family, [1, 2], { tried: [first] })).toBeUndefined()
    const twin = candidate([0], 0.5, 'a0', 'b2')
    expect(merge([...family, twin], [1, 3], { tried: [first] })).toBeUndefined()
    expect(merge([...family, candidate([0], 0.1, 'a1', 'b2')], [1, 2])).toBeUndefined()
  })

  it('finds the only pair there is among many', () => {
    const many = [...family, ...Array.from({ length: 20 }, () => candidate([1], 0.6, 'a3', 'b0'))]
    const survivors = many.map((_, row) => row).slice(2)
    for (let randomSeed = 0; randomSeed < 20; randomSeed += 1) {
      expect(merge(many, survivors, { randomSeed })?.parents[0]).toBe(2)
    }
  })

  it('draws the better of two common ancestors more often', () => {
    const deep = [
      { parents: [], score: 0.1, components: { a: 'a0', b: 'b0', c: 'c0' } },
      { parents: [0], score: 0.4, components: { a: 'a0', b: 'b0', c: 'c1' } },
      { parents: [1], score: 0.6, components: { a: 'a2', b: 'b0', c: 'c1' } },
      { parents: [1], score: 0.6, components: { a: 'a0', b: 'b3', c: 'c1' } },
    ]
    const draws = (candidates: readonly MergeCandidate[]): number =>
      Array.from({ length: 300 }, (_, randomSeed) =>
        merge(candidates, [2, 3], { randomSeed }),
      ).filter((found) => found?.ancestor === 1).length
    expect(Math.abs(draws(deep) - 240)).toBeLessThan(30)
    expect(Math.abs(draws(deep.map((one) => ({ ...one, score: 0 }))) - 150)).toBeLessThan(40)
  })

  it('has nothing to merge with fewer than two survivors', () => {
    expect(merge(family, [1])).toBeUndefined()
    expect(merge([], [])).toBeUndefined()
  })
})
