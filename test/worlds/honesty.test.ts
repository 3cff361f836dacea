import { context } from '@ockham/core'
import { LabeledFewShot } from '@ockham/optimizers'
import { describe, expect, test } from 'vitest'
import { chance } from './chance.ts'
import { choose } from './choose.ts'
import { heldOut } from './measurement/measure.ts'
import { editInstructions, RandomEdits } from './measurement/random-edits.ts'
import { reflectiveLoop } from './measurement/reflective-loop.ts'
import { summarize } from './measurement/summary.ts'
import { makeWorld } from './world/make-world.ts'
import type { Row, World, WorldProgram } from './world/world.ts'
import { world1 } from './world-1.ts'
import { world2 } from './world-2.ts'

const seeds = Array.from({ length: 20 }, (_, seed) => seed)

async function overSeeds<Result>(
  run: (world: World, seed: number) => Promise<Result>,
  parameters = world1,
): Promise<Result[]> {
  const results: Result[] = []
  for (const seed of seeds) results.push(await run(makeWorld(parameters, seed), seed))
  return results
}

async function gain(world: World, program: WorldProgram): Promise<number> {
  return (await heldOut(world, program)) - (await heldOut(world, world.seedProgram()))
}

async function shown(
  world: World,
  k: number,
  trainset: readonly Row[] = world.trainset,
): Promise<number> {
  const { program } = await new LabeledFewShot({ k }).compile(world.seedProgram(), { trainset })
  return heldOut(world, program)
}

describe.each([
  { parameters: world1, floor: 0.25, ceiling: 0.85, best: 0.95 },
  { parameters: world2, floor: 0.25, ceiling: 0.7, best: 0.9 },
])('world $parameters.name', ({ parameters, floor, ceiling, best }) => {
  test('has the seed program near the floor and the one with every rule near the ceiling', async () => {
    const before = await overSeeds((world) => heldOut(world, world.seedProgram()), parameters)
    const oracle = await overSeeds((world) => heldOut(world, world.oracleProgram()), parameters)
    const large = await overSeeds(
      (world) => heldOut(world, world.oracleProgram(), 'large'),
      parameters,
    )
    expect(summarize(before).high).toBeLessThan(floor)
    expect(summarize(oracle).low).toBeGreaterThan(ceiling)
    expect(summarize(large).low).toBeGreaterThan(best)
  })

  test('gives nothing for random edits of the instructions', async () => {
    const gains = await overSeeds((world, seed) => {
      const program = world.seedProgram()
      for (let edit = 0; edit < 5; edit += 1) {
        const draw = (event: string): number => chance('edits', seed, edit, event)
        editInstructions(choose(program.predictors(), draw('predictor')), world.tables, draw)
      }
      return gain(world, program)
    }, parameters)
    expect(summarize(gains).high).toBeLessThan(0.02)
  })

  test('gives next to nothing for random edits of which the best are kept', async () => {
    const gains = await overSeeds(async (world, seed) => {
      const options = { valset: world.valset, budget: { calls: 400 } }
      const { program } = await context({ lm: world.models.small }, () =>
        new RandomEdits({ world, seed }).compile(world.seedProgram(), options),
      )
      return gain(world, program)
    }, parameters)
    const { low, high } = summarize(gains)
    expect(low).toBeLessThan(0.01)
    expect(high).toBeLessThan(0.03)
  })

  test('can be learned from feedback, and not from feedback that is noise', async () => {
    const learned = (metric: 'feedbackMetric' | 'scrambledFeedback'): Promise<number[]> =>
      overSeeds(async (world, seed) => {
        const options = { world, metric: world[metric], steps: 15, seed }
        const program = await context({ lm: world.models.small }, () => reflectiveLoop(options))
        return gain(world, program)
      }, parameters)
    expect(summarize(await learned('feedbackMetric')).low).toBeGreaterThan(0.15)
    expect(summarize(await learned('scrambledFeedback')).high).toBeLessThan(0.05)
  })

  test('is the same to the bit when it is made and measured again', async () => {
    const scores = (): Promise<number[]> =>
      Promise.all(
        [1, 2].map((seed) => {
          const world = makeWorld(parameters, seed)
          return heldOut(world, world.seedProgram())
        }),
      )
    expect(await scores()).toEqual(await scores())
  })
})

describe('demonstrations', () => {
  test('help when their labels are right, and not when they are shuffled', async () => {
    const right = await overSeeds(
      async (world) => (await shown(world, 16)) - (await shown(world, 1)),
    )
    const shuffled = await overSeeds(
      async (world) =>
        (await shown(world, 16, world.shuffledLabels)) -
        (await heldOut(world, world.seedProgram())),
    )
    expect(summarize(right).low).toBeGreaterThan(0.4)
    expect(summarize(shuffled).high).toBeLessThan(0.03)
  })

  test('never hurt on average when there are more of them', async () => {
    const means: number[] = []
    for (const k of [2, 4, 8, 16, 32]) {
      means.push(summarize(await overSeeds((world) => shown(world, k))).mean)
    }
    expect(means).toEqual(means.toSorted((a, b) => a - b))
  })
})
