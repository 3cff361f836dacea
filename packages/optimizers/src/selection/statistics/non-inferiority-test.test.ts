import { OptionError } from '@ockham/core'
import { describe, expect, it } from 'vitest'
import { BettingTest } from './betting-test.ts'
import { NonInferiorityTest } from './non-inferiority-test.ts'

const options = { tolerance: 0.1, populationSize: 400, errorProbability: 0.05 }

describe('NonInferiorityTest', () => {
  it('certifies a model that never differs from its reference, long before the end', () => {
    const test = new NonInferiorityTest(options)
    let seen = 0
    while (test.decision === 'continue') {
      test.observe(seen % 2, seen % 2)
      seen += 1
    }
    expect(test.decision).toBe('certified')
    expect(seen).toBeLessThan(60)
  })

  it('gives up on a model that loses every second example', () => {
    const test = new NonInferiorityTest(options)
    for (let seen = 0; seen < 60; seen += 1) test.observe(seen % 2, 1)
    expect(test.decision).toBe('futile')
  })

  it('looks at differences only, and so decides as bets on them do', () => {
    const test = new NonInferiorityTest(options)
    const bets = new BettingTest({ ...options, target: 0.45 })
    const scores = Array.from({ length: 50 }, (_, index) => [(index * 7) % 3, (index * 5) % 3])
    for (const [score = 0, reference = 0] of scores) {
      const decision = bets.observe((score / 2 - reference / 2 + 1) / 2)
      expect(test.observe(score / 2, reference / 2)).toBe(decision)
    }
  })

  it('asks for the score of the reference', () => {
    expect(() => new NonInferiorityTest(options).observe(1)).toThrow(OptionError)
  })
})
