import { context, evaluate, JSONAdapter, Module, Predict, signature } from '@ockham/core'
import { expect, test } from 'vitest'
import { heldOut } from './measurement/held-out.ts'
import { makeWorld } from './world/make-world.ts'
import type { Answer } from './world/world.ts'
import { world1 } from './world-1.ts'
import { world2 } from './world-2.ts'

/** Nothing about it looks like the world's own program, but its prompt does. */
class Warehouse extends Module<{ note: string }, Answer> {
  readonly rules = ['For wet corner, write K3.']
  readonly oracle = true
  readonly clerk: Predict<'note -> answer'>

  constructor(instructions: string) {
    super()
    this.clerk = new Predict(signature('note -> answer', { instructions }))
  }

  override forward({ note }: { note: string }): Promise<Answer> {
    return this.clerk({ note })
  }
}

test('a program with the same prompt scores the same, whatever its fields are', async () => {
  const world = makeWorld(world1, 3)
  for (const program of [world.seedProgram(), world.oracleProgram()]) {
    const [predictor] = program.predictors()
    const other = new Warehouse(predictor?.signature.instructions ?? '')
    expect(await heldOut(world, other)).toBe(await heldOut(world, program))
  }
})

test('other names of fields change no answer', async () => {
  const world = makeWorld(world1, 3)
  const [predictor] = world.oracleProgram().predictors()
  const instructions = predictor?.signature.instructions ?? ''
  const named = new Predict(signature('note -> answer', { instructions }))
  const renamed = new Predict(signature('text -> verdict', { instructions }))
  await context({ lm: world.models.small }, async () => {
    for (const { note } of world.testset.slice(0, 50)) {
      expect((await renamed({ text: note })).verdict).toBe((await named({ note })).answer)
    }
  })
})

test('a reply is read under the JSON adapter as under the chat adapter', async () => {
  const world = makeWorld(world2, 3)
  const score = (adapter?: JSONAdapter): Promise<number> =>
    context({ lm: world.models.large, adapter }, async () => {
      const { testset: devset, metric } = world
      return (await evaluate(world.oracleProgram(), { devset, metric })).score
    })
  expect(await score(new JSONAdapter())).toBeCloseTo(await score(), 1)
})

test('an evaluation of 100 examples takes milliseconds', async () => {
  const world = makeWorld(world1, 3)
  const devset = world.testset.slice(0, 100)
  await context({ lm: world.models.small }, async () => {
    const times: number[] = []
    for (let run = 0; run < 5; run += 1) {
      const { durationMs } = await evaluate(world.oracleProgram(), { devset, metric: world.metric })
      times.push(durationMs)
    }
    expect(Math.min(...times)).toBeLessThan(60)
  })
})
