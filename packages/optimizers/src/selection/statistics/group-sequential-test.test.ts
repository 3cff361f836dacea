import { OptionError } from '@ockham/core'
import { describe, expect, it } from 'vitest'
import { seededRandom } from '../../random/random.ts'
import { type GroupSequentialDesign, groupSequentialDesign } from './group-sequential-design.ts'
import { GroupSequentialTest } from './group-sequential-test.ts'

const looks = [30, 60, 100, 200]
const tolerance = 0.1
const design = groupSequentialDesign({ looks, errorProbability: 0.05 })
const options = { tolerance, design }

/** A design with one look. */
function once(examples: number): GroupSequentialDesign {
  return groupSequentialDesign({ looks: [examples], errorProbability: 0.05 })
}

/** How many pairs were needed, when every `every`th is lost (or won, below zero) and the others are equal. */
function run(test: GroupSequentialTest, every: number): number {
  for (let seen = 1; seen <= 200; seen += 1) {
    const apart = seen % Math.abs(every) === 0
    test.observe(apart && every > 0 ? 0 : 1, apart && every < 0 ? 0 : 1)
    if (test.decision !== 'continue') return seen
  }
  return 200
}

describe('GroupSequentialTest', () => {
  it('decides at its looks only', () => {
    const test = new GroupSequentialTest(options)
    expect(looks).toContain(run(test, -10))
    expect(test.decision).toBe('certified')
  })

  it('certifies nothing that has not been seen to differ from its reference often enough', () => {
    const same = new GroupSequentialTest(options)
    expect(run(same, 1000)).toBe(200)
    expect(same.decision).toBe('futile')
    const early = new GroupSequentialTest({ tolerance, design: once(40) })
    for (let seen = 0; seen < 40; seen += 1) early.observe(1, seen % 2)
    expect(early.decision).toBe('futile')
    const sure = new GroupSequentialTest({ tolerance, design: once(50) })
    for (let seen = 0; seen < 50; seen += 1) sure.observe(1, seen % 2)
    expect(sure.decision).toBe('certified')
  })

  it('gives up early on what loses much more than it may, unless told not to', () => {
    const test = new GroupSequentialTest(options)
    expect(run(test, 2)).toBeLessThan(100)
    expect(test.decision).toBe('futile')
    const patient = new GroupSequentialTest({
      tolerance,
      design: groupSequentialDesign({ looks, errorProbability: 0.05, futilityErrorProbability: 0 }),
    })
    expect(run(patient, 2)).toBe(200)
  })

  it('certifies a mean just out of reach about as often as it may, and one within reach mostly', () => {
    const random = seededRandom(3)
    const certified = (lost: number): number => {
      let count = 0
      for (let repetition = 0; repetition < 400; repetition += 1) {
        const test = new GroupSequentialTest(options)
        while (test.decision === 'continue') {
          const draw = random.next()
          test.observe(draw < lost ? 0 : 1, draw > 0.9 ? 0 : 1)
        }
        if (test.decision === 'certified') count += 1
      }
      return count / 400
    }
    // Lost a fifth and won a tenth: exactly the tolerance.
    const rate = certified(0.2)
    expect(rate).toBeLessThan(0.05 + 3 * Math.sqrt((0.05 * 0.95) / 400))
    expect(rate).toBeGreaterThan(0.015)
    expect(certified(0.1)).toBeGreaterThan(0.7)
  })

  it('asks for the score of the reference', () => {
    expect(() => new GroupSequentialTest(options).observe(1)).toThrow(OptionError)
  })
})
