import { describe, expect, it } from 'vitest'
import { seededRandom } from '../random/random.ts'
import { ProgramPool } from './program-pool.ts'

function draws(pool: ProgramPool<string>, top: number): Map<string, number> {
  const random = seededRandom(1)
  const counts = new Map<string, number>()
  for (let draw = 0; draw < 10_000; draw += 1) {
    const program = pool.draw({ top, temperature: 0.2 }, random)
    counts.set(program, (counts.get(program) ?? 0) + 1)
  }
  return counts
}

describe('ProgramPool', () => {
  it('draws by the softmax of the average scores', () => {
    const pool = new ProgramPool('first')
    pool.scoreFirst(0.5)
    pool.add('better', 0.7)
    const { first = 0, better = 0 } = Object.fromEntries(draws(pool, 6))
    expect(Math.abs(better / first - Math.E)).toBeLessThan(0.2)
  })

  it('draws only the best and the first', () => {
    const pool = new ProgramPool('first')
    for (const [program, average] of [
      ['bad', 0.1],
      ['good', 0.8],
      ['best', 0.9],
    ] as const) {
      pool.add(program, average)
    }
    expect([...draws(pool, 2).keys()].toSorted()).toEqual(['best', 'first'])
    expect([...draws(pool, 3).keys()].toSorted()).toEqual(['best', 'first', 'good'])
    expect([...draws(pool, 1).keys()]).toEqual(['first'])
  })
})
