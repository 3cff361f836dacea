import { BootstrapFewShotWithRandomSearch, GEPA, MIPROv2 } from '@ockham/optimizers'
import { makeWorld } from '../world/make-world.ts'
import type { WorldParameters } from '../world/parameters.ts'
import { compileOnce } from './compile-once.ts'
import type { Contender, ContenderSetup } from './contender.ts'
import { inTurn } from './in-turn.ts'
import { type Summary, summarize } from './summary.ts'

/** An optimizer with full validation, as it is elsewhere, and as it is here. */
interface Pair {
  readonly name: string
  make(
    setup: ContenderSetup,
    options: { race?: false; reuseReplies?: false },
  ): ReturnType<Contender['makeOptimizer']>
}

const pairs: readonly Pair[] = [
  {
    name: 'BootstrapRS',
    make: ({ seed, world: { metric } }, options) =>
      new BootstrapFewShotWithRandomSearch({ metric, seed, ...options }),
  },
  ...(['light', 'heavy'] as const).map((auto) => ({
    name: `MIPROv2, ${auto}`,
    make: ({ seed, world }: ContenderSetup, options: object) => {
      const { metric, proposer: promptModel } = world
      return new MIPROv2({ metric, promptModel, seed, auto, ...options })
    },
  })),
  {
    name: 'GEPA, heavy',
    make: ({ seed, world }, options) => {
      const { feedbackMetric: metric, proposer: reflectionLM } = world
      return new GEPA({ metric, reflectionLM, seed, auto: 'heavy', ...options })
    },
  },
]

/** One optimizer with full validation, and with races and half of the calls that this took. */
export interface RacedComparison {
  readonly name: string
  readonly faithful: { readonly score: Summary; readonly calls: Summary }
  /** With no limit but the optimizer's own. */
  readonly raced: { readonly score: Summary; readonly calls: Summary; readonly difference: Summary }
  /** With at most half of the calls that full validation took in the same world. */
  readonly half: { readonly score: Summary; readonly calls: Summary; readonly difference: Summary }
}

/** Compares held-out scores with and without races over seeds. */
export function measureRaces(
  parameters: WorldParameters,
  seeds: readonly number[],
): Promise<RacedComparison[]> {
  return inTurn(pairs, async ({ name, make }) => {
    const rows = await inTurn(seeds, async (seed) => {
      const world = makeWorld(parameters, seed)
      const run = (options: { race?: false; reuseReplies?: false }, calls: number) =>
        compileOnce(
          { name, makeOptimizer: (setup) => make(setup, options) },
          { budget: calls === Number.POSITIVE_INFINITY ? {} : { calls }, seed, world },
        )
      const faithful = await run({ race: false, reuseReplies: false }, Number.POSITIVE_INFINITY)
      const raced = await run({}, Number.POSITIVE_INFINITY)
      const half = await run({}, Math.floor(faithful.calls / 2))
      return { faithful, raced, half }
    })
    const side = (which: 'faithful' | 'raced' | 'half') => ({
      score: summarize(rows.map((row) => row[which].score)),
      calls: summarize(rows.map((row) => row[which].calls)),
      difference: summarize(rows.map((row) => row[which].score - row.faithful.score)),
    })
    return { name, faithful: side('faithful'), raced: side('raced'), half: side('half') }
  })
}
