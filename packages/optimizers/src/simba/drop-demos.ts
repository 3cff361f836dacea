import type { Module } from '@ockham/core'
import { poisson } from '../random/poisson.ts'
import type { Random } from '../random/random.ts'

// What DSPy takes where programs are to have no demonstrations.
const maxDemosOfNone = 3

/**
 * Takes some demonstrations away, the same places from every predictor: about as many as make room for one of
 * `maxDemos`, and at least one where they are full.
 */
export function dropDemos(program: Module<never, object>, maxDemos: number, random: Random): void {
  const predictors = program.predictors()
  const most = Math.max(0, ...predictors.map(({ demos }) => demos.length))
  const room = maxDemos === 0 ? maxDemosOfNone : maxDemos
  const wanted = Math.max(poisson(most / room, random), most >= room ? 1 : 0)
  const count = Math.min(wanted, most)
  const dropped = new Set(Array.from({ length: count }, () => random.below(most)))
  for (const predictor of predictors) {
    predictor.demos = predictor.demos.filter((_, place) => !dropped.has(place))
  }
}
