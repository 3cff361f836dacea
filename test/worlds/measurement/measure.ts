import { evaluate, trackUsage } from '@ockham/core'
import type { CompileBudget } from '@ockham/optimizers'
import { makeWorld } from '../world/make-world.ts'
import type { WorldParameters } from '../world/parameters.ts'
import type { World, WorldProgram } from '../world/world.ts'
import type { Contender } from './contender.ts'
import { runOn } from './run-on.ts'
import { type Summary, summarize } from './summary.ts'

/** What to compare, on what, and how often. */
export interface MeasureOptions {
  readonly parameters: WorldParameters
  readonly contenders: readonly Contender[]
  readonly budgets: readonly CompileBudget[]
  /** Each makes a world and is the seed of the optimizer in it. */
  readonly seeds: readonly number[]
  /** The model that programs run on; `small` by default. */
  readonly model?: keyof World['models']
}

/** How one optimizer did with one budget. */
export interface Measurement {
  readonly contender: string
  readonly budget: CompileBudget
  /** Held-out score of the compiled program, and by how much it is above the seed program's. */
  readonly score: Summary
  readonly gain: Summary
  /** LM calls of compiling, and US dollars. */
  readonly calls: Summary
  readonly costUSD: Summary
}

/** The comparison in one world. */
export interface Comparison {
  readonly world: string
  /** Held-out scores of the program before, and of the one that states every rule. */
  readonly seedProgram: Summary
  readonly oracleProgram: Summary
  readonly measurements: readonly Measurement[]
}

/** Compiles with every contender, budget and seed, and scores the results on rows nobody has seen. */
export async function measure(options: MeasureOptions): Promise<Comparison> {
  const { parameters, contenders, budgets, seeds, model = 'small' } = options
  const worlds = seeds.map((seed) => makeWorld(parameters, seed))
  const before = await inTurn(worlds, (world) => heldOut(world, world.seedProgram(), model))
  const oracle = await inTurn(worlds, (world) => heldOut(world, world.oracleProgram(), model))
  const measurements: Measurement[] = []
  for (const contender of contenders) {
    for (const budget of budgets) {
      const runs = await inTurn(worlds, (world, index) =>
        compileOnce(contender, { budget, seed: seeds[index] ?? 0, world }, model),
      )
      measurements.push({
        contender: contender.name,
        budget,
        score: summarize(runs.map(({ score }) => score)),
        gain: summarize(runs.map(({ score }, index) => score - (before[index] ?? 0))),
        calls: summarize(runs.map(({ calls }) => calls)),
        costUSD: summarize(runs.map(({ costUSD }) => costUSD)),
      })
    }
  }
  return {
    world: parameters.name,
    seedProgram: summarize(before),
    oracleProgram: summarize(oracle),
    measurements,
  }
}

/** The score of a program on the test split. */
export async function heldOut(
  world: World,
  program: WorldProgram,
  model: keyof World['models'] = 'small',
): Promise<number> {
  const { testset: devset, metric } = world
  const { score } = await runOn(world, model, () => evaluate(program, { devset, metric }))
  return score
}

async function compileOnce(
  contender: Contender,
  setup: Parameters<Contender['makeOptimizer']>[0],
  model: keyof World['models'],
): Promise<{ score: number; calls: number; costUSD: number }> {
  const { world, budget } = setup
  const { trainset, valset } = world
  const { result, usage } = await runOn(world, model, () =>
    trackUsage(() =>
      contender.makeOptimizer(setup).compile(world.seedProgram(), { trainset, valset, budget }),
    ),
  )
  const score = await heldOut(world, result.program, model)
  return { score, calls: usage.calls - usage.cachedCalls, costUSD: usage.costUSD }
}

async function inTurn<Item, Result>(
  items: readonly Item[],
  run: (item: Item, index: number) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = []
  for (const [index, item] of items.entries()) results.push(await run(item, index))
  return results
}
