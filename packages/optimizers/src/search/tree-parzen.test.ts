import { OptionError } from '@ockham/core'
import { describe, expect, it } from 'vitest'
import { seededRandom } from '../random/random.ts'
import { type Assignment, TreeParzen } from './tree-parzen.ts'

const variables = { demos: 6, instruction: 6, model: 6, tip: 6 }

/** The sum of what each choice is worth by itself: numbers in [0, 1] without an order. */
function additive(assignment: Assignment): number {
  const worths = Object.keys(variables).map(
    (name, variable) => ((variable * 37 + (assignment[name] ?? 0) * 53 + 11) * 7919) % 101,
  )
  return worths.reduce((sum, worth) => sum + worth / 400, 0)
}

function bestOf(
  trials: number,
  propose: () => Assignment,
  tell?: (a: Assignment, v: number) => void,
) {
  let best = 0
  for (let trial = 0; trial < trials; trial += 1) {
    const assignment = propose()
    const value = additive(assignment)
    tell?.(assignment, value)
    best = Math.max(best, value)
  }
  return best
}

describe('TreeParzen', () => {
  it('finds better assignments than chance in as many trials', () => {
    const gains = Array.from({ length: 60 }, (_, seed) => {
      const search = new TreeParzen({ variables, seed })
      const random = seededRandom(seed)
      const found = bestOf(
        40,
        () => search.ask(),
        (assignment, value) => search.tell(assignment, value),
      )
      const chance = bestOf(40, () =>
        Object.fromEntries(Object.keys(variables).map((name) => [name, random.below(6)])),
      )
      return found - chance
    })
    const mean = gains.reduce((sum, gain) => sum + gain, 0) / gains.length
    const variance = gains.reduce((sum, gain) => sum + (gain - mean) ** 2, 0) / gains.length
    expect(mean).toBeGreaterThan(4 * Math.sqrt(variance / gains.length))
  })

  it('tries at random until it has been told ten values', () => {
    const search = new TreeParzen({ variables, seed: 1 })
    const asked = Array.from({ length: 200 }, () => search.ask())
    for (const name of Object.keys(variables)) {
      expect(new Set(asked.map((assignment) => assignment[name])).size).toBe(6)
    }
    for (const [index, assignment] of asked.slice(0, 9).entries()) search.tell(assignment, index)
    const before = new Set(Array.from({ length: 30 }, () => JSON.stringify(search.ask())))
    expect(before.size).toBeGreaterThan(25)
  })

  it('goes on from its state, through JSON, as if it had never stopped', () => {
    const through = new TreeParzen({ variables, seed: 3 })
    bestOf(
      20,
      () => through.ask(),
      (assignment, value) => through.tell(assignment, value),
    )
    const state = JSON.parse(JSON.stringify(through.state))
    const resumed = new TreeParzen({ variables, seed: 3, state })
    for (let trial = 0; trial < 5; trial += 1) {
      const assignment = resumed.ask()
      expect(assignment).toEqual(through.ask())
      for (const search of [resumed, through]) search.tell(assignment, additive(assignment))
    }
    expect(resumed.state).toEqual(through.state)
  })

  it('does not depend on the order in which the variables are given', () => {
    const turned = Object.fromEntries(Object.entries(variables).toReversed())
    const one = new TreeParzen({ variables, seed: 5 })
    const other = new TreeParzen({ variables: turned, seed: 5 })
    expect(one.ask()).toEqual(other.ask())
  })

  it('learns from assignments it did not propose', () => {
    const search = new TreeParzen({ variables: { choice: 10 }, seed: 1 })
    for (let trial = 0; trial < 40; trial += 1) {
      search.tell({ choice: trial % 10 }, trial % 10 === 7 ? 1 : 0)
    }
    const asked = Array.from({ length: 20 }, () => search.ask()['choice'])
    expect(asked.filter((choice) => choice === 7).length).toBeGreaterThan(15)
  })

  it('refuses a space without choices, and values and assignments outside of it', () => {
    expect(() => new TreeParzen({ variables: {}, seed: 0 })).toThrow(OptionError)
    expect(() => new TreeParzen({ variables: { one: 0 }, seed: 0 })).toThrow(OptionError)
    expect(() => new TreeParzen({ variables, seed: 0.1 })).toThrow(OptionError)
    const search = new TreeParzen({ variables: { one: 2 }, seed: 0 })
    expect(() => search.tell({ one: 0 }, Number.NaN)).toThrow(OptionError)
    expect(() => search.tell({ one: 2 }, 1)).toThrow(OptionError)
    expect(() => search.tell({}, 1)).toThrow(OptionError)
  })
})
