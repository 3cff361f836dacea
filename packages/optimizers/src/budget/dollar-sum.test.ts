import { describe, expect, it } from 'vitest'
import { seededRandom } from '../random/random.ts'
import { shuffle } from '../random/shuffle.ts'
import { DollarSum } from './dollar-sum.ts'

function sumOf(amounts: readonly number[]): number {
  const sum = new DollarSum()
  for (const usd of amounts) sum.add(usd)
  return sum.usd
}

describe('DollarSum', () => {
  it('is what a person would add up', () => {
    expect(sumOf([])).toBe(0)
    expect(sumOf([0.1, 0.2])).toBe(0.3)
    expect(sumOf(Array.from({ length: 10 }, () => 0.003))).toBe(0.03)
    expect(sumOf([1e-9, 12_345.5])).toBe(12_345.500000001)
  })

  it('is the same in whatever order the amounts come', () => {
    const random = seededRandom(1)
    const amounts = Array.from({ length: 200 }, () => random.next() ** 5)
    const sums = Array.from({ length: 50 }, () => sumOf(shuffle(amounts, random)))
    expect(new Set(sums).size).toBe(1)
  })
})
