import { LabeledFewShot } from '@ockham/optimizers'
import { describe, expect, test } from 'vitest'
import { chance } from './chance.ts'
import { choose } from './choose.ts'
import { heldOut } from './measurement/held-out.ts'
import { editInstructions, RandomEdits } from './measurement/random-edits.ts'
import { reflectiveLoop } from './measurement/reflective-loop.ts'
import { runOn } from './measurement/run-on.ts'
import { summarize } from './measurement/summary.ts'
import { makeWorld } from './world/make-world.ts'
import type { WorldParameters } from './world/parameters.ts'
import type { World, WorldProgram } from './world/world.ts'
import { world1 } from './world-1.ts'
import { world2 } from './world-2.ts'

const seeds = Array.from({ length: 20 }, (_, seed) => seed)

/** The worlds of the 20 seeds, and how their seed programs do. */
async function prepare(parameters: WorldParameters): Promise<{ world: World; before: number }[]> {
  const made: { world: World; before: number }[] = []
  for (const seed of seeds) {
    const world = makeWorld(parameters, seed)
    made.push({ world, before: await heldOut(world, world.seedProgram()) })
  }
  return made
}

const prepared = new Map([
  [world1, await prepare(world1)],
  [world2, await prepare(world2)],
])

async function overSeeds(
  score: (world: World, seed: number) => Promise<number>,
  parameters = world1,
): Promise<number[]> {
  const scores: number[] = []
  for (const [seed, { world }] of (prepared.get(parameters) ?? []).entries()) {
    scores.push(await score(world, seed))
  }
  return scores
}

/** Held-out gains of compiled programs over the seed programs. */
async function gains(
  compile: (world: World, seed: number) => Promise<WorldProgram> | WorldProgram,
  parameters = world1,
): Promise<number[]> {
  const before = (prepared.get(parameters) ?? []).map((each) => each.before)
  const after = await overSeeds(
    async (world, seed) => heldOut(world, await compile(world, seed)),
    parameters,
  )
  return after.map((score, seed) => score - (before[seed] ?? 0))
}

async function showing(k: number, world: World, trainset = world.trainset): Promise<WorldProgram> {
  const { program } = await new LabeledFewShot({ k }).compile(world.seedProgram(), { trainset })
  return program
}

describe.each([
  { parameters: world1, floor: 0.25, ceiling: 0.85, best: 0.95 },
  { parameters: world2, floor: 0.25, ceiling: 0.7, best: 0.9 },
])('world $parameters.name', ({ parameters, floor, ceiling, best }) => {
  test('has the seed program near the floor and the one with every rule near the ceiling', async () => {
    const before = (prepared.get(parameters) ?? []).map((each) => each.before)
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
    const gained = await gains((world, seed) => {
      const program = world.seedProgram()
      for (let edit = 0; edit < 5; edit += 1) {
        const draw = (event: string): number => chance('edits', seed, edit, event)
        editInstructions(choose(program.predictors(), draw('predictor')), world.tables, draw)
      }
      return program
    }, parameters)
    expect(summarize(gained).high).toBeLessThan(0.02)
  })

  test('gives next to nothing for random edits of which the best are kept', async () => {
    const gained = await gains(async (world, seed) => {
      const options = { valset: world.valset, budget: { calls: 400 } }
      const { program } = await runOn(world, 'small', () =>
        new RandomEdits({ world, seed }).compile(world.seedProgram(), options),
      )
      return program
    }, parameters)
    const { low, high } = summarize(gained)
    expect(low).toBeLessThan(0.01)
    expect(high).toBeLessThan(0.03)
  })

  test('can be learned from feedback, and not from feedback that is noise', async () => {
    const learned = (metric: 'feedbackMetric' | 'scrambledFeedback'): Promise<number[]> =>
      gains((world, seed) => {
        const options = { world, metric: world[metric], steps: 12, seed }
        return runOn(world, 'small', () => reflectiveLoop(options))
      }, parameters)
    expect(summarize(await learned('feedbackMetric')).low).toBeGreaterThan(0.1)
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
    const right = await gains((world) => showing(16, world))
    const shuffled = await gains((world) => showing(16, world, world.shuffledLabels))
    expect(summarize(right).low).toBeGreaterThan(0.4)
    expect(summarize(shuffled).high).toBeLessThan(0.03)
  })

  test('never hurt on average when there are more of them', async () => {
    const means: number[] = []
    for (const k of [2, 4, 8, 16, 32]) {
      means.push(summarize(await gains((world) => showing(k, world))).mean)
    }
    expect(means).toEqual(means.toSorted((a, b) => a - b))
  })
})
