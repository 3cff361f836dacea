import type { CompileBudget } from '@ockham/optimizers'
import { makeWorld } from '../world/make-world.ts'
import type { WorldParameters } from '../world/parameters.ts'
import { compileOnce, type Outcome } from './compile-once.ts'
import type { Contender } from './contender.ts'
import { heldOut } from './held-out.ts'
import { inTurn } from './in-turn.ts'
import { type Spoiling, spoiled } from './spoiled.ts'
import { type Summary, summarize } from './summary.ts'

/** What to compare, on what, and how often. */
export interface MeasureOptions {
  readonly parameters: WorldParameters
  readonly contenders: readonly Contender[]
  /** What they must do better than, at the same budget. */
  readonly control: Contender
  readonly budgets: readonly CompileBudget[]
  /** Each makes a world and is the seed of the optimizer in it. */
  readonly seeds: readonly number[]
}

/** How one optimizer did with one budget; held-out scores. */
export interface Measurement {
  readonly contender: string
  readonly budget: CompileBudget
  readonly score: Summary
  /** By how much the score is above the seed program's, and above what the control reached with the same budget. */
  readonly gain: Summary
  readonly overControl: Summary
  /** LM calls of compiling, and US dollars. */
  readonly calls: Summary
  readonly costUSD: Summary
  /** The gain where there is nothing to learn, with the largest budget; absent for others, and where it does not apply. */
  readonly spoiledGain: Readonly<Partial<Record<Spoiling, Summary>>>
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
  const { parameters, contenders, control, budgets, seeds } = options
  const worlds = seeds.map((seed) => makeWorld(parameters, seed))
  const before = await inTurn(worlds, (world) => heldOut(world, world.seedProgram()))
  const oracle = await inTurn(worlds, (world) => heldOut(world, world.oracleProgram()))
  const runs = (contender: Contender, budget: CompileBudget, what?: Spoiling): Promise<Outcome[]> =>
    inTurn(worlds, (intact, index) => {
      const seed = seeds[index] ?? 0
      const world = what === undefined ? intact : spoiled(intact, what, seed)
      return compileOnce(contender, { budget, seed, world })
    })
  const measurements: Measurement[] = []
  for (const budget of budgets) {
    const controls = await runs(control, budget)
    const isLargest = budget === budgets.at(-1)
    for (const contender of [...contenders, control]) {
      const outcomes = contender === control ? controls : await runs(contender, budget)
      const gains = (all: readonly Outcome[]): number[] =>
        all.map(({ score }, index) => score - (before[index] ?? 0))
      const spoil = async (what: Spoiling): Promise<Summary> =>
        summarize(gains(await runs(contender, budget, what)))
      measurements.push({
        contender: contender.name,
        budget,
        score: summarize(outcomes.map(({ score }) => score)),
        gain: summarize(gains(outcomes)),
        overControl: summarize(
          outcomes.map(({ score }, index) => score - (controls[index]?.score ?? 0)),
        ),
        calls: summarize(outcomes.map(({ calls }) => calls)),
        costUSD: summarize(outcomes.map(({ costUSD }) => costUSD)),
        spoiledGain: {
          ...(isLargest ? { labels: await spoil('labels') } : {}),
          ...(isLargest && contender.usesFeedback ? { feedback: await spoil('feedback') } : {}),
        },
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
